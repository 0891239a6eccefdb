import { DutyProfiles } from '@dangwu/organization';
import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Makes an association with what every one begins with: the shipped rules and duties. */
@Injectable()
export class Associations {
  constructor(
    private readonly clock: Clock,
    private readonly rules: Rules,
    private readonly duties: DutyProfiles,
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
    await this.rules.ship(tx, id);
    await this.duties.ship(tx, id);
    await tx.query(
      `update installation set set_up_at = coalesce(set_up_at, $1), setup_token_hash = null, setup_token_until = null`,
      [this.clock.now()],
    );
    return id;
  }
}
