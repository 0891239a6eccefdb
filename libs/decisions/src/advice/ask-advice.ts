import { Reminders, type ReminderKind } from '@dangwu/activities';
import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ChangeMatter } from '../matter/change-matter';
import { matterStateWords } from '../matter/matter-words';
import { MatterEntity } from '../matter/matter.entity';
import { MatterState } from '../matter/matter.enums';
import { seenMatter } from '../matter/seen-matter';
import { MatterRecordKind } from '../record/matter-record.enums';
import { adviceActWords, adviceStateWords, type AdviceAct } from './advice-words';
import { MatterAdviceEntity } from './advice.entity';
import { AdviceState } from './advice.enums';
import { adviceErrors } from './advice.errors';
import type { AskAdviceInput, NudgeAdviceInput, RevokeAdviceInput } from './advice.inputs';
import { adviceLine, adviceLink } from './advice-lines';
import { AskedPeople } from './asked-people';

const { ASKED, GIVEN, REVOKED } = AdviceState;
/** After it was submitted, before it is reviewed. */
export const askedIn: readonly MatterState[] = [MatterState.SUBMITTED, MatterState.ACCEPTED, MatterState.SCHEDULED];
/** What was asked before may still be answered while the matter is amended. */
export const answeredIn: readonly MatterState[] = [...askedIn, MatterState.RETURNED];

/** How many a matter has at most, those that were declined counted. */
const most = 100;

