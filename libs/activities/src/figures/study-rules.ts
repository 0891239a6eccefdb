import { type RuleInForce, Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Hours of study that are asked for in a year: of members, and of those who serve on a committee. */
export interface HoursAsked {
  readonly member: number;
  readonly leader: number;
}

const keys = { member: 'study.member.min', leader: 'study.leader.min' } as const;

/** How many hours the rules ask for, by organization. */
@Injectable()
export class StudyRules {
  constructor(private readonly rules: Rules) {}

  /**
   * Those of the association, and of organizations with house rules of their own or of who leads them their own.
   *
   * @param tx reads the tree and the register; on the day
   */
  async asked(
    tx: EntityManager,
    associationId: string,
    organizationIds: readonly string[],
    on: string,
  ): Promise<(organizationId: string) => HoursAsked> {
    const general = await this.rules.ofAssociation(tx, associationId, on);
    const common = { member: hours(general.get(keys.member)), leader: hours(general.get(keys.leader)) };
    const houses = await tx.query<{ id: string }[]>(
      `select distinct o.id from rule r join party_organization h on h.id = r.organization_id
       join party_organization o on starts_with(o.leads_path, h.leads_path)
       where r.key = any($1) and r.association_id = $2 and r.effective_from <= $3
         and (r.effective_to is null or $3 < r.effective_to) and o.id = any($4)`,
      [Object.values(keys), associationId, on, organizationIds],
    );
    const own = new Map<string, HoursAsked>();
    for (const { id } of houses) {
      const rule = (key: string) => this.rules.inForce(tx, { associationId, key, organizationId: id, on });
      own.set(id, { member: hours(await rule(keys.member)), leader: hours(await rule(keys.leader)) });
    }
    return (id) => own.get(id) ?? common;
  }
}

const hours = (rule: RuleInForce | undefined): number =>
  rule?.parsed ? Math.ceil(rule.parsed.numerator / rule.parsed.denominator) : 0;
