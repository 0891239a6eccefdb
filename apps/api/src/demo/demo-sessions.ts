import { Ballots, NamedVotes } from '@dangwu/ballots';
import { HolidayYears } from '@dangwu/calendar';
import {
  AskForPack,
  ballotGroup,
  ballotQuestions,
  MatterRecordKind,
  MatterState,
  motion,
  OpinionKind,
  ReviewingBody,
  ReviewRuleEntity,
  ReviewSessionEntity,
  SeatAttendance,
  SessionBody,
  SessionItemEntity,
  SessionItemState,
  SessionMemberEntity,
  SessionRosters,
  SessionState,
  sessionTitleOf,
  SessionVoteEntity,
  SessionVoterEntity,
  standingOf,
  VoteChoice,
} from '@dangwu/decisions';
import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import type { Course, Desk, Step } from './demo-decisions';

/** What stands on the agenda: a matter of the demo by its title, or something that is only heard. */
interface DemoItem {
  readonly title: string;
  readonly minutes: number;
  readonly matter?: true;
  /** what came of it, in a session that was held */
  readonly said?: string;
}

interface DemoSession {
  readonly on: number;
  readonly called: number;
  /** when its members were told */
  readonly told?: number;
  readonly held?: true;
  readonly council?: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly items: readonly DemoItem[];
}

const council = [
  '高远 理事长',
  '何志清 秘书长',
  '许蔓 常务理事',
  '丁一苇 副理事长',
  '贺兰舟 副理事长',
  '温如玉 常务理事',
  '陆知行 常务理事',
].join('\n');

/** Two that were held, the next one, and one together with the standing council. */
const demoSessions: readonly DemoSession[] = [
  {
    on: -60,
    called: -62,
    told: -61,
    held: true,
    from: '09:00',
    to: '11:00',
    place: '二层第一会议室',
    items: [
      { title: '会员服务热线外包', minutes: 40, matter: true, said: '同意，按接通率和满意度分期付费。' },
      { title: '展会物资仓库租赁', minutes: 30, matter: true, said: '同意租赁，按方案执行。' },
      { title: '培训中心备用电源抢购', minutes: 20, matter: true, said: '同意补审，采购过程留存备查。' },
    ],
  },
  {
    on: -28,
    called: -34,
    told: -33,
    held: true,
    from: '14:00',
    to: '16:00',
    place: '二层第一会议室',
    items: [
      {
        title: '行业统计直报系统升级',
        minutes: 40,
        matter: true,
        said: '同意，经费从年度信息化预算列支，年底前上线。',
      },
      { title: '听取上半年党建经费使用情况汇报', minutes: 20, said: '已听取。' },
    ],
  },
  {
    on: 6,
    called: -4,
    told: -1,
    from: '16:00',
    to: '17:30',
    place: '二层第一会议室',
    items: [
      { title: '会展中心大屏更新（一期）', minutes: 40, matter: true },
      { title: '听取换届筹备情况汇报', minutes: 20 },
    ],
  },
  {
    on: 19,
    called: -1,
    council,
    from: '09:30',
    to: '11:30',
    place: '协会大楼三层报告厅',
    items: [{ title: '通报年度重点工作进展', minutes: 20 }],
  },
];

/** The steps of sessions, to be taken in the order of days with those of matters. */
export async function sessionSteps(desk: Desk, matter: (title: string) => Course): Promise<Step[]> {
  const calendar = await desk.app.get(HolidayYears, { strict: false }).calendar(desk.tx, desk.associationId);
  const worked = (on: number): number => (calendar.isWorkingDay(desk.days.at(on)) ? on : worked(on + 1));
  return demoSessions.flatMap((demo, i) => new Sitting(desk, { ...demo, on: worked(demo.on) }, i + 10, matter).steps());
}

/** One session on its way. */
class Sitting {
  private row!: ReviewSessionEntity;
  private readonly items: SessionItemEntity[] = [];

  constructor(
    private readonly desk: Desk,
    private readonly demo: DemoSession,
    private readonly no: number,
    private readonly matter: (title: string) => Course,
  ) {}

  steps(): Step[] {
    const { on, called, told, held } = this.demo;
    return [
      { on: called, work: () => this.call() },
      ...(told === undefined ? [] : [{ on: told, work: () => this.tell() }]),
      ...(held ? [{ on, work: () => this.hold() }] : []),
    ];
  }

  private async call(): Promise<void> {
    const { tx, app, days, tree, associationId, staff } = this.desk;
    const { on, from, to, place, council: pasted } = this.demo;
    const day = days.at(on);
    const [body, joint, year] = [ReviewingBody.FUNCTIONAL_COMMITTEE, pasted !== undefined, Number(day.slice(0, 4))];
    this.row = tx.create(ReviewSessionEntity, {
      id: this.id(),
      associationId,
      organizationId: tree.root,
      reviewingBody: body,
      joint,
      title: sessionTitleOf(body, joint, year, this.no),
      year,
      no: this.no,
      startsAt: new Date(`${day}T${from}:00+08:00`),
      endsAt: new Date(`${day}T${to}:00+08:00`),
      place,
      state: SessionState.PLANNED,
      calledBy: staff.name,
      createdAt: this.now(),
    });
    await tx.insert(ReviewSessionEntity, this.row);
    await app.get(SessionRosters, { strict: false }).make(tx, this.row, day, pasted ?? null);
    for (const item of this.demo.items) await this.add(item);
  }

