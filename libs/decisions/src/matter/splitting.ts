import type { Viewer } from '@dangwu/access';
import { Clock, plusDays } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MatterEntity } from './matter.entity';
import { SplittingSign, type MatterSplitting } from './matter-parts.type';
import type { MatterState } from './matter.enums';
import { seenBy, seenMatter } from './seen-matter';

interface Suspect {
  readonly id: string;
  readonly title: string;
  readonly organization: string | null;
  readonly amount: string | null;
  readonly state: MatterState;
  readonly on: string;
  readonly same: boolean;
  readonly alike: boolean;
}

/** Looks for matters that may be one, divided so that each stays below an amount. A warning: people decide what it means. */
@Injectable()
export class Splitting {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /** What the viewer may read of it. @throws UNKNOWN_ID */
  async of(viewer: Viewer, id: string): Promise<MatterSplitting[]> {
    const matter = await seenMatter(this.database, viewer, id);
    return this.database.transaction(viewer.scope(seenBy(matter)), async (tx) => {
      const rule = (key: string) => this.rules.inForce(tx, { associationId: matter.associationId, key });
      const days = (await rule('matter.splitting.days')).parsed?.numerator ?? 0;
      const alike = (await rule('matter.splitting.similarity')).parsed;
      const near = alike ? alike.numerator / alike.denominator : 1;
      const found = await suspects(tx, matter, plusDays(this.clock.today(), -days), near);
      const sum = await this.sum(tx, matter, found, days);
      const titles = found.filter((each) => each.alike);
      return [
        ...(sum ? [sum] : []),
        ...(titles.length
          ? [{ sign: SplittingSign.TITLE, days, sumFen: null, thresholdFen: null, rows: titles.map(shown) }]
          : []),
      ];
    });
  }

  /** Whether together they reach a band that this one alone does not. */
  private async sum(
    tx: EntityManager,
    matter: MatterEntity,
    found: readonly Suspect[],
    days: number,
  ): Promise<MatterSplitting | null> {
    const own = matter.amountFen;
    if (own === null || !matter.reviewRuleId) return null;
    const bands = await tx.query<{ amount: string }[]>(
      `select band.amount_from::text as amount from review_rule own
         join review_rule band on band.association_id = own.association_id and band.category = own.category
           and band.tier = own.tier and band.version_no = own.version_no and band.deleted_at is null
        where own.id = $1 and band.amount_from > $2
        order by band.amount_from desc`,
      [matter.reviewRuleId, own],
    );
    for (const { amount: thresholdFen } of bands) {
      // what reaches it alone was not divided
      const parts = found.filter(
        ({ same, amount }) => same && amount !== null && BigInt(amount) < BigInt(thresholdFen),
      );
      const total = parts.reduce((sum, { amount }) => sum + BigInt(amount!), BigInt(own));
      if (parts.length && total >= BigInt(thresholdFen))
        return { sign: SplittingSign.SUM, days, sumFen: String(total), thresholdFen, rows: parts.map(shown) };
    }
    return null;
  }
}

const shown = ({ id, title, organization, amount, state, on }: Suspect) => ({
  id: globalId('Matter', id),
  title,
  organizationName: organization,
  amountFen: amount,
  state,
  on,
});

/** Submitted since the day: of the same proposer and category, or with a title much alike. The latest first, at most 50. */
function suspects(tx: EntityManager, matter: MatterEntity, since: string, near: number): Promise<Suspect[]> {
  return tx.query<Suspect[]>(
    `select * from (
       select m.id, m.title, o.name as organization, m.amount_fen::text as amount, m.state,
         to_char(m.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on,
         m.organization_id = $3 and m.category = $4 as same, similarity(m.title, $5) >= $7::real as alike
       from matter m left join party_organization o on o.id = m.organization_id
       where m.association_id = $1 and m.id <> $2 and m.deleted_at is null
         and m.state not in ('DRAFT', 'WITHDRAWN') and m.submitted_at >= ($6::date::timestamp at time zone 'Asia/Shanghai')
     ) found where same or alike order by found.on desc, id desc limit 50`,
    [matter.associationId, matter.id, matter.organizationId, matter.category, matter.title, since, near],
  );
}
