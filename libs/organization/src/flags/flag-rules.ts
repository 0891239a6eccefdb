import { RuleEntity, RuleLayer, Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { PartyOrganizationEntity } from '../organization.entity';
import type { RulesSince } from './flag-spans';
import { flagRuleKeys, type RulesByKey } from './organization-flags';

/** Where an organization stands: house rules count for those that their maker leads. */
export interface Standing {
  readonly id: string;
  readonly leadsPath: string;
}

/** The rules behind flags as they were from a day on, for any organization of an association. */
@Injectable()
export class FlagRules {
  constructor(private readonly rules: Rules) {}

  async since(
    tx: EntityManager,
    associationId: string,
    from: string,
    today: string,
  ): Promise<(organization: Standing) => Promise<readonly RulesSince[]>> {
    const days = [from, ...(await changes(tx, associationId, from, today))];
    const general: RulesSince[] = [];
    for (const day of days) general.push({ from: day, rules: await this.rules.ofAssociation(tx, associationId, day) });
    const own = await tx.find(RuleEntity, {
      where: { associationId, layer: RuleLayer.ORGANIZATION, key: In([...flagRuleKeys]) },
    });
    if (own.length === 0) return () => Promise.resolve(general);
    const makers = await tx.find(PartyOrganizationEntity, {
      where: { id: In(own.flatMap((rule) => rule.organizationId ?? [])) },
      select: { id: true, leadsPath: true },
    });
    return async ({ id: organizationId, leadsPath }) => {
      const applying = own.filter((rule) => {
        const maker = makers.find(({ id }) => id === rule.organizationId);
        return maker && leadsPath.startsWith(maker.leadsPath);
      });
      if (applying.length === 0) return general;
      const special = async ({ from: on, rules }: RulesSince): Promise<RulesSince> => {
        const all = new Map<string, NonNullable<ReturnType<RulesByKey['get']>>>(rules);
        for (const { key } of applying.filter((rule) => isInForce(rule, on)))
          all.set(key, await this.rules.inForce(tx, { associationId, key, organizationId, on }));
        return { from: on, rules: all };
      };
      const epochs: RulesSince[] = [];
      for (const epoch of general) epochs.push(await special(epoch));
      return epochs;
    };
  }
}

const isInForce = ({ effectiveFrom, effectiveTo }: RuleEntity, on: string): boolean =>
  effectiveFrom <= on && (effectiveTo === null || on < effectiveTo);

/** The days after the first on which another rule came into force. */
async function changes(tx: EntityManager, associationId: string, from: string, today: string): Promise<string[]> {
  const rows = await tx.query<{ day: string }[]>(
    `select distinct day::text from rule r cross join lateral (values (r.effective_from), (r.effective_to)) d (day)
     where r.association_id = $1 and r.key = any($2) and r.deleted_at is null and d.day > $3 and d.day <= $4
     order by day`,
    [associationId, flagRuleKeys, from, today],
  );
  return rows.map(({ day }) => day);
}
