import { meetsShare } from '@dangwu/rules';
import { Closest, comparable, type CheckContext, type CheckRow } from '@dangwu/imports';
import { instantOf } from '@dangwu/calendar';
import { associationZone } from '@dangwu/platform/clock';
import { plusMonths, typeWords, type KnownOrganization } from '@dangwu/organization';
import { faultOfCounts, faultOfTimes, longestDays, scheduledState } from '../activity/activity-lifecycle';
import { ActivityState } from '../activity/activity.enums';
import { stateWords } from '../activity/activity-words';
import { changesOf } from '../catalogue/change-catalogue';
import { momentOf, type Known, type KnownActivity, type KnownType, type PresentActivities } from './known';
import type { RosterActivity } from './roster-fields';

export type ActivityRow = CheckRow<RosterActivity>;

/** What a row was found to mean. */
export interface Meaning {
  readonly organization: KnownOrganization;
  readonly type: KnownType;
  readonly organizationId: string;
  readonly activityTypeId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly facts: Facts;
}

/** What a row says of an activity; what it does not say is absent. */
export type Facts = Partial<Omit<KnownActivity, 'id' | 'version' | 'externalId' | 'venueId' | 'makeUpOfId'>>;

/** What is to become of a good row. */
export interface ActivityPlan extends Meaning {
  readonly known: KnownActivity | null;
  /** what is set; of a new one all */
  readonly set: Facts;
}

const counted = ['entitledCount', 'presentCount', 'remoteCount', 'leaveCount'] as const;
const mostTopics = 10;
const monthsAhead = 36;

/** What each row means by itself, with the faults that need more than one cell. */
export function readRoster(
  rows: readonly ActivityRow[],
  known: Known,
  context: CheckContext,
  now: Date,
): Map<ActivityRow, Meaning> {
  let names: Closest | undefined;
  const closest = (name: string): string | undefined =>
    (names ??= new Closest(known.organizations.all.map((one) => one.name))).find(name);
  const typeNames = new Closest([...known.types.values()].map(({ nameZh }) => nameZh));
  const found = new Map<ActivityRow, Meaning>();
  for (const row of rows) {
    const organization = findOrganization(row, known, closest, context);
    const type = findType(row, known, typeNames);
    const times = findTimes(row, context);
    const topicIds = findTopics(row, known);
    checkHolder(row, organization, type, known);
    checkCounts(row, times, now);
    if (!organization || !type || !times) continue;
    const { startsAt, endsAt, heldOn } = times;
    const { title, place, summary } = row.values;
    const record = recordOf(row, organization, type, heldOn, known);
    const state = record ? ActivityState.RECORDED : scheduledState(endsAt, now);
    const place_ = { organizationId: organization.id, activityTypeId: type.id };
    const facts: Facts = {
      ...place_,
      title: title!,
      state,
      startsAt,
      endsAt,
      heldOn,
      countsOn: heldOn,
      ...(place !== undefined && { place }),
      ...(topicIds && { topicIds }),
      ...(summary !== undefined && { summary }),
      ...record,
    };
    found.set(row, { organization, type, ...place_, startsAt, endsAt, facts });
  }
  checkTwice(rows, found);
  return found;
}

/** What is to become of each row that has no fault, against the activities that are there. */
export function planRoster(
  rows: readonly ActivityRow[],
  meanings: ReadonlyMap<ActivityRow, Meaning>,
  present: PresentActivities,
): Map<ActivityRow, ActivityPlan> {
  const plans = new Map<ActivityRow, ActivityPlan>();
  for (const row of rows) {
    const meaning = meanings.get(row);
    if (!meaning || row.held) continue;
    const { externalId } = row.values;
    const byId = externalId === undefined ? undefined : present.byExternalId.get(externalId);
    const byMoment = present.byMoment.get(momentOf(meaning));
    // an activity that has another id is another activity
    const same = byMoment && (externalId === undefined || !byMoment.externalId) ? byMoment : undefined;
    const known = byId ?? same ?? null;
    if (known) checkPresent(row, meaning, known);
    if (row.held) continue;
    const set = known ? changed(meaning.facts, known, externalId) : meaning.facts;
    row.action = !known ? 'CREATE' : Object.keys(set).length ? 'UPDATE' : 'UNCHANGED';
    plans.set(row, { ...meaning, known, set });
  }
  return plans;
}

