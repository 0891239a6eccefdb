import {
  ActivityEntity,
  ActivityState,
  ActivityStepEntity,
  ActivityStepKind,
  ActivityTypeEntity,
  CatalogueTermEntity,
  VenueEntity,
  VenueKind,
} from '@dangwu/activities';
import { HolidayYears } from '@dangwu/calendar';
import type { Actor } from '@dangwu/organization';
import { lastDayOf } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import { branchYear, committeeYear } from './demo-calendar';
import type { DemoTree } from './demo-tree';
import { workingDayNear } from './working-day';

const { SCHEDULED, HELD, RECORDED, POSTPONED, CANCELLED } = ActivityState;

/** Which organization keeps which places; each is used by nobody else in the demo, so that none is booked twice. */
const venues: readonly (readonly [code: string, name: string, kind: VenueKind, address: string, capacity: number])[] = [
  ['DZ0001', '三层第一会议室', VenueKind.MEETING_ROOM, '协会大楼三层', 40],
  ['DZ0001', '党建展室', VenueKind.EXHIBITION_ROOM, '协会大楼一层', 60],
  ['DZ0001', '警示教育室', VenueKind.WARNING_ROOM, '协会大楼一层', 30],
  ['DZ0002', '三层党员活动室', VenueKind.ACTIVITY_ROOM, '协会大楼三层', 50],
  ['DZ0003', '四层会议室', VenueKind.MEETING_ROOM, '协会大楼四层', 20],
  ['DZ0022', '党委会议室', VenueKind.MEETING_ROOM, '科技园 2 号楼', 30],
  ['DZ0022', '匠心讲堂', VenueKind.FORUM, '科技园 1 号楼', 200],
];

interface Organization {
  readonly id: string;
  readonly code: string;
  readonly type: string;
  readonly foundedOn: string | null;
  readonly members: number;
}

type Row = Partial<ActivityEntity> & Pick<ActivityEntity, 'id' | 'organizationId' | 'state' | 'startsAt' | 'title'>;

/**
 * What some forty organizations held last year and this, and have planned for the weeks ahead: most of it recorded, some
 * records missing, one put off and one cancelled. Written as rows, as thousands one by one would take minutes.
 */
export async function addActivities(
  tx: EntityManager,
  app: INestApplicationContext,
  actor: Actor,
  tree: DemoTree,
  days: Days,
): Promise<void> {
  const { associationId } = actor;
  const places = await addVenues(tx, associationId, tree);
  const types = new Map((await tx.findBy(ActivityTypeEntity, { associationId })).map((type) => [type.key, type]));
  const terms = new Map(
    (await tx.findBy(CatalogueTermEntity, { associationId })).map(({ key, kind, id }) => [`${kind} ${key}`, id]),
  );
  const rules = await app.get(Rules).ofAssociation(tx, associationId, days.today);
  const calendar = await app.get(HolidayYears).calendar(tx, associationId);
  const now = new Date(`${days.today}T10:20:00+08:00`);
  const rows: Row[] = [];
  for (const [i, organization] of (await holders(tx, associationId)).entries()) {
    const year =
      organization.type.endsWith('BRANCH') && organization.type !== 'GENERAL_BRANCH' ? branchYear : committeeYear;
    for (const plan of year(i, days)) {
      const month = plan.on.slice(0, 7);
      const on = workingDayNear(calendar, plan.on, `${month}-01`, lastDayOf('MONTH', plan.on));
      if (organization.foundedOn && on < organization.foundedOn) continue;
      const type = types.get(plan.type)!;
      const startsAt = new Date(`${on}T${plan.from}:00+08:00`);
      const endsAt = new Date(startsAt.getTime() + plan.minutes * 60_000);
      const entitledCount = type.entitled === 'COMMITTEE' ? 5 : organization.members;
      const absent = Math.min(entitledCount, (i + on.charCodeAt(9)) % 3);
      const state = endsAt > now ? SCHEDULED : plan.unrecorded ? HELD : RECORDED;
      const rule = type.quorumRuleKey ? rules.get(type.quorumRuleKey) : undefined;
      const rest = state === RECORDED && {
        entitledCount,
        presentCount: entitledCount - absent,
        remoteCount: absent ? 0 : Math.min(1, entitledCount),
        leaveCount: absent,
        summary: plan.summary,
        quorumRuleId: rule?.id ?? null,
        quorumMet: rule ? (entitledCount - absent) * 2 >= entitledCount : null,
        recordedAt: new Date(
          endsAt.getTime() + 26 * 3_600_000 > now.getTime() ? now : endsAt.getTime() + 26 * 3_600_000,
        ),
        recordedBy: actor.name,
      };
      rows.push({
        id: newId(startsAt.getTime()),
        associationId,
        organizationId: organization.id,
        activityTypeId: type.id,
        title: plan.title,
        state,
        startsAt,
        endsAt,
        heldOn: on,
        countsOn: on,
        venueId: places.get(organization.code) ?? null,
        place: places.has(organization.code) ? null : '支部活动室',
        lineId: terms.get(i % 3 === 1 ? 'LINE MEMBER_SERVICE' : 'LINE INTERNAL')!,
        formId: plan.form ? terms.get(`FORM ${plan.form}`)! : null,
        topicIds: plan.topic ? [terms.get(`TOPIC ${plan.topic}`)!] : [],
        agenda: (plan.agenda ?? []).map((title) => ({ owner: null, title, minutes: 30 })),
        ...rest,
      });
    }
  }
  putOff(rows, days);
  // of one shape, in sets that the parameters of a statement hold
  for (let at = 0; at < rows.length; at += 1000) await tx.insert(ActivityEntity, rows.slice(at, at + 1000));
  const steps = rows.flatMap((row) => stepsOf(row, actor, now));
  for (let at = 0; at < steps.length; at += 2000) await tx.insert(ActivityStepEntity, steps.slice(at, at + 2000));
}

