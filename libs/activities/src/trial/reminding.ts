import { once } from 'node:events';
import { createServer } from 'node:net';
import { Inbox, inboxFolder, startInbox, type InboxServer } from '@dangwu/platform/inbox';
import { createWorld, type Actor, type World } from '@dangwu/testing';
import { RemindJob } from '../reminder/remind.job';
import { Activities } from './activities';

/** A world on Friday 2026-11-20 whose letters arrive, for specs of what people are reminded of. */
export class Reminding {
  readonly inbox: Inbox;
  readonly activities: Activities;
  readonly job: RemindJob;
  private addresses = 0;

  private constructor(
    readonly world: World,
    private readonly smtp: InboxServer,
  ) {
    this.inbox = new Inbox(world.config);
    this.activities = new Activities(world);
    this.job = world.app.get(RemindJob, { strict: false });
  }

  static async begin(): Promise<Reminding> {
    const port = await freePort();
    const world = await createWorld({
      now: '2026-11-20T02:00:00Z',
      environment: { SMTP_URL: `smtp://127.0.0.1:${port}` },
    });
    const smtp = await startInbox(inboxFolder(world.config), port);
    const stage = new Reminding(world, smtp);
    await world.work();
    return stage;
  }

  async end(): Promise<void> {
    await this.world.close();
    await this.smtp.close();
  }

  /** An account with an address. */
  async person(role: 'SECRETARY' | 'PARTY_STAFF', at: { id: string }): Promise<Actor & { mail: string }> {
    const actor = await this.world.account(role, at);
    const mail = `p-${++this.addresses}@example.org`;
    await this.world.write((tx) => tx.query(`update account set mail = $2 where id = $1`, [actor.accountId, mail]));
    return { ...actor, mail };
  }

  at(time: string): void {
    this.world.clock.set(`${time}:00+08:00`);
  }

  /** Sessions do not last as long as the days between. */
  async staff(): Promise<Actor> {
    return (this.world.staff = await this.world.account('PARTY_STAFF'));
  }

  /** For specs of activities: nothing is asked of anybody. */
  withoutCadences(): Promise<unknown> {
    return this.world.write((tx) => tx.query(`update cadence set deleted_at = now()`));
  }

  told({ accountId }: Actor): Promise<{ kind: string; text: string; link: string }[]> {
    return this.world.write((tx) =>
      tx.query(
        `select kind, text ->> 'zh' as text, link from notification
         where account_id = $1 and kind ~ '^(ACTIVITIES|RECORDS|OBLIGATION)' order by created_at, id`,
        [accountId],
      ),
    );
  }

  async kinds(actor: Actor): Promise<string[]> {
    return (await this.told(actor)).map(({ kind }) => kind);
  }

  /** All letters, once the mail server has every one that was written. */
  async letters(): Promise<{ to: string; subject: string; text: string }[]> {
    for (let tries = 0; tries < 200; tries++) {
      const [{ open } = { open: 1 }] = await this.world.write((tx) =>
        tx.query<{ open: number }[]>(`select count(*)::int as open from mail_message where sent_at is null`),
      );
      if (open === 0) {
        const found = await this.inbox.list();
        return found.map(({ to, subject, text }) => ({ to: to[0]!, subject, text })).reverse();
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('Letters were not sent');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
