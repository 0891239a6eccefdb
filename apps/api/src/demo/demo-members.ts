import { ImportKind } from '@dangwu/imports';
import {
  AffiliationEntity,
  AffiliationKind,
  LeadershipTeamEntity,
  MemberEntity,
  MemberHistory,
  MemberNumbers,
} from '@dangwu/membership';
import { PartyOrganizationEntity, type Actor } from '@dangwu/organization';
import { plusDays } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import { importRoster, rosters, type Row } from './demo-rosters';
import type { DemoTree } from './demo-tree';
import type { Past } from './past';

/** Members who stood in another branch when the roster was entered, and were transferred since. */
const transferred: Readonly<Record<string, { readonly from: string; readonly daysAgo: number }>> = {
  '990219199403224449': { from: '示范建筑科技有限公司（2）第2党支部', daysAgo: 27 },
  '99130819710601462X': { from: '秘书处综合管理部党支部', daysAgo: 16 },
  '990505196208184044': { from: '秘书处国际合作部党支部', daysAgo: 6 },
};
/** Two who take part in the committee at the root as well. */
const functional = ['991803196810061623', '992720197208281742'];

const numberOf = (row: Row): string => String(row['身份证号']);

async function memberOf(tx: EntityManager, app: INestApplicationContext, number: string): Promise<MemberEntity> {
  const [idMark] = await app.get(MemberNumbers, { strict: false }).idMarks([number]);
  return tx.findOneByOrFail(MemberEntity, { idMark: idMark! });
}

/** What has to be at hand to make a past of members. */
interface Making {
  readonly tx: EntityManager;
  readonly app: INestApplicationContext;
  readonly actor: Actor;
  readonly days: Days;
}

/** Imports the roster of members as it stood on a day, with the posts they held. */
export function addMembers(
  tx: EntityManager,
  app: INestApplicationContext,
  past: Past,
  actor: Actor,
  day: string,
): Promise<void> {
  const rows = rosters.members.map((row) => asOf({ ...row, ...placeBefore(row) }, day));
  return past.at(day, () =>
    importRoster(tx, app, actor, { kind: ImportKind.MEMBERS, fileName: '党员名册.xlsx', rows }),
  );
}

/** Whoever becomes a full member later is on probation on that day. */
function asOf(row: Row, day: string): Row {
  return String(row['转正时间']) > day ? { ...row, 党员类别: '预备党员', 转正时间: '' } : row;
}

const placeBefore = (row: Row): Row => {
  const before = transferred[numberOf(row)];
  return before ? { 所在党支部: before.from } : {};
};

/** What happened to members since the roster was entered, and what is decided and lies ahead. */
export async function moveMembers(making: Making, tree: DemoTree): Promise<void> {
  const { tx, app, days } = making;
  const moved: string[] = [];
  for (const row of rosters.members) {
    const before = transferred[numberOf(row)];
    if (before) moved.push(await transfer(making, row, -before.daysAgo));
  }
  moved.push(...(await takePart(making, tree.root)), await planTransfer(making, tree.id('DZ0004')));
  await app.get(MemberHistory, { strict: false }).derive(tx, moved, days.today);
}

/** A transfer is two dated rows: the old affiliation ends on the day on which the new one begins. */
async function transfer({ tx, app, days, actor }: Making, row: Row, on: number): Promise<string> {
  const member = await memberOf(tx, app, numberOf(row));
  const { id: organizationId } = await tx.findOneByOrFail(PartyOrganizationEntity, { name: String(row['所在党支部']) });
  await move(tx, actor, member, organizationId, days.at(on));
  return member.id;
}

async function move(
  tx: EntityManager,
  { associationId }: Actor,
  { id: memberId }: MemberEntity,
  organizationId: string,
  since: string,
): Promise<void> {
  const kind = AffiliationKind.FORMAL;
  await tx.update(AffiliationEntity, { memberId, kind }, { until: since });
  const basis = '中国共产党党员组织关系介绍信';
  await tx.insert(AffiliationEntity, { id: newId(), associationId, memberId, organizationId, kind, since, basis });
}

