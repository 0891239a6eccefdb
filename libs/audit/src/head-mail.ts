import { AuditKeys, ChainStates, headLine, headsAfter } from '@dangwu/platform/audit-chain';
import { Clock } from '@dangwu/platform/clock';
import { Config } from '@dangwu/platform/config';
import { Database, systemScope } from '@dangwu/platform/database';
import { letterHtml, letterText, Mail, type Letter } from '@dangwu/platform/mail';
import { Injectable } from '@nestjs/common';

/** The head of the chain, every day to people outside of the server: what they keep proves what was there. */
@Injectable()
export class HeadMail {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly states: ChainStates,
    private readonly keys: AuditKeys,
    private readonly mail: Mail,
  ) {}

  /** @returns whether there was somebody to write to, and a head to tell */
  async send(): Promise<boolean> {
    const { auditMailTo: to } = this.config;
    const { lastBlock, sealed, unsealed } = await this.states.state();
    if (to.length === 0 || !lastBlock) return false;
    const [head] = await this.database.transaction(systemScope(null), (tx) => headsAfter(tx, lastBlock.number - 1, 1));
    if (!head) return false;
    const said = headLetter({
      day: this.clock.today(),
      block: lastBlock.number,
      hash: lastBlock.hash,
      sealed,
      unsealed: unsealed.events,
      head: headLine(head),
      key: (await this.keys.publicPem()).trim(),
    });
    await this.database.transaction(systemScope(null), (tx) =>
      this.mail.send(tx, {
        to,
        subject: said.title,
        text: letterText(said),
        html: letterHtml(said),
        associationId: null,
      }),
    );
    return true;
  }
}

interface HeadTold {
  readonly day: string;
  readonly block: number;
  readonly hash: string;
  readonly sealed: number;
  readonly unsealed: number;
  readonly head: string;
  readonly key: string;
}

/** In both languages, since those outside may read either; the line and the key stand once, to be copied. */
const headLetter = ({ day, block, hash, sealed, unsealed, head, key }: HeadTold): Letter => ({
  language: 'zh',
  title: `审计链链头 ${day}：第 ${block} 块 ${hash.slice(0, 16)}`,
  parts: [
    { text: `审计链的链头，${day}。请保存这封邮件，不要转发到本系统的服务器上。` },
    { text: `最后一块 ${block}，已封存 ${sealed} 个事件，未封存 ${unsealed} 个事件。这一块的哈希：` },
    { verbatim: hash },
    { text: '以后要证明这一天之前的记录没有被删改，在服务器上运行下面的命令，把整行链头放进去：' },
    { verbatim: "npm run verify:audit -- --head '…'" },
    { verbatim: head },
    {
      text: `The head of the audit chain on ${day}. Keep this mail away from the server. Block ${block}, ${sealed} events sealed, ${unsealed} not yet. The command above, with the line above, proves later that nothing before this day was changed or cut off.`,
    },
    { text: '公钥 / public key:' },
    { verbatim: key },
  ],
});
