import {
  ActivityEntity,
  ActivityState,
  hashOf,
  MinutesEntity,
  MinutesState,
  MinutesVersionEntity,
  SupervisionItemEntity,
  SupervisionSource,
  SupervisionState,
  type MinutesContent,
} from '@dangwu/activities';
import { DocumentNumberEntity, numberInWords } from '@dangwu/documents';
import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { DemoAccount } from './demo-accounts';
import type { Days } from './days';
import type { DemoTree } from './demo-tree';

const { AWAITING, LOCKED } = MinutesState;

const text = (...paragraphs: string[]): string =>
  JSON.stringify({
    type: 'doc',
    content: paragraphs.map((words) => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })),
  });

/** What is said under the points that the demo's agendas have. */
const said: Readonly<Record<string, string>> = {
  学习: '集体学习近期重要讲话和上级文件，结合标准制定和服务会员的工作交流体会。',
  研究重要事项: '研究年度党建经费安排和党员活动室改造，与会同志逐一发表意见。',
  听取支部工作汇报: '各支部书记汇报当月组织生活和党员教育情况，会议对下一步工作提出要求。',
  传达上级党组织要求: '传达上级党组织关于基层党建工作的要求，明确本支部的落实措施。',
  研究本月党建工作: '研究主题党日、党课和走访会员单位的安排，确定责任人和时间。',
  讨论党员思想状况: '分析党员思想状况，安排支部委员分头开展谈心谈话。',
  通报上季度工作: '通报上季度支部工作完成情况和党费收缴情况。',
  审议本季度计划: '审议本季度工作计划，党员提出修改意见。',
  讨论党员发展: '讨论入党积极分子培养情况，听取培养联系人意见。',
};
const evidence = [
  '走访 6 家会员单位，走访记录已归档，意见 3 条已转有关部门。',
  '学习计划已修订，经支委会讨论通过。',
  '微型党课已开讲两期，课件和签到表已存档。',
];
const resolved = [
  '本月底前完成联系会员单位走访，形成走访记录。',
  '由组织委员牵头修订支部学习计划，下次会议审议。',
  '按计划组织微型党课，业务骨干轮流主讲。',
];

/**
 * Minutes of what organizations of the secretariat held this half-year: most of them locked, of the latest some that wait
 * for the chair, and the rest with none. Written as rows, in one go.
 */
export async function addMinutes(
  tx: EntityManager,
  people: readonly DemoAccount[],
  tree: DemoTree,
  days: Days,
): Promise<void> {
  const recorder = people.find(({ username }) => username === 'linjing')!;
  const chair = people.find(({ username }) => username === 'hezhiqing')!;
  const held = await tx
    .createQueryBuilder(ActivityEntity, 'a')
    .where('a.organizationId in (:...places)', { places: ['DZ0002', 'DZ0003', 'DZ0006'].map((code) => tree.id(code)) })
    .andWhere('a.state = :state and a.heldOn >= :from and jsonb_array_length(a.agenda) > 0', {
      state: ActivityState.RECORDED,
      from: days.at(-150),
    })
    .orderBy('a.startsAt')
    .getMany();
  const rows = { minutes: [], versions: [], numbers: [], resolutions: [] } as Rows;
  const counts = new Map<string, number>();
  for (const [i, activity] of held.entries()) {
    // some have none, as in life; of the last few the chair has not signed yet
    if (i % 7 === 3) continue;
    const state = i >= held.length - 3 ? AWAITING : LOCKED;
    const signed = new Date(activity.endsAt.getTime() + 3 * 3_600_000);
    add(rows, { activity, state, recorder, chair, signed, index: i, counts, today: days.at(0) });
  }
  await tx.insert(MinutesEntity, rows.minutes);
  await tx.insert(MinutesVersionEntity, rows.versions);
  await tx.insert(DocumentNumberEntity, rows.numbers);
  await tx.insert(SupervisionItemEntity, rows.resolutions);
}

interface Rows {
  minutes: Partial<MinutesEntity>[];
  versions: Partial<MinutesVersionEntity>[];
  numbers: Partial<DocumentNumberEntity>[];
  resolutions: Partial<SupervisionItemEntity>[];
}

interface Kept {
  readonly activity: ActivityEntity;
  readonly state: MinutesState;
  readonly recorder: DemoAccount;
  readonly chair: DemoAccount;
  readonly signed: Date;
  readonly index: number;
  readonly today: string;
  /** how many numbers were given, by organization and year */
  readonly counts: Map<string, number>;
}

