import { dateIn, associationZone } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity, plusMonths, typeWords } from '@dangwu/organization';
import type { EntityManager } from 'typeorm';
import { ActivityTypeEntity, CatalogueTermEntity, VenueEntity } from '../catalogue/catalogue.entities';
import { catalogueErrors } from '../catalogue/catalogue.errors';
import { TermKind } from '../catalogue/catalogue.enums';
import { earliestDay, faultOfTimes, longestDays } from './activity-lifecycle';
import type { ActivityEntity, AgendaItem } from './activity.entity';
import { activityErrors } from './activity.errors';
import type { AgendaItemInput } from './agenda.inputs';

/** How far ahead an activity can be planned. */
const monthsAhead = 36;

/** The day an activity begins, wherever the host stands and in whichever zone its time was written. */
export const dayOf = (startsAt: Date): string => dateIn(associationZone, startsAt);

/** @throws ACTIVITY_TIMES_ORDER, ACTIVITY_TOO_LONG, ACTIVITY_DAY */
export function checkTimes(startsAt: Date, endsAt: Date, today: string): void {
  const fault = faultOfTimes(startsAt, endsAt);
  if (fault === 'ORDER') throw activityErrors.ACTIVITY_TIMES_ORDER();
  if (fault === 'LONG') throw activityErrors.ACTIVITY_TOO_LONG({ days: longestDays });
  const on = dayOf(startsAt);
  // years of five digits sort before those of four
  if (on.length > 10 || on < earliestDay || on > plusMonths(today, monthsAhead))
    throw activityErrors.ACTIVITY_DAY({ on, earliest: earliestDay, months: monthsAhead });
}

/** Whether the organization holds such an activity on its day. */
export function checkHolder(
  organization: Pick<PartyOrganizationEntity, 'name' | 'type' | 'foundedOn' | 'dissolvedOn'>,
  type: Pick<ActivityTypeEntity, 'nameZh' | 'nameEn' | 'organizationTypes'>,
  on: string,
): void {
  const { name, foundedOn, dissolvedOn } = organization;
  if (dissolvedOn && on >= dissolvedOn)
    throw activityErrors.ACTIVITY_ORGANIZATION_GONE({ organization: name, dissolvedOn, on });
  if (foundedOn && on < foundedOn) throw activityErrors.ACTIVITY_BEFORE_FOUNDING({ organization: name, foundedOn, on });
  if (type.organizationTypes.includes(organization.type)) return;
  throw activityErrors.ACTIVITY_TYPE_NOT_HERE({
    organization: name,
    typeZh: typeWords[organization.type].zh,
    typeEn: typeWords[organization.type].en,
    nameZh: type.nameZh,
    nameEn: type.nameEn,
    holdersZh: type.organizationTypes.map((each) => typeWords[each].zh).join('、'),
    holdersEn: type.organizationTypes.map((each) => typeWords[each].en).join(', '),
  });
}

/** A type of which something can be planned. @throws UNKNOWN_ID, ACTIVITY_TYPE_RETIRED */
export async function findType(tx: EntityManager, id: string, today: string): Promise<ActivityTypeEntity> {
  const type = await tx.findOneBy(ActivityTypeEntity, { id });
  if (!type) throw platformErrors.UNKNOWN_ID();
  if (type.retiredOn && type.retiredOn <= today)
    throw activityErrors.ACTIVITY_TYPE_RETIRED({ name: type.nameZh, on: type.retiredOn });
  return type;
}

export const findOrganization = (tx: EntityManager, id: string): Promise<PartyOrganizationEntity> =>
  // a dissolution at the same moment waits, or is seen
  tx.findOneOrFail(PartyOrganizationEntity, { where: { id }, lock: { mode: 'pessimistic_read' } });

/** A venue that is open on the day. @throws UNKNOWN_ID, VENUE_CLOSED */
export async function checkVenue(tx: EntityManager, id: string | null, on: string): Promise<void> {
  if (!id) return;
  const venue = await tx.findOneBy(VenueEntity, { id });
  if (!venue) throw platformErrors.UNKNOWN_ID();
  if (venue.closedOn && on >= venue.closedOn)
    throw catalogueErrors.VENUE_CLOSED({ name: venue.name, on: venue.closedOn });
}

/** UUID of a venue that was named, null for none, undefined when nothing was said. */
export const venueIn = (given: string | null | undefined): string | null | undefined =>
  given ? localId('Venue', given) : given;

interface Sorted {
  readonly lineId?: string | null;
  readonly formId?: string | null;
  readonly topicIds?: readonly string[] | null;
}

/** UUIDs of line, form and topics; undefined where nothing was said. @throws UNKNOWN_ID, ACTIVITY_TERM_RETIRED */
export async function findTerms(
  tx: EntityManager,
  { lineId, formId, topicIds }: Sorted,
  today: string,
  present?: ActivityEntity,
): Promise<{ lineId?: string | null; formId?: string | null; topicIds?: string[] }> {
  const old = new Set(present ? [present.lineId, present.formId, ...present.topicIds] : []);
  const one = async (kind: TermKind, global: string): Promise<string> => {
    const id = localId('CatalogueTerm', global);
    const term = await tx.findOneBy(CatalogueTermEntity, { id, kind });
    if (!term) throw platformErrors.UNKNOWN_ID();
    // what an activity has it keeps
    if (term.retiredOn && term.retiredOn <= today && !old.has(id))
      throw activityErrors.ACTIVITY_TERM_RETIRED({ name: term.nameZh, on: term.retiredOn });
    return id;
  };
  const topics: string[] = [];
  for (const topic of topicIds ?? []) topics.push(await one(TermKind.TOPIC, topic));
  return {
    ...(lineId !== undefined && { lineId: lineId ? await one(TermKind.LINE, lineId) : null }),
    ...(formId !== undefined && { formId: formId ? await one(TermKind.FORM, formId) : null }),
    ...(topicIds !== undefined && { topicIds: topics }),
  };
}

/** In the order in which jsonb keeps the names, so that what is read back equals what was written. */
export const agendaOf = (items: readonly AgendaItemInput[] | null | undefined): AgendaItem[] =>
  (items ?? []).map(({ title, minutes, owner }) => ({
    owner: owner?.trim() || null,
    title: title.trim(),
    minutes: minutes ?? null,
  }));

/** Text that may be empty: null for nothing, undefined when nothing was said. */
export const textOf = (text: string | null | undefined): string | null | undefined =>
  text === undefined ? undefined : text?.trim() || null;
