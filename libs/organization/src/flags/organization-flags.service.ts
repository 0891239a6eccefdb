import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { RuleEntity, RuleLayer, Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { OrganizationFlagEntity } from './organization-flag.entity';
import { flagRuleKeys, flagsOf, type Flag, type RulesByKey } from './organization-flags';
import { OrganizationHistory } from '../history/organization-history';
import { PartyOrganizationEntity } from '../organization.entity';

type Facts = Pick<
  PartyOrganizationEntity,
  | 'id'
  | 'type'
  | 'status'
  | 'leadsPath'
  | 'reportedMemberCount'
  | 'reportedOn'
  | 'foundedOn'
  | 'termEndsOn'
  | 'flagCount'
>;

/** Keeps the stored flags as the rules and the organizations say they are today. */
@Injectable()
export class OrganizationFlags {
  constructor(
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
  ) {}

  /**
   * Recomputes the flags of these organizations, or of all of the association.
   * @returns how many organizations changed
   */
  async refresh(tx: EntityManager, associationId: string, ids: readonly string[] | 'ALL'): Promise<number> {
    const rulesOf = await this.rulesByPlace(tx, associationId);
    const all = ids === 'ALL' ? await allOf(tx, associationId) : ids;
    let changed = 0;
    for (let at = 0; at < all.length; at += chunk)
      changed += await this.refreshSome(tx, associationId, all.slice(at, at + chunk), rulesOf);
    return changed;
  }

  private async refreshSome(
    tx: EntityManager,
    associationId: string,
    ids: readonly string[],
    rulesOf: (organization: Facts) => Promise<RulesByKey>,
  ): Promise<number> {
    const facts: Facts[] = await tx.find(PartyOrganizationEntity, {
      where: { associationId, id: In([...ids]) },
      select: {
        id: true,
        type: true,
        status: true,
        leadsPath: true,
        reportedMemberCount: true,
        reportedOn: true,
        foundedOn: true,
        termEndsOn: true,
        flagCount: true,
      },
    });
    const stored = await tx.find(OrganizationFlagEntity, {
      where: { associationId, organizationId: In([...ids]) },
    });
    const storedOf = new Map<string, OrganizationFlagEntity[]>();
    for (const row of stored) storedOf.set(row.organizationId, [...(storedOf.get(row.organizationId) ?? []), row]);
    const on = this.clock.today();
    const gone: string[] = [];
    const raised: { organization: Facts; flag: Flag }[] = [];
    const changed = new Map<string, number>();
    for (const organization of facts) {
      const due = flagsOf(organization, await rulesOf(organization), on);
      const present = storedOf.get(organization.id) ?? [];
      const stale = present.filter((row) => !due.some((flag) => isSame(row, flag)));
      const fresh = due.filter((flag) => !present.some((row) => isSame(row, flag)));
      gone.push(...stale.map((row) => row.id));
      raised.push(...fresh.map((flag) => ({ organization, flag })));
      if (stale.length || fresh.length || organization.flagCount !== due.length)
        changed.set(organization.id, due.length);
    }
    if (gone.length) await tx.softDelete(OrganizationFlagEntity, { id: In(gone) });
    if (raised.length)
      await tx.insert(
        OrganizationFlagEntity,
        raised.map((each) => rowOf(associationId, each)),
      );
    await this.count(tx, changed);
    return changed.size;
  }

  /** `version` stays: a derived figure must not refuse the change a person is about to submit. */
  private async count(tx: EntityManager, changed: ReadonlyMap<string, number>): Promise<void> {
    if (changed.size === 0) return;
    const ids = [...changed.keys()];
    await tx.query(
      `update party_organization o set flag_count = f.count
       from unnest($1::uuid[], $2::int[]) f (id, count) where o.id = f.id`,
      [ids, [...changed.values()]],
    );
    await this.history.mirror(tx, ids);
  }

  /** The association's rules, and for organizations below a house rule of one organization that rule instead. */
  private async rulesByPlace(
    tx: EntityManager,
    associationId: string,
  ): Promise<(organization: Facts) => Promise<RulesByKey>> {
    const general = await this.rules.ofAssociation(tx, associationId);
    const own = await tx.find(RuleEntity, {
      where: { associationId, layer: RuleLayer.ORGANIZATION, key: In([...flagRuleKeys]) },
    });
    if (own.length === 0) return () => Promise.resolve(general);
    const makers = await tx.find(PartyOrganizationEntity, {
      where: { id: In(own.flatMap((rule) => rule.organizationId ?? [])) },
      select: { id: true, leadsPath: true },
    });
    const keysOf = (organization: Facts): string[] =>
      own.flatMap((rule) => {
        const maker = makers.find(({ id }) => id === rule.organizationId);
        return maker && organization.leadsPath.startsWith(maker.leadsPath) ? [rule.key] : [];
      });
    return async (organization) => {
      const special = new Map(general);
      for (const key of new Set(keysOf(organization)))
        special.set(key, await this.rules.inForce(tx, { associationId, key, organizationId: organization.id }));
      return special;
    };
  }
}

/** Looked at in sets, so that memory does not grow with the association. */
const chunk = 1_000;

async function allOf(tx: EntityManager, associationId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }[]>(
    `select id from party_organization where association_id = $1 and deleted_at is null order by no`,
    [associationId],
  );
  return rows.map(({ id }) => id);
}

const isSame = (row: OrganizationFlagEntity, flag: Flag): boolean =>
  row.code === flag.code &&
  row.ruleId === flag.rule.id &&
  row.severity === flag.severity &&
  row.since === flag.since &&
  Object.keys(flag.params).every((name) => row.params[name] === flag.params[name]);

const rowOf = (associationId: string, { organization, flag }: { organization: Facts; flag: Flag }) => ({
  id: newId(),
  associationId,
  organizationId: organization.id,
  code: flag.code,
  severity: flag.severity,
  ruleId: flag.rule.id,
  ruleKey: flag.rule.key,
  params: flag.params as object,
  since: flag.since,
});