function findOrganization(
  row: ActivityRow,
  { organizations }: Known,
  closest: (name: string) => string | undefined,
  context: CheckContext,
): KnownOrganization | null {
  const name = row.values.organization;
  if (name === undefined || !row.sound('organization')) return null;
  const all = organizations.called(name);
  const active = all.filter(({ status }) => status === 'ACTIVE');
  const [one, another] = active.length ? active : all;
  const earlier = context.heldBack.get(comparable(name));
  if (another) row.find('organization', 'AMBIGUOUS_ORGANIZATION', { codes: all.map(({ code }) => code) });
  else if (one && !context.reaches(one)) row.find('organization', 'OUT_OF_REACH');
  else if (one) return one;
  else if (earlier) row.block('organization', 'EARLIER_HELD_BACK', { held: earlier.row, file: earlier.fileName });
  else {
    const suggestion = closest(name);
    row.find('organization', 'UNKNOWN_ORGANIZATION', { ...(suggestion && { suggestion }) });
  }
  return null;
}

function findType(row: ActivityRow, { types }: Known, closest: Closest): KnownType | null {
  const { type: name, heldOn } = row.values;
  if (name === undefined || !row.sound('type')) return null;
  const type = types.get(comparable(name));
  if (!type) {
    const suggestion = closest.find(name);
    row.find('type', 'UNKNOWN_TYPE', { ...(suggestion && { suggestion }) });
    return null;
  }
  if (heldOn !== undefined && type.retiredOn && heldOn >= type.retiredOn)
    row.find('type', 'TYPE_RETIRED', { on: type.retiredOn });
  return type;
}

interface Times {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly heldOn: string;
}

function findTimes(row: ActivityRow, { today }: CheckContext): Times | null {
  const { heldOn, from, to, endsOn } = row.values;
  const latest = plusMonths(today, monthsAhead);
  if (heldOn !== undefined && heldOn > latest) row.find('heldOn', 'DAY_TOO_FAR', { date: heldOn, latest });
  if (from !== undefined && (from < '06:00' || from >= '22:00')) row.find('from', 'ODD_TIME');
  if (heldOn === undefined || from === undefined || to === undefined || !row.sound('endsOn')) return null;
  const startsAt = instantOf(heldOn, from, associationZone);
  const endsAt = instantOf(endsOn ?? heldOn, to, associationZone);
  const fault = faultOfTimes(startsAt, endsAt);
  const field = endsOn !== undefined && endsOn !== heldOn ? 'endsOn' : 'to';
  if (fault === 'ORDER') row.find(field, 'END_BEFORE_START', { starts: `${heldOn} ${from}` });
  if (fault === 'LONG') row.find('endsOn', 'TOO_MANY_DAYS', { days: longestDays });
  return fault ? null : { startsAt, endsAt, heldOn };
}

function findTopics(row: ActivityRow, known: Known): string[] | undefined {
  const { topics, heldOn } = row.values;
  if (!topics || !row.sound('topics')) return undefined;
  if (topics.length > mostTopics) row.find('topics', 'TOO_MANY_TOPICS', { count: topics.length, most: mostTopics });
  const ids = topics.map((name) => {
    const topic = known.topics.get(comparable(name));
    const there = topic && !(topic.retiredOn && heldOn !== undefined && heldOn >= topic.retiredOn);
    if (!there) row.find('topics', 'UNKNOWN_TOPIC', { topic: name });
    return topic?.id ?? '';
  });
  return [...new Set(ids)];
}

function checkHolder(
  row: ActivityRow,
  organization: KnownOrganization | null,
  type: KnownType | null,
  { dissolvedOn }: Known,
): void {
  if (!organization) return;
  const { heldOn } = row.values;
  const { name, foundedOn, id } = organization;
  const dissolved = dissolvedOn.get(id);
  if (heldOn !== undefined && ((foundedOn && heldOn < foundedOn) || (dissolved && heldOn >= dissolved)))
    row.find('heldOn', 'ORGANIZATION_NOT_THERE', {
      organization: name,
      founded: foundedOn ?? '',
      dissolved: dissolved ?? '',
    });
  if (type && !type.organizationTypes.includes(organization.type)) {
    const { zh, en } = typeWords[organization.type];
    row.find('type', 'TYPE_NOT_HERE', { organization: name, organizationType: zh, organizationTypeEn: en });
  }
}

