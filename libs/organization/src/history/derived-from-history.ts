import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

type Derive = (tx: EntityManager, associationId: string, organizationIds: readonly string[]) => Promise<void>;

/** What areas above derive from the history of organizations: done anew for those that an operation changed. */
@Injectable()
export class DerivedFromHistory {
  private readonly further: Derive[] = [];

  add(derive: Derive): void {
    this.further.push(derive);
  }

  async refresh(tx: EntityManager, associationId: string, organizationIds: readonly string[]): Promise<void> {
    for (const derive of this.further) await derive(tx, associationId, organizationIds);
  }
}
