import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { spell } from '../organization-names';
import type { UnitChange } from './unit-facts';

/** What a version shares with the present row; search_text makes itself. */
const columns = `association_id, external_id, version, deleted_at, created_at, updated_at, organization_id, code, name,
  pinyin, pinyin_initials, uscc, kind, tier, coverage, covered_by_id, liaison, party_member_count, employee_count,
  reported_on, joined_on, founded_on, closed_on, qualifies_without_organization, qualifying_rule_id`;

/** The rows of units and of what they were, in statements over many units at once. The open version equals the row. */
@Injectable()
export class UnitHistory {
  async begin(tx: EntityManager, ids: readonly string[], day: string): Promise<void> {
    await tx.query(
      `insert into unit_version (id, ${columns}, valid_from) select id, ${columns}, $2 from unit where id = any($1)`,
      [ids, day],
    );
  }

  /** Brings units to their new facts from a day on, which must not lie before their open versions begin. */
  async change(
    tx: EntityManager,
    changes: readonly UnitChange[],
    day: string,
    counted: ReadonlySet<string>,
  ): Promise<void> {
    const ids = changes.map(({ id }) => id);
    const facts = changes.map(({ id, after }) => ({
      id,
      ...snake(after),
      ...snake(spell(after.name)),
      counted: counted.has(id),
    }));
    await tx.query(
      `update unit u set version = u.version + 1, organization_id = f.organization_id, code = f.code, name = f.name,
         pinyin = f.pinyin, pinyin_initials = f.pinyin_initials, uscc = f.uscc, kind = f.kind, tier = f.tier,
         coverage = f.coverage, covered_by_id = f.covered_by_id, liaison = f.liaison,
         party_member_count = f.party_member_count, employee_count = f.employee_count,
         reported_on = case when f.counted then $2::date else u.reported_on end,
         joined_on = f.joined_on, founded_on = f.founded_on, closed_on = f.closed_on
       from jsonb_to_recordset($1::jsonb) f (id uuid, organization_id uuid, code text, name text, pinyin text,
         pinyin_initials text, uscc text, kind text, tier text, coverage text, covered_by_id uuid, liaison text,
         party_member_count integer, employee_count integer, joined_on date, founded_on date, closed_on date,
         counted boolean)
       where u.id = f.id`,
      [JSON.stringify(facts), day],
    );
    await tx.query(
      `update unit_version set valid_to = $2 where id = any($1) and valid_to is null and valid_from < $2`,
      [ids, day],
    );
    await tx.query(
      `insert into unit_version (id, ${columns}, valid_from) select id, ${columns}, $2 from unit u
       where id = any($1) and not exists (select from unit_version v where v.id = u.id and v.valid_to is null)`,
      [ids, day],
    );
    await this.mirror(tx, ids);
  }

  /** Keeps what units report now under the day of the report. */
  async report(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query(
      `insert into unit_report (association_id, unit_id, reported_on, party_member_count, employee_count)
       select association_id, id, reported_on, party_member_count, employee_count from unit
       where id = any($1) and reported_on is not null
       on conflict (unit_id, reported_on) do update
         set party_member_count = excluded.party_member_count, employee_count = excluded.employee_count`,
      [ids],
    );
  }

  /** The day from which the latest record of each unit holds, by its id. */
  async since(tx: EntityManager, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: string; day: string }[]>(
      `select id, max(valid_from)::text as day from unit_version where id = any($1) group by id`,
      [ids],
    );
    return new Map(rows.map(({ id, day }) => [id, day]));
  }

  private async mirror(tx: EntityManager, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update unit_version v set (${columns}) = (select ${columns} from unit u where u.id = v.id)
       where v.id = any($1) and v.valid_to is null`,
      [ids],
    );
  }
}

const snake = (facts: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`),
      value as unknown,
    ]),
  );