function checkCounts(row: ActivityRow, times: Times | null, now: Date): void {
  const given = counted.filter((field) => row.values[field] !== undefined);
  if (given.length === 0) return;
  if (times && times.endsAt > now) return row.find(given.at(-1)!, 'COUNTS_AHEAD');
  const { entitledCount, presentCount, remoteCount = 0, leaveCount = 0 } = row.values;
  for (const field of ['entitledCount', 'presentCount'] as const)
    if (row.values[field] === undefined && row.sound(field)) row.find(field, 'COUNTS_INCOMPLETE');
  if (entitledCount === undefined || presentCount === undefined) return;
  if (!row.sound('remoteCount') || !row.sound('leaveCount')) return;
  const fault = faultOfCounts({ entitledCount, presentCount, remoteCount, leaveCount });
  const words = { entitled: entitledCount, present: presentCount, remote: remoteCount, leave: leaveCount };
  if (fault === 'PRESENT') row.find('presentCount', 'COUNT_PRESENT', words);
  else if (fault === 'REMOTE') row.find('remoteCount', 'COUNT_REMOTE', words);
  else if (fault === 'LEAVE') row.find('leaveCount', 'COUNT_LEAVE', words);
  else if (presentCount === 0) row.find('presentCount', 'NONE_PRESENT');
}

/** What a row with counts records, and whether enough were there by the rule of the day. */
function recordOf(
  row: ActivityRow,
  organization: KnownOrganization,
  type: KnownType,
  heldOn: string,
  known: Known,
): Facts | null {
  const { entitledCount, presentCount, remoteCount = 0, leaveCount = 0 } = row.values;
  if (entitledCount === undefined || presentCount === undefined) return null;
  const quorum = known.quorum(type, organization, heldOn);
  const met = quorum ? meetsShare(presentCount, entitledCount, quorum.parsed) : null;
  if (quorum && !met && presentCount > 0) {
    const { nameZh, nameEn, value, basisZh, basisEn } = quorum.rule;
    const words = { rule: nameZh, ruleEn: nameEn, value, basis: basisZh, basisEn };
    row.find('presentCount', 'QUORUM_NOT_MET', { entitled: entitledCount, present: presentCount, ...words });
  }
  const counts = { entitledCount, presentCount, remoteCount, leaveCount };
  return { ...counts, quorumRuleId: quorum?.rule.id ?? null, quorumMet: met };
}

/** Of two rows with one id, or of one organization, type and time, the later is at fault. */
function checkTwice(rows: readonly ActivityRow[], meanings: ReadonlyMap<ActivityRow, Meaning>): void {
  const [ids, moments, days] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const first = (seen: Map<string, number>, key: string, { row }: ActivityRow): number | undefined => {
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, row);
    return earlier;
  };
  for (const row of rows) {
    const { externalId, heldOn } = row.values;
    const sameId = externalId === undefined ? undefined : first(ids, externalId, row);
    if (sameId !== undefined) row.find('externalId', 'DUPLICATE_ID', { first: sameId });
    const meaning = meanings.get(row);
    if (!meaning) continue;
    const moment = first(moments, momentOf(meaning), row);
    const day = first(days, `${meaning.organizationId} ${meaning.activityTypeId} ${heldOn}`, row);
    if (moment !== undefined) row.find('from', 'DUPLICATE_ROW', { first: moment });
    else if (day !== undefined) row.find('heldOn', 'SAME_DAY', { first: day });
  }
}

function checkPresent(row: ActivityRow, meaning: Meaning, known: KnownActivity): void {
  const { organizationId, activityTypeId, startsAt, endsAt } = meaning;
  if (known.organizationId !== organizationId || known.activityTypeId !== activityTypeId)
    // what others hold is not told to whoever may not see it
    return row.find('externalId', 'ID_ELSEWHERE', {
      title: known.organizationId === organizationId ? `“${known.title}”` : '',
    });
  if (known.state === ActivityState.POSTPONED || known.state === ActivityState.CANCELLED) {
    const { zh, en } = stateWords[known.state];
    return row.find('externalId', 'PUT_OFF', { state: zh, stateEn: en });
  }
  const draft = known.state === ActivityState.DRAFT;
  if (!draft && known.heldOn !== row.values.heldOn) return row.find('heldOn', 'DAY_DIFFERS', { on: known.heldOn });
  const moved = +known.startsAt !== +startsAt || +known.endsAt !== +endsAt;
  if (known.venueId && (moved || draft)) row.find('from', 'TIMES_BOOKED');
}

/** What differs from the activity that is there. What is recorded stays so where the row has no counts. */
function changed(facts: Facts, known: KnownActivity, externalId: string | undefined): Facts {
  const { state, countsOn, ...rest } = facts;
  const records = facts.presentCount !== undefined || known.state !== ActivityState.RECORDED;
  const wanted = {
    ...rest,
    ...(records && { state }),
    countsOn: known.makeUpOfId ? known.countsOn : countsOn,
    ...(externalId !== undefined && { externalId }),
  };
  return changesOf(known, wanted)?.after ?? {};
}
