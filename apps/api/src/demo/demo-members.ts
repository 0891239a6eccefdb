import { ImportKind } from '@dangwu/imports';
import {
  AffiliationEntity,
  AffiliationKind,
  AppointmentEntity,
  LeadershipTeamsService,
  MemberEntity,
  MemberHistory,
  MemberNumbers,
  Post,
} from '@dangwu/membership';
import { PartyOrganizationEntity, plusMonths, type Actor } from '@dangwu/organization';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { Days } from './days';
import { importRoster, rosters, type Row } from './demo-rosters';
import type { DemoTree } from './demo-tree';
import type { Past } from './past';

const fileName = '示范行业协会党员名册.xlsx';

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

/** Imports the roster of members; then transfers, elections and posts as they happened. @param entered days from today */
export async function addMembers(
  tx: EntityManager,
  app: INestApplicationContext,
  past: Past,
  actor: Actor,
  tree: DemoTree,
  days: Days,
  entered: number,
): Promise<void> {
  const making: Making = { tx, app, actor, days };
  const rows = rosters.members.map((row, i): Row => {
    const before = transferred[numberOf(row)];
    const place = before && { 所在党支部: before.from };
    // whose dates lie after the day on which the roster was entered, whenever that was, had them a little before it
    const late = [row['入党时间'], row['转正时间']].some((day) => String(day) >= days.at(entered));
    if (!late) return { ...row, ...place };
    const joined = days.at(entered - 400 - (i % 9) * 20);
    return { ...row, 入党时间: joined, ...(row['转正时间'] && { 转正时间: plusMonths(joined, 12) }), ...place };
  });
  await past.at(days.at(entered), () => importRoster(tx, app, actor, { kind: ImportKind.MEMBERS, fileName, rows }));
  const moved: string[] = [];
  for (const row of rosters.members) {
    const before = transferred[numberOf(row)];
    if (before) moved.push(await transfer(making, row, -before.daysAgo));
  }
  moved.push(...(await takePart(making, tree.root)), await planTransfer(making, tree.id('DZ0004')));
  await app.get(MemberHistory, { strict: false }).derive(tx, moved, days.today);
  await electTeams(making);
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

interface Electing {
  readonly organization: PartyOrganizationEntity;
  /** full members who belong there or below, those with posts first */
  readonly members: readonly { readonly id: string; readonly post: Post | null }[];
}

const { SECRETARY, DEPUTY_SECRETARY, ORGANIZATION_MEMBER, PUBLICITY_MEMBER, DISCIPLINE_MEMBER } = Post;
/** In which order the posts of a team are filled. */
const posts = [SECRETARY, ORGANIZATION_MEMBER, PUBLICITY_MEMBER, DEPUTY_SECRETARY, DISCIPLINE_MEMBER];

/**
 * Elections whose terms end when the organizations' terms do. Some teams have a seat that nobody holds, and two
 * branches have not registered theirs.
 */
async function electTeams(making: Making): Promise<void> {
  const { tx, app, days } = making;
  const elections = await electing(tx);
  for (const [i, { organization, members }] of elections.entries()) {
    if (i % 13 === 6) continue;
    const { id: organizationId, termEndsOn, termYears } = organization;
    const electedOn = termEndsOn && termYears ? plusMonths(termEndsOn, -12 * termYears) : days.at(-500);
    const teams = app.get(LeadershipTeamsService, { strict: false });
    const seats = members.length > 20 ? 5 : 3;
    await teams.elect(tx, organization, { electedOn, seats, basis: '选举结果的批复（示党字〔41〕号）' });
    await fillPosts(making, organizationId, electedOn, members, i % 4 === 1 ? seats - 1 : seats);
  }
}

async function fillPosts(
  { tx, actor: { associationId } }: Making,
  organizationId: string,
  since: string,
  members: Electing['members'],
  seats: number,
): Promise<void> {
  // the posts of the roster are those of the team, from its election; of several secretaries one is
  const held = new Map<Post, string>();
  for (const { id: memberId, post } of members)
    if (post && !held.has(post)) {
      held.set(post, memberId);
      await tx.update(AppointmentEntity, { memberId, organizationId, post }, { since });
    } else if (post === SECRETARY)
      await tx.update(AppointmentEntity, { memberId, organizationId, post }, { until: since, since });
  const free = members.filter(({ post }) => post === null).map(({ id }) => id);
  const open = posts.filter((post) => !held.has(post)).slice(0, Math.max(0, seats - held.size));
  for (const post of open) {
    const memberId = free.shift();
    if (!memberId) return;
    const basis = '选举结果的批复（示党字〔41〕号）';
    await tx.insert(AppointmentEntity, { id: newId(), associationId, memberId, organizationId, post, since, basis });
  }
}

/** Branches with registered members and what stands above them, as far as it elects its leadership. */
async function electing(tx: EntityManager): Promise<Electing[]> {
  const found = await tx.query<{ id: string; members: Electing['members'] }[]>(
    `select o.id, json_agg(json_build_object('id', m.id, 'post', a.post) order by a.rank, m.joined_on, m.id) as members
     from party_organization o
     join party_organization home on starts_with(home.leads_path, o.leads_path)
     join member m on m.organization_id = home.id and m.status = 'FULL' and m.affiliation_kind = 'FORMAL'
     left join appointment a on a.member_id = m.id and a.organization_id = o.id
     where o.type in ('COMMITTEE', 'GENERAL_BRANCH', 'BRANCH') and o.status = 'ACTIVE' and o.parent_id is not null
     group by o.id, o.path order by o.path`,
  );
  const organizations = await tx.findBy(PartyOrganizationEntity, { id: In(found.map(({ id }) => id)) });
  const byId = new Map(organizations.map((organization) => [organization.id, organization]));
  return found.map(({ id, members }) => ({ organization: byId.get(id)!, members }));
}
