import { KnownOrganizations, type KnownOrganization } from '@dangwu/organization';
import { parseRuleValue, RuleEntity, type RuleValue } from '@dangwu/rules';
import { comparable } from '@dangwu/imports';
import { In, type EntityManager } from 'typeorm';
import type { ActivityEntity } from '../activity/activity.entity';
import { ActivityTypeEntity, CatalogueTermEntity } from '../catalogue/catalogue.entities';
import { TermKind } from '../catalogue/catalogue.enums';

export type KnownType = Pick<ActivityTypeEntity, 'id' | 'nameZh' | 'organizationTypes' | 'quorumRuleKey' | 'retiredOn'>;
export type KnownRule = Pick<
  RuleEntity,
  | 'id'
  | 'key'
  | 'nameZh'
  | 'nameEn'
  | 'value'
  | 'basisZh'
  | 'basisEn'
  | 'layer'
  | 'organizationId'
  | 'effectiveFrom'
  | 'effectiveTo'
>;

/** An activity of the system that a row may mean. */
export type KnownActivity = Pick<
  ActivityEntity,
  | 'id'
  | 'version'
  | 'externalId'
  | 'organizationId'
  | 'activityTypeId'
  | 'title'
  | 'state'
  | 'startsAt'
  | 'endsAt'
  | 'heldOn'
  | 'countsOn'
  | 'makeUpOfId'
  | 'venueId'
  | 'place'
  | 'topicIds'
  | 'entitledCount'
  | 'presentCount'
  | 'remoteCount'
  | 'leaveCount'
  | 'summary'
  | 'quorumRuleId'
  | 'quorumMet'
>;

/** What a list of activities is compared with, but for the activities themselves. */
export class Known {
  readonly types = new Map<string, KnownType>();
  readonly topics = new Map<string, Pick<CatalogueTermEntity, 'id' | 'retiredOn'>>();

  constructor(
    readonly organizations: KnownOrganizations,
    /** by the organization's id */
    readonly dissolvedOn: ReadonlyMap<string, string>,
    types: readonly (KnownType & Pick<ActivityTypeEntity, 'key' | 'nameEn'>)[],
    topics: readonly Pick<CatalogueTermEntity, 'id' | 'key' | 'nameZh' | 'nameEn' | 'retiredOn'>[],
    private readonly rules: readonly KnownRule[],
  ) {
    // of two of one name the one that is not retired
    const retiredFirst = <Row extends { retiredOn: string | null }>(rows: readonly Row[]): Row[] =>
      [...rows].sort((a, b) => Number(b.retiredOn !== null) - Number(a.retiredOn !== null));
    for (const type of retiredFirst(types))
      for (const name of [type.key, type.nameEn, type.nameZh]) this.types.set(comparable(name), type);
    for (const topic of retiredFirst(topics))
      for (const name of [topic.key, topic.nameEn, topic.nameZh]) this.topics.set(comparable(name), topic);
  }

  static async load(tx: EntityManager): Promise<Known> {
    const types = await tx.find(ActivityTypeEntity);
    const dissolved = await tx.query<{ id: string; on: string }[]>(
      `select id, dissolved_on::text as on from party_organization
       where association_id = dangwu_association() and dissolved_on is not null`,
    );
    const keys = types.flatMap(({ quorumRuleKey }) => quorumRuleKey ?? []);
    return new Known(
      await KnownOrganizations.load(tx),
      new Map(dissolved.map(({ id, on }) => [id, on])),
      types,
      await tx.findBy(CatalogueTermEntity, { kind: TermKind.TOPIC }),
      await tx.findBy(RuleEntity, { key: In(keys) }),
    );
  }

  /** The rule on presence for an organization on a day: its own or the nearest above it, the association's, the regulation. */
  quorum(
    { quorumRuleKey }: KnownType,
    organization: KnownOrganization,
    on: string,
  ): { readonly rule: KnownRule; readonly parsed: RuleValue } | null {
    const place = (rule: KnownRule): string | undefined =>
      rule.organizationId ? this.organizations.byId.get(rule.organizationId)?.leadsPath : '';
    const order = (rule: KnownRule): number =>
      rule.layer === 'ORGANIZATION' ? place(rule)!.length : rule.layer === 'ASSOCIATION' ? 0 : -1;
    const [rule] = this.rules
      .filter(
        (one) =>
          one.key === quorumRuleKey &&
          one.effectiveFrom <= on &&
          (one.effectiveTo === null || on < one.effectiveTo) &&
          organization.leadsPath.startsWith(place(one) ?? '\u0000'),
      )
      .sort((a, b) => order(b) - order(a));
    const parsed = rule && parseRuleValue(rule.value);
    return parsed ? { rule, parsed } : null;
  }
}

/** Activities that rows may mean: by the caller's id, else by organization, type and start. */
export class PresentActivities {
  readonly byExternalId = new Map<string, KnownActivity>();
  readonly byMoment = new Map<string, KnownActivity>();

  constructor(all: readonly KnownActivity[]) {
    for (const one of all) {
      if (one.externalId) this.byExternalId.set(one.externalId, one);
      // what was put off is held at another time: another may stand in its place
      if (one.state !== 'POSTPONED' && one.state !== 'CANCELLED') this.byMoment.set(momentOf(one), one);
    }
  }

  static async load(
    tx: EntityManager,
    externalIds: readonly string[],
    moments: readonly Pick<KnownActivity, 'organizationId' | 'activityTypeId' | 'startsAt'>[],
  ): Promise<PresentActivities> {
    const all = await tx.query<KnownActivity[]>(
      `select a.id, a.version, a.external_id as "externalId", a.organization_id as "organizationId",
         a.activity_type_id as "activityTypeId", a.title, a.state, a.starts_at as "startsAt", a.ends_at as "endsAt",
         a.held_on::text as "heldOn", a.counts_on::text as "countsOn", a.make_up_of_id as "makeUpOfId",
         a.venue_id as "venueId", a.place, a.topic_ids as "topicIds", a.entitled_count as "entitledCount",
         a.present_count as "presentCount", a.remote_count as "remoteCount", a.leave_count as "leaveCount",
         a.summary, a.quorum_rule_id as "quorumRuleId", a.quorum_met as "quorumMet"
       from activity a
       where a.association_id = dangwu_association() and a.deleted_at is null and (a.external_id = any($1)
         or a.id in (
           select m.id from activity m join unnest($2::uuid[], $3::uuid[], $4::timestamptz[]) w (organization, type, start)
             on m.organization_id = w.organization and m.activity_type_id = w.type and m.starts_at = w.start))`,
      [
        externalIds,
        moments.map(({ organizationId }) => organizationId),
        moments.map(({ activityTypeId }) => activityTypeId),
        moments.map(({ startsAt }) => startsAt),
      ],
    );
    return new PresentActivities(all);
  }
}

/** What of two activities without ids says that they are the same. */
export const momentOf = ({
  organizationId,
  activityTypeId,
  startsAt,
}: Pick<KnownActivity, 'organizationId' | 'activityTypeId' | 'startsAt'>): string =>
  `${organizationId} ${activityTypeId} ${startsAt.getTime()}`;