/** What whoever conducts a matter does about opinions: asks for them, urges, takes back. Each answers the UUID of the matter. */
@Injectable()
export class AskAdvice {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeMatter,
    private readonly people: AskedPeople,
    private readonly reminders: Reminders,
    private readonly clock: Clock,
  ) {}

  /** @throws ADVICE_NOT_NOW, ADVICE_DUE_DAY, ADVICE_ADVISOR, ADVICE_PROPOSER, ADVICE_ASKED_ALREADY */
  async ask(viewer: Viewer, input: AskAdviceInput): Promise<string> {
    const { kind, dueOn } = input;
    const id = localId('Matter', input.matterId);
    return this.withMatter(viewer, id, async (tx, matter) => {
      if (!askedIn.includes(matter.state)) throw notNow(matter);
      if (dueOn < this.clock.today()) throw adviceErrors.ADVICE_DUE_DAY({ on: dueOn });
      const advisor = await this.people.one(tx, matter.associationId, kind, localId('Account', input.advisorId));
      if (!advisor) throw adviceErrors.ADVICE_ADVISOR();
      const { id: advisorAccountId, name, note } = advisor;
      if (advisorAccountId === matter.proposerAccountId)
        throw adviceErrors.ADVICE_PROPOSER({ name, title: matter.title });
      const known = { matterId: id, kind, advisorAccountId, state: In([ASKED, GIVEN]) };
      if (await tx.existsBy(MatterAdviceEntity, known))
        throw adviceErrors.ADVICE_ASKED_ALREADY({ name, title: matter.title });
      const { title } = matter;
      const count = await tx.countBy(MatterAdviceEntity, { matterId: id });
      if (count >= most) throw adviceErrors.ADVICE_TOO_MANY({ title, count, limit: most });
      const at = this.clock.now();
      const advice = tx.create(MatterAdviceEntity, {
        id: newId(at.getTime()),
        associationId: matter.associationId,
        matterId: id,
        organizationId: matter.organizationId,
        kind,
        advisorAccountId,
        advisorName: name,
        advisorNote: note,
        question: input.question.trim(),
        scoreAsked: input.scoreAsked ?? false,
        dueOn,
        state: ASKED,
        askedBy: viewer.account.name,
        askedByAccountId: viewer.account.id,
        askedAt: at,
      });
      await tx.insert(MatterAdviceEntity, advice);
      await this.tell(tx, matter, advice, 'ADVICE_ASKED', dueOn);
      await this.changes.leave(tx, viewer, matter, {
        kind: MatterRecordKind.ADVICE_ASKED,
        data: { advice: kind, subject: name, dueOn },
        action: 'matter.askAdvice',
        after: { adviceKind: kind, adviceDueOn: dueOn },
      });
    });
  }

  /** @throws ADVICE_STATE, STALE_VERSION */
  async revoke(viewer: Viewer, input: RevokeAdviceInput): Promise<string> {
    const reason = input.reason.trim();
    return this.withAdvice(viewer, 'revoke', input.id, async (tx, matter, advice) => {
      if (advice.version !== input.version) throw platformErrors.STALE_VERSION({ current: advice.version });
      await tx.save(MatterAdviceEntity, { ...advice, state: REVOKED, reason });
      await this.silence(tx, advice);
      await this.changes.leave(tx, viewer, matter, {
        kind: MatterRecordKind.ADVICE_REVOKED,
        data: { advice: advice.kind, subject: advice.advisorName, reason },
        action: 'matter.revokeAdvice',
        reason,
        after: { adviceKind: advice.kind },
      });
    });
  }

  /** Once a day, however many would do so. @throws ADVICE_STATE, ADVICE_NUDGED_TODAY */
  async nudge(viewer: Viewer, input: NudgeAdviceInput): Promise<string> {
    const today = this.clock.today();
    return this.withAdvice(viewer, 'nudge', input.id, async (tx, matter, advice) => {
      // a clock that went back makes no second time of it
      if (advice.nudgedOn && advice.nudgedOn >= today)
        throw adviceErrors.ADVICE_NUDGED_TODAY({ by: advice.nudgedBy ?? '' });
      await tx.save(MatterAdviceEntity, { ...advice, nudgedOn: today, nudgedBy: viewer.account.name });
      await this.tell(tx, matter, advice, 'ADVICE_NUDGE', today);
      await this.changes.leave(tx, viewer, matter, {
        kind: MatterRecordKind.ADVICE_NUDGED,
        data: { advice: advice.kind, subject: advice.advisorName },
        action: 'matter.nudgeAdvice',
        after: { adviceKind: advice.kind, adviceDueOn: advice.dueOn },
      });
    });
  }

  /** What was told of an opinion that is no longer awaited is over. */
  silence(tx: EntityManager, { associationId, id }: MatterAdviceEntity): Promise<void> {
    return this.reminders.silence(tx, associationId, id, ['ADVICE_ASKED', 'ADVICE_DUE', 'ADVICE_LATE', 'ADVICE_NUDGE']);
  }

  private async withMatter(
    viewer: Viewer,
    id: string,
    work: (tx: EntityManager, matter: MatterEntity) => Promise<void>,
  ): Promise<string> {
    await this.changes.find(viewer, 'matter.conduct', id);
    await this.database.transaction(viewer.scope('matter.conduct'), async (tx) => {
      const matter = await tx.findOne(MatterEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!matter) throw platformErrors.UNKNOWN_ID();
      await work(tx, matter);
    });
    return id;
  }

  private async withAdvice(
    viewer: Viewer,
    act: AdviceAct,
    global: string,
    work: (tx: EntityManager, matter: MatterEntity, advice: MatterAdviceEntity) => Promise<void>,
  ): Promise<string> {
    const id = localId('MatterAdvice', global);
    const found = await this.database.transaction(viewer.scope('matter.read'), (tx) =>
      tx.findOneBy(MatterAdviceEntity, { id }),
    );
    if (!found) throw platformErrors.UNKNOWN_ID();
    await seenMatter(this.database, viewer, found.matterId);
    return this.withMatter(viewer, found.matterId, async (tx, matter) => {
      const advice = await tx.findOneByOrFail(MatterAdviceEntity, { id });
      refuseAnswered(advice, act);
      await work(tx, matter, advice);
    });
  }

  /** Who is asked. */
  private async tell(
    tx: EntityManager,
    matter: MatterEntity,
    advice: MatterAdviceEntity,
    kind: ReminderKind,
    moment: string,
  ): Promise<void> {
    const { id: thingId, associationId, organizationId, advisorAccountId } = advice;
    const line = adviceLine({ title: matter.title, kind: advice.kind, dueOn: advice.dueOn });
    for (const account of await this.people.accounts(tx, associationId, [advisorAccountId]))
      await this.reminders.tell(tx, associationId, account, [
        { kind, thingId, organizationId, moment, line, link: adviceLink(thingId) },
      ]);
  }
}

/** @throws ADVICE_STATE unless the opinion is awaited */
export function refuseAnswered({ state }: MatterAdviceEntity, act: AdviceAct): void {
  if (state === ASKED) return;
  const [is, done] = [adviceStateWords[state], adviceActWords[act]];
  throw adviceErrors.ADVICE_STATE({ stateZh: is.zh, stateEn: is.en, actZh: done.zh, actEn: done.en });
}

/** The refusal for a matter about which nobody is asked where it stands. */
export function notNow({ title, state }: MatterEntity) {
  const { zh: stateZh, en: stateEn } = matterStateWords[state];
  return adviceErrors.ADVICE_NOT_NOW({ title, stateZh, stateEn });
}
