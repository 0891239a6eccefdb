import { Cadences, Catalogue, Obligations } from '@dangwu/activities';
import { Schemes } from '@dangwu/assessment';
import { HolidayYears } from '@dangwu/calendar';
import { ReviewRules } from '@dangwu/decisions';
import { DutyProfiles } from '@dangwu/organization';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Makes an association with what every one begins with: the shipped rules, holidays and duties. */
@Injectable()
export class Associations {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: Rules,
    private readonly holidays: HolidayYears,
    private readonly duties: DutyProfiles,
    private readonly catalogue: Catalogue,
    private readonly cadences: Cadences,
    private readonly obligations: Obligations,
    private readonly reviewRules: ReviewRules,
    private readonly schemes: Schemes,
  ) {}

  /**
   * The set-up of the installation is over with it.
   * @param tx of the system, in no association yet; it is in the new one afterwards
   * @returns its UUID
   */
  async found(tx: EntityManager, name: string): Promise<string> {
    const id = newId();
    await tx.query(`insert into association (id, name, kind) values ($1, $2, 'LIVE')`, [id, name]);
    await tx.query(`select set_config('dangwu.association', $1, true)`, [id]);
    await this.ship(tx, id);
    await tx.query(
      `update installation set set_up_at = coalesce(set_up_at, $1), setup_token_hash = null, setup_token_until = null`,
      [this.clock.now()],
    );
    return id;
  }

  /**
   * Gives every association what a newer release ships and it has not had: rules, holidays, duties of a type. What is there stays
   * as it is, whoever changed it. Safe to call from several processes at once.
   */
  async renew(): Promise<void> {
    const associations = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<{ id: string }[]>(`select id from association`),
    );
    for (const { id } of associations)
      await this.database.transaction(systemScope(id), async (tx) => {
        await tx.query(`select pg_advisory_xact_lock(hashtext('ship'), hashtext($1))`, [id]);
        if (await this.ship(tx, id)) await this.obligations.derive(tx, id, 'ALL');
      });
  }

  /** What stands on something comes after it. @returns how many cadences are new: organizations may owe something by them */
  private async ship(tx: EntityManager, id: string): Promise<number> {
    await this.rules.ship(tx, id);
    await this.holidays.ship(tx, id);
    await this.duties.ship(tx, id);
    await this.catalogue.ship(tx, id);
    await this.reviewRules.ship(tx, id);
    await this.schemes.ship(tx, id);
    return this.cadences.ship(tx, id);
  }
}
