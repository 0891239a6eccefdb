import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitFlags } from '../units/unit-flags';
import { OrganizationFlags } from './organization-flags.service';

type Derive = (tx: EntityManager, associationId: string) => Promise<void>;

/** What is stored as the rules of a day say it: derived anew when one changes and every night. Areas above add theirs. */
@Injectable()
export class DerivedFromRules {
  private readonly further: Derive[] = [];

  constructor(
    private readonly flags: OrganizationFlags,
    private readonly unitFlags: UnitFlags,
  ) {}

  add(derive: Derive): void {
    this.further.push(derive);
  }

  /** @param from the first day on which another rule holds; today if not given */
  async refresh(tx: EntityManager, associationId: string, from?: string): Promise<void> {
    for (const derive of this.further) await derive(tx, associationId);
    await this.flags.refresh(tx, associationId, 'ALL', from);
    await this.unitFlags.refresh(tx, associationId, 'ALL');
  }
}
