import { SupervisionFileEntity, SupervisionItemEntity, SupervisionSource, SupervisionState } from '@dangwu/activities';
import {
  AdviceKind,
  AdviceStance,
  AdviceState,
  CouncilItemEntity,
  CouncilOutcome,
  MatterAdviceEntity,
  MatterRecordKind,
  MatterReportEntity,
  MatterState,
  ReviewRuleEntity,
  type MatterEntity,
  type MatterEvent,
} from '@dangwu/decisions';
import type { FileEntity } from '@dangwu/platform/files';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import type { DemoAccount } from './demo-accounts';

/** An opinion of the demo: of whom, asked and answered on which days. */
export interface DemoAdvice {
  readonly kind: AdviceKind;
  readonly who: string;
  readonly question: string;
  readonly asked: number;
  readonly due: number;
  readonly given?: {
    readonly on: number;
    readonly stance: AdviceStance;
    readonly score?: number;
    readonly text: string;
  };
}

/** How a decision of the demo is carried out. */
export interface DemoExecution {
  readonly forwarded: number;
  readonly decided: number;
  /** adopted as it was, unless said */
  readonly outcome?: CouncilOutcome;
  /** why not as the opinion said */
  readonly reason?: string;
  readonly begun: number;
  readonly milestones: readonly {
    readonly text: string;
    /** username, or a name alone */
    readonly owner: string;
    readonly due: number;
    readonly reported?: { readonly on: number; readonly evidence: string; readonly file?: string };
    readonly closed?: number;
  }[];
  readonly report?: { readonly on: number; readonly text: string };
  readonly closed?: number;
}

/** The matter that is on its way, as far as its later steps need it. */
export interface Underway {
  readonly tx: EntityManager;
  readonly days: Days;
  readonly staff: DemoAccount;
  readonly people: readonly DemoAccount[];
  row(): MatterEntity;
  now(): Date;
  set(change: Partial<MatterEntity>): Promise<void>;
  leave(event: MatterEvent, by?: DemoAccount): Promise<void>;
  written(head: string, words: string, name: string): Promise<FileEntity>;
}
interface Step {
  readonly on: number;
  readonly work: () => Promise<void>;
}

/** Who is asked, and what was answered. */
export function adviceSteps(at: Underway, advice: readonly DemoAdvice[]): Step[] {
  return advice.flatMap(({ kind, who, question, asked, due, given }): Step[] => {
    const person = at.people.find(({ username }) => username === who)!;
    const id = newId();
    const said = { advice: kind, subject: person.name };
    const ask = async (): Promise<void> => {
      const { id: matterId, associationId, organizationId } = at.row();
      const dueOn = at.days.at(due);
      await at.tx.insert(MatterAdviceEntity, {
        id,
        associationId,
        matterId,
        organizationId,
        kind,
        advisorAccountId: person.id,
        advisorName: person.name,
        advisorNote: kind === AdviceKind.EXPERT ? '专家组' : '协会机关',
        question,
        scoreAsked: kind === AdviceKind.EXPERT,
        dueOn,
        state: AdviceState.ASKED,
        askedBy: at.staff.name,
        askedByAccountId: at.staff.id,
        askedAt: at.now(),
      });
      const action = 'matter.askAdvice';
      const after = { adviceKind: kind, adviceDueOn: dueOn };
      await at.leave({ kind: MatterRecordKind.ADVICE_ASKED, data: { ...said, dueOn }, action, after });
    };
    const give = async (): Promise<void> => {
      const { stance, score = null, text } = given!;
      const set = { state: AdviceState.GIVEN, stance, score, text, answeredAt: at.now() };
      await at.tx.update(MatterAdviceEntity, { id }, set);
      const event = {
        kind: MatterRecordKind.ADVICE_GIVEN,
        data: { ...said, stance, score },
        action: 'matter.giveAdvice',
      };
      await at.leave({ ...event, after: { adviceKind: kind, stance, score } }, person);
    };
    return [{ on: asked, work: ask }, ...(given ? [{ on: given.on, work: give }] : [])];
  });
}