function add(rows: Rows, { activity, state, recorder, chair, signed, index, counts, today }: Kept): void {
  const { associationId, organizationId, id: activityId } = activity;
  const content = contentOf(activity, recorder, chair, index);
  const place = { associationId, organizationId };
  const id = newId(signed.getTime());
  const byRecorder = { recorderAccountId: recorder.id, recorderName: recorder.name, recorderSignedAt: signed };
  const written = { content, contentHash: hashOf(content) };
  const year = signed.getFullYear();
  const number = state === LOCKED ? (counts.get(`${organizationId} ${year}`) ?? 0) + 1 : null;
  rows.minutes.push({
    ...place,
    ...written,
    ...byRecorder,
    id,
    activityId,
    state,
    versionNo: 1,
    savedBy: recorder.name,
    savedAt: signed,
    chairAccountId: chair.id,
    documentNumber: number === null ? null : numberInWords(year, number),
  });
  if (number === null) return;
  counts.set(`${organizationId} ${year}`, number);
  const locked = new Date(signed.getTime() + 20 * 3_600_000);
  rows.numbers.push({ ...place, id: newId(), kind: 'MINUTES', year, number, subjectId: id, createdAt: locked });
  rows.versions.push({
    ...place,
    ...written,
    ...byRecorder,
    id: newId(),
    minutesId: id,
    no: 1,
    chairAccountId: chair.id,
    chairName: chair.name,
    chairSignedAt: locked,
  });
  for (const [i, resolution] of content.items.flatMap(({ resolutions }) => resolutions).entries())
    rows.resolutions.push({
      ...place,
      id: newId(),
      source: SupervisionSource.RESOLUTION,
      sourceId: activityId,
      sourceTitle: activity.title,
      no: i + 1,
      text: resolution.text,
      owner: resolution.owner,
      ...(resolution.ownerId && { ownerAccountId: localId('Account', resolution.ownerId) }),
      dueOn: resolution.dueOn,
      ...becomeOf(resolution.dueOn!, i + index, { recorder, chair }, today),
    });
}

/** What became of it: of what is due most is closed, one is reported, one late; what is ahead is open. */
function becomeOf(
  dueOn: string,
  index: number,
  { recorder, chair }: Pick<Kept, 'recorder' | 'chair'>,
  today: string,
): Partial<SupervisionItemEntity> {
  if (dueOn > today || index % 5 === 4) return { state: SupervisionState.OPEN };
  const at = new Date(`${dueOn}T02:00:00Z`);
  const reporter = index % 2 ? recorder : chair;
  const reported = {
    evidence: evidence[index % evidence.length]!,
    reportedAt: at,
    reportedBy: reporter.name,
    reportedAccountId: reporter.id,
  };
  if (index % 5 === 3) return { ...reported, state: SupervisionState.REPORTED };
  const closer = reporter === chair ? recorder : chair;
  return { ...reported, state: SupervisionState.CLOSED, closedAt: at, closedBy: closer.name };
}

function contentOf(activity: ActivityEntity, recorder: DemoAccount, chair: DemoAccount, index: number): MinutesContent {
  const { startsAt, endsAt, agenda, entitledCount, presentCount, remoteCount, leaveCount, place } = activity;
  const dueOn = new Date(endsAt.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  return {
    chair: chair.name,
    chairId: globalId('Account', chair.id),
    recorder: recorder.name,
    recorderId: globalId('Account', recorder.id),
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    place: place ?? '党员活动室',
    attendance: {
      entitled: entitledCount,
      present: presentCount,
      remote: remoteCount ?? 0,
      leave: leaveCount ?? 0,
      onLeave: ['江月明', '葛青', '陶然'].slice(0, leaveCount ?? 0),
      absent: [],
      guests: [],
    },
    items: agenda.map(({ title, owner, minutes }, i) => ({
      title,
      owner,
      minutes,
      text: text(said[title] ?? `围绕“${title}”开展交流，与会同志作了发言。`),
      resolutions:
        i === agenda.length - 1
          ? [{ text: resolved[index % resolved.length]!, ...ownerOf(index, { recorder, chair }), dueOn, vote: null }]
          : [],
    })),
  };
}

/** Mostly people of the system, whose tasks they are; sometimes a name alone. */
function ownerOf(
  index: number,
  { recorder, chair }: Pick<Kept, 'recorder' | 'chair'>,
): { owner: string; ownerId: string | null } {
  if (index % 4 === 1) return { owner: '组织委员', ownerId: null };
  const { id, name } = index % 2 ? recorder : chair;
  return { owner: name, ownerId: globalId('Account', id) };
}
