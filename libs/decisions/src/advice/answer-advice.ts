import { Reminders } from '@dangwu/activities';
import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { ChangeMatter } from '../matter/change-matter';
import { matterErrors } from '../matter/matter.errors';
import { MatterEntity } from '../matter/matter.entity';
import type { MatterEvent } from '../record/matter-records';
import { MatterRecordKind } from '../record/matter-record.enums';
import { AskForPack } from '../session/ask-for-pack';
import { answeredLine, matterLink } from './advice-lines';
import { MatterAdviceEntity } from './advice.entity';
import { AdviceState } from './advice.enums';
import { adviceErrors } from './advice.errors';
import type { DeclineAdviceInput, GiveAdviceInput } from './advice.inputs';
import type { AdviceAct } from './advice-words';
import { AskAdvice, answeredIn, notNow, refuseAnswered } from './ask-advice';
import { AskedPeople } from './asked-people';

interface Answer {
  readonly set: Partial<MatterAdviceEntity>;
  readonly event: MatterEvent;
}

/** What whoever is asked for an opinion does: gives it, or declines. Each answers its UUID. */
@Injectable()
export class AnswerAdvice {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeMatter,
    private readonly asking: AskAdvice,
    private readonly people: AskedPeople,
    private readonly reminders: Reminders,
    private readonly packs: AskForPack,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** @throws ADVICE_STATE, ADVICE_NOT_NOW, ADVICE_SCORE, MATTER_FILE_UNKNOWN, MATTER_FILE_USED, STALE_VERSION */
  give(viewer: Viewer, input: GiveAdviceInput): Promise<string> {
    const { stance, score = null } = input;
    const text = input.text.trim();
    return this.answer(viewer, 'give', input, async (tx, advice) => {
      if (advice.scoreAsked !== (score !== null)) throw adviceErrors.ADVICE_SCORE();
      const file = input.fileId ? await this.file(tx, viewer, localId('File', input.fileId)) : {};
      const { kind, advisorName, matterId } = advice;
      await this.packs.ofMatter(tx, matterId);
      // the words are read with the opinion; their hash is what the record keeps of them
      const said = { textHash: createHash('sha256').update(text).digest('hex'), fileHash: file.fileSha256 ?? null };
      return {
        set: { state: AdviceState.GIVEN, stance, score, text, ...file },
        event: {
          kind: MatterRecordKind.ADVICE_GIVEN,
          data: { advice: kind, subject: advisorName, stance, score, ...said },
          action: 'matter.giveAdvice',
          after: { adviceKind: kind, stance, score },
        },
      };
    });
  }

  /** @throws ADVICE_STATE, STALE_VERSION */
  decline(viewer: Viewer, input: DeclineAdviceInput): Promise<string> {
    const reason = input.reason.trim();
    return this.answer(viewer, 'decline', input, async (_, { kind, advisorName }) => ({
      set: { state: AdviceState.DECLINED, reason },
      event: {
        kind: MatterRecordKind.ADVICE_DECLINED,
        data: { advice: kind, subject: advisorName, reason },
        action: 'matter.declineAdvice',
        reason,
        after: { adviceKind: kind },
      },
    }));
  }

  /** The right is by being asked; what is written reaches where the matter lies. */
  private answer(
    viewer: Viewer,
    act: AdviceAct & ('give' | 'decline'),
    step: { readonly id: string; readonly version: number },
    work: (tx: EntityManager, advice: MatterAdviceEntity) => Promise<Answer>,
  ): Promise<string> {
    const id = localId('MatterAdvice', step.id);
    const scope = { ...systemScope(viewer.association.id), account: viewer.account.id };
    return this.database.transaction(scope, async (tx) => {
      const own = { id, advisorAccountId: viewer.account.id };
      const found = await tx.findOneBy(MatterAdviceEntity, own);
      if (!found || found.state === AdviceState.REVOKED) throw platformErrors.UNKNOWN_ID();
      const where = { id: found.matterId };
      const matter = await tx.findOneOrFail(MatterEntity, { where, lock: { mode: 'pessimistic_write' } });
      const advice = await tx.findOneByOrFail(MatterAdviceEntity, own);
      if (advice.version !== step.version) throw platformErrors.STALE_VERSION({ current: advice.version });
      refuseAnswered(advice, act);
      if (!answeredIn.includes(matter.state)) throw notNow(matter);
      const { set, event } = await work(tx, advice);
      await tx.save(MatterAdviceEntity, { ...advice, ...set, answeredAt: this.clock.now() });
      await this.asking.silence(tx, advice);
      await this.tell(tx, matter, advice, act === 'give');
      await this.changes.leave(tx, viewer, matter, event);
      return id;
    });
  }

  private async file(tx: EntityManager, viewer: Viewer, id: string): Promise<Partial<MatterAdviceEntity>> {
    const file = await this.files.ownUpload(tx, viewer.account.id, id);
    if (!file) throw matterErrors.MATTER_FILE_UNKNOWN();
    if (await tx.exists(MatterAdviceEntity, { where: { fileId: id }, withDeleted: true }))
      throw matterErrors.MATTER_FILE_USED({ name: file.name });
    return { fileId: file.id, fileName: file.name, fileSize: file.size, fileSha256: file.sha256 };
  }

  /** Who asked. */
  private async tell(
    tx: EntityManager,
    { title }: MatterEntity,
    advice: MatterAdviceEntity,
    given: boolean,
  ): Promise<void> {
    const { id: thingId, associationId, organizationId, kind, advisorName, matterId } = advice;
    const line = answeredLine({ title, kind, advisor: advisorName, given });
    const moment = this.clock.now().toISOString();
    for (const account of await this.people.accounts(tx, associationId, [advice.askedByAccountId]))
      await this.reminders.tell(tx, associationId, account, [
        { kind: 'ADVICE_ANSWERED', thingId, organizationId, moment, line, link: matterLink(matterId) },
      ]);
  }
}