/** From the agenda of the body that decides to the end. */
export function executionSteps(at: Underway, plan: DemoExecution): Step[] {
  const { forwarded, decided, begun, milestones, report, closed } = plan;
  const { outcome = CouncilOutcome.ADOPTED, reason = null } = plan;
  const ids = milestones.map(() => newId());
  const state = async (to: MatterState, kind: MatterRecordKind, action: string, data: object = {}): Promise<void> => {
    await at.set({ state: to, ...(to === MatterState.CLOSED && { closedAt: at.now() }) });
    await at.leave({ kind, data: { ...data }, action, after: { state: to } });
  };
  const place = async (): Promise<void> => {
    const { id: matterId, associationId, organizationId, reviewRuleId } = at.row();
    const { decidingBody } = await at.tx.findOneByOrFail(ReviewRuleEntity, { id: reviewRuleId! });
    const council = { decidingBody, meetingOn: at.days.at(decided) };
    const by = { placedBy: at.staff.name, placedAt: at.now() };
    await at.tx.insert(CouncilItemEntity, { id: newId(), associationId, matterId, organizationId, ...council, ...by });
    await state(MatterState.FORWARDED, MatterRecordKind.FORWARDED, 'matter.forward', council);
  };
  const decide = async (): Promise<void> => {
    const found = { outcome, reason, decidedOn: at.days.at(decided) };
    const recorded = { ...found, recordedBy: at.staff.name };
    await at.tx.update(CouncilItemEntity, { matterId: at.row().id }, recorded);
    await state(MatterState.DECIDED, MatterRecordKind.DECIDED, 'matter.decide', found);
  };
  const begin = async (): Promise<void> => {
    const { id: sourceId, associationId, organizationId, title } = at.row();
    for (const [i, { text, owner, due }] of milestones.entries()) {
      const person = at.people.find(({ username }) => username === owner);
      const from = { source: SupervisionSource.MATTER, sourceId, sourceTitle: title, no: i + 1 };
      const whose = { owner: person?.name ?? owner, ownerAccountId: person?.id ?? null };
      const place = { id: ids[i]!, associationId, organizationId, ...from };
      const row = { ...place, text, ...whose, dueOn: at.days.at(due), state: SupervisionState.OPEN };
      await at.tx.insert(SupervisionItemEntity, row);
    }
    await state(MatterState.IN_EXECUTION, MatterRecordKind.EXECUTION_BEGUN, 'matter.execute');
  };
  const tell = async (): Promise<void> => {
    const { id: matterId, associationId, organizationId } = at.row();
    const by = { reportedBy: at.staff.name, reportedAt: at.now() };
    const row = { id: newId(), associationId, matterId, organizationId, no: 1, text: report!.text, ...by };
    await at.tx.insert(MatterReportEntity, row);
    const event = { kind: MatterRecordKind.REPORTED_BACK, data: { report: 1 }, action: 'matter.reportBack' };
    await at.leave({ ...event, after: { report: 1 } });
  };
  return [
    { on: forwarded, work: place },
    { on: decided, work: decide },
    { on: begun, work: begin },
    ...milestones.flatMap((milestone, i) => milestoneSteps(at, milestone, ids[i]!, i + 1)),
    ...(report ? [{ on: report.on, work: tell }] : []),
    ...(closed === undefined
      ? []
      : [{ on: closed, work: () => state(MatterState.CLOSED, MatterRecordKind.CLOSED, 'matter.close') }]),
  ];
}

function milestoneSteps(
  at: Underway,
  { text, owner, reported, closed }: DemoExecution['milestones'][number],
  id: string,
  no: number,
): Step[] {
  const data = { subject: text, milestone: no };
  const report = async (): Promise<void> => {
    const reportedBy = at.people.find(({ username }) => username === owner)?.name ?? at.staff.name;
    const set = { state: SupervisionState.REPORTED, evidence: reported!.evidence, reportedBy, reportedAt: at.now() };
    await at.tx.update(SupervisionItemEntity, { id }, set);
    const file = reported!.file && (await at.written(text, reported!.evidence, reported!.file));
    if (file) await keep(at, id, file);
    const said = { ...data, ...(file && { fileHash: file.sha256 }) };
    await at.leave({ kind: MatterRecordKind.MILESTONE_REPORTED, data: said, action: 'matter.reportMilestone' });
  };
  const close = async (): Promise<void> => {
    const set = { state: SupervisionState.CLOSED, closedBy: at.staff.name, closedAt: at.now() };
    await at.tx.update(SupervisionItemEntity, { id }, set);
    await at.leave({ kind: MatterRecordKind.MILESTONE_CLOSED, data, action: 'matter.closeMilestone' });
  };
  return [
    ...(reported ? [{ on: reported.on, work: report }] : []),
    ...(closed === undefined ? [] : [{ on: closed, work: close }]),
  ];
}

async function keep(at: Underway, itemId: string, { id: fileId, name, size, sha256 }: FileEntity): Promise<void> {
  const { associationId, organizationId } = at.row();
  const row = { id: newId(), associationId, organizationId, itemId, no: 1, fileId, name, size, sha256 };
  await at.tx.insert(SupervisionFileEntity, { ...row, addedAt: at.now() });
}