  private async add({ title, minutes, matter }: DemoItem): Promise<void> {
    const { tx, associationId } = this.desk;
    const { id: sessionId, organizationId, title: sessionTitle, startsAt } = this.row;
    const course = matter ? this.matter(title) : null;
    const no = this.items.length + 1;
    const item = tx.create(SessionItemEntity, {
      id: this.id(),
      associationId,
      organizationId,
      sessionId,
      matterId: course?.row.id ?? null,
      reviewRuleId: course?.row.reviewRuleId ?? null,
      no,
      title,
      minutes,
      state: SessionItemState.WAITING,
      createdAt: this.now(),
    });
    await tx.insert(SessionItemEntity, item);
    this.items.push(item);
    await course?.move(
      { state: MatterState.SCHEDULED },
      {
        kind: MatterRecordKind.SCHEDULED,
        data: { session: sessionId, sessionTitle, startsAt: startsAt.toISOString(), item: no },
        action: 'matter.schedule',
        after: { session: sessionTitle },
      },
    );
  }

  private async tell(): Promise<void> {
    await this.set({ state: SessionState.NOTIFIED, notifiedAt: this.now() });
    if (this.demo.held) return;
    const { tx, app } = this.desk;
    await app.get(AskForPack, { strict: false }).ask(tx, { id: this.row.id, state: SessionState.NOTIFIED }, true);
  }

  /** All but one are there; what is voted on is agreed to by all who are. */
  private async hold(): Promise<void> {
    const { tx } = this.desk;
    const { id: sessionId, startsAt, endsAt } = this.row;
    const seats = await tx.find(SessionMemberEntity, { where: { sessionId }, order: { seat: 'ASC' } });
    const away = seats.at(-1)!;
    for (const seat of seats) {
      seat.attendance = seat === away ? SeatAttendance.ON_LEAVE : SeatAttendance.PRESENT;
      const marked = { attendance: seat.attendance, markedAt: startsAt, markedBy: this.desk.staff.name };
      await tx.update(SessionMemberEntity, { id: seat.id }, marked);
    }
    await this.set({ state: SessionState.OPEN, openedAt: startsAt });
    for (const [i, item] of this.items.entries()) await this.conclude(item, seats, this.demo.items[i]!.said!);
    await this.set({ state: SessionState.CLOSED, closedAt: endsAt });
  }

  private async conclude(item: SessionItemEntity, seats: readonly SessionMemberEntity[], text: string): Promise<void> {
    const { tx } = this.desk;
    const opinion = item.matterId ? OpinionKind.AGREE : null;
    await tx.update(SessionItemEntity, { id: item.id }, { state: SessionItemState.CURRENT, beganAt: this.now() });
    const counts = item.matterId ? await this.vote(item, seats) : null;
    const concluded = { state: SessionItemState.CONCLUDED, opinion, opinionText: text, concludedAt: this.now() };
    await tx.update(SessionItemEntity, { id: item.id }, concluded);
    if (!counts) return;
    await this.matter(item.title).move(
      { state: MatterState.REVIEWED, opinion },
      {
        kind: MatterRecordKind.REVIEWED,
        data: { session: this.row.title, opinion, text, votes: [counts] },
        action: 'matter.review',
        after: { state: MatterState.REVIEWED, opinion },
      },
    );
  }

  /** An open vote: by account, and by show of hands of those who have none. */
  private async vote(item: SessionItemEntity, seats: readonly SessionMemberEntity[]): Promise<object> {
    const { tx, app } = this.desk;
    const { associationId, organizationId, id: itemId, title } = item;
    const rule = await tx.findOneByOrFail(ReviewRuleEntity, { id: item.reviewRuleId! });
    const { presence, majority, majorityBase } = rule;
    const asked = { presence, majority, majorityBase, recusedEntitled: false };
    const all = seats.map(({ attendance }) => ({ attendance, recused: false }));
    const { entitled, present, recused, base, needed } = standingOf(all, asked);
    const there = seats.filter(({ attendance }) => attendance === SeatAttendance.PRESENT);
    const accounts = there.flatMap(({ accountId }) => accountId ?? []);
    const ballots = app.get(Ballots, { strict: false });
    const secrecy = 'OPEN' as const;
    const { id: ballotId } = await ballots.open(tx, {
      ...{ associationId, organizationId, subjectType: 'SessionItem', subjectId: itemId, title, secrecy },
      questions: ballotQuestions,
      groups: [{ key: ballotGroup, weight: '1' }],
      voters: accounts.map((accountId) => ({ accountId, group: ballotGroup })),
    });
    const of = { associationId, organizationId, secrecy };
    const counted = { entitled, present, recused, presence, majorityBase, majority, base, needed };
    const voteId = this.id();
    const vote = { ...of, ...counted, id: voteId, itemId, ballotId, body: SessionBody.PARTY, openedAt: this.now() };
    await tx.insert(SessionVoteEntity, vote);
    for (const { id: sessionMemberId, accountId } of there) {
      const choice = accountId ? null : VoteChoice.FOR;
      await tx.insert(SessionVoterEntity, { ...of, id: this.id(), voteId, sessionMemberId, choice });
      if (accountId)
        await app.get(NamedVotes, { strict: false }).cast(tx, ballotId, accountId, { [motion]: VoteChoice.FOR });
    }
    const { publishedHash } = await ballots.close(tx, ballotId);
    const tally = { inFavour: there.length, against: 0, abstained: 0 };
    await tx.update(SessionVoteEntity, { id: voteId }, { ...tally, closedAt: this.now() });
    return { body: SessionBody.PARTY, secrecy, ...counted, ...tally, passed: true, publishedHash };
  }

  private async set(change: Partial<ReviewSessionEntity>): Promise<void> {
    await this.desk.tx.update(ReviewSessionEntity, { id: this.row.id }, change);
    Object.assign(this.row, change);
  }

  private readonly now = (): Date => this.desk.app.get(Clock).now();
  private readonly id = (): string => newId(this.now().getTime());
}