/** Somebody whose transfer is decided and lies ahead. */
async function planTransfer({ tx, days, actor }: Making, organizationId: string): Promise<string> {
  const member = await tx
    .createQueryBuilder(MemberEntity, 'm')
    .innerJoin(PartyOrganizationEntity, 'o', 'o.id = m.organizationId')
    .where(`o.name = '秘书处国际合作部党支部' and m.status = 'FULL'`)
    .andWhere('not exists (select from appointment a where a.member_id = m.id)')
    .orderBy('m.pinyin')
    .addOrderBy('m.id')
    .getOneOrFail();
  await move(tx, actor, member, organizationId, days.at(21));
  return member.id;
}

/** Two from the companies take part in the committee at the root, where nobody belongs formally. */
async function takePart({ tx, app, days, actor }: Making, organizationId: string): Promise<string[]> {
  const members = await Promise.all(functional.map((number) => memberOf(tx, app, number)));
  const since = days.at(-400);
  for (const { id: memberId, associationId } of members)
    await tx.insert(AffiliationEntity, {
      id: newId(),
      associationId,
      memberId,
      organizationId,
      kind: AffiliationKind.FUNCTIONAL,
      since,
      basis: `${actor.name ?? ''}等同志参加功能型党委工作的通知`,
    });
  return members.map(({ id }) => id);
}

interface Elected {
  readonly organizationId: string;
  readonly since: string;
  readonly endsOn: string;
  readonly remindOn: string;
  /** when the term before it began */
  readonly before: string;
  readonly foundedOn: string | null;
  readonly posts: number;
  readonly led: boolean;
}

/** Teams have three, five or seven seats; one without a secretary has that seat free. */
const seatsOf = ({ posts, led }: Elected): number => {
  const needed = led ? posts : posts + 1;
  return [3, 5, 7].find((seats) => seats >= needed) ?? needed;
};

/** The teams behind the terms of the tree, where posts are held. */
export async function addTeams(tx: EntityManager, associationId: string): Promise<void> {
  const elected = await tx.query<Elected[]>(
    `select o.id as "organizationId", o.term_ends_on::text as "endsOn", count(*)::int as posts,
       bool_or(a.post = 'SECRETARY') as led,
       (o.term_ends_on - make_interval(years => case o.type when 'COMMITTEE' then 5 else 3 end))::date::text as since,
       (o.term_ends_on - interval '6 months')::date::text as "remindOn",
       o.founded_on::text as "foundedOn",
       (o.term_ends_on - make_interval(years => 2 * case o.type when 'COMMITTEE' then 5 else 3 end))::date::text as before
     from party_organization o join appointment a on a.organization_id = o.id and a.until is null
     where o.association_id = $1 and o.status = 'ACTIVE' and o.term_ends_on is not null
     group by o.id order by o.path`,
    [associationId],
  );
  await tx.insert(
    LeadershipTeamEntity,
    elected.flatMap((team, i) =>
      team.foundedOn !== null && team.before < team.foundedOn ? [] : [formerTeam(team, i, associationId)],
    ),
  );
  await tx.insert(
    LeadershipTeamEntity,
    elected.map((team, i) => ({
      organizationId: team.organizationId,
      since: team.since,
      endsOn: team.endsOn,
      remindOn: team.remindOn,
      id: newId(),
      associationId,
      termNo: 2 + (i % 4),
      until: null,
      seats: seatsOf(team),
      basis: `关于同意换届选举结果的批复（示党字〔${team.since.slice(0, 4)}〕${i + 1} 号）`,
    })),
  );
}

/** The team before, most of which were followed by the next before their term was over, one in six some weeks after. */
function formerTeam(team: Elected, i: number, associationId: string) {
  const endsOn = plusDays(team.since, i % 6 === 5 ? -24 : 0);
  return {
    organizationId: team.organizationId,
    since: team.before,
    endsOn,
    remindOn: plusDays(endsOn, -180),
    id: newId(),
    associationId,
    termNo: 1 + (i % 4),
    until: team.since,
    seats: seatsOf(team),
    basis: `关于同意换届选举结果的批复（示党字〔${team.before.slice(0, 4)}〕${i + 1} 号）`,
  };
}