/** The next meeting of one organization is put off by a week, that of another is not held. */
function putOff(rows: Row[], days: Days): void {
  const ahead = rows.filter(({ state }) => state === SCHEDULED);
  const postponed = ahead.find(({ title }) => title.includes('主题党日'));
  const cancelled = ahead.findLast(({ title }) => title.includes('支委会'));
  if (cancelled) Object.assign(cancelled, { state: CANCELLED, reason: '半数委员外出调研', makeUpBy: days.at(60) });
  if (!postponed) return;
  const week = 7 * 86_400_000;
  const startsAt = new Date(postponed.startsAt.getTime() + week + 2 * 3_600_000);
  const heldOn = new Date(Date.parse(postponed.heldOn!) + week).toISOString().slice(0, 10);
  rows.push({
    ...postponed,
    id: newId(startsAt.getTime()),
    startsAt,
    endsAt: new Date(postponed.endsAt!.getTime() + week + 2 * 3_600_000),
    heldOn,
    makeUpOfId: postponed.id,
  });
  Object.assign(postponed, { state: POSTPONED, reason: '全体参加协会年度标准评审会', makeUpBy: heldOn });
}

function stepsOf(
  { id, state, startsAt, organizationId, reason, recordedAt, associationId }: Row,
  { name }: Actor,
  now: Date,
): Partial<ActivityStepEntity>[] {
  const step = (kind: ActivityStepKind, at: Date, more: object = {}) => ({
    id: newId(at.getTime()),
    associationId,
    activityId: id,
    organizationId,
    kind,
    actorName: name,
    at,
    ...more,
  });
  const planned = new Date(Math.min(startsAt.getTime() - 9 * 86_400_000, now.getTime() - 3_600_000));
  return [
    step(ActivityStepKind.SCHEDULED, planned),
    ...(recordedAt ? [step(ActivityStepKind.RECORDED, recordedAt)] : []),
    ...(state === POSTPONED ? [step(ActivityStepKind.POSTPONED, planned, { reason })] : []),
    ...(state === CANCELLED ? [step(ActivityStepKind.CANCELLED, planned, { reason })] : []),
  ];
}

async function addVenues(
  tx: EntityManager,
  associationId: string,
  tree: DemoTree,
): Promise<ReadonlyMap<string, string>> {
  const rows = venues.map(([code, name, kind, address, capacity]) => ({
    id: newId(),
    associationId,
    organizationId: tree.id(code),
    name,
    kind,
    address,
    capacity,
  }));
  await tx.insert(VenueEntity, rows);
  // the first of each: there it holds what it holds
  const first = new Map<string, string>();
  for (const [i, [code]] of venues.entries()) if (!first.has(code)) first.set(code, rows[i]!.id);
  return first;
}

/** Who holds something: the committees, and branches of the secretariat and of owned enterprises. */
function holders(tx: EntityManager, associationId: string): Promise<Organization[]> {
  return tx.query<Organization[]>(
    `(select id, code, type, founded_on::text as "foundedOn", greatest(coalesce(reported_member_count, 9), 3) as members
      from party_organization where association_id = $1 and status = 'ACTIVE'
        and type in ('FUNCTIONAL_COMMITTEE', 'COMMITTEE', 'GENERAL_BRANCH') and tier in ('COUNCIL', 'SECRETARIAT', 'ENTERPRISE')
      order by code limit 14)
     union all
     (select id, code, type, founded_on::text, greatest(coalesce(reported_member_count, 9), 3)
      from party_organization where association_id = $1 and status = 'ACTIVE'
        and type in ('BRANCH', 'JOINT_BRANCH') and tier in ('SECRETARIAT', 'ENTERPRISE') order by code limit 34)`,
    [associationId],
  );
}
