import { comparable } from '@dangwu/imports';
import { IsNull, type EntityManager } from 'typeorm';
import { UnitEntity } from '../unit.entity';
import type { RosterUnit } from './unit-fields';

export type KnownUnit = UnitEntity;

/** The open units of an association, found as rosters name them. */
export class KnownUnits {
  readonly byUscc = new Map<string, KnownUnit>();
  readonly byName = new Map<string, KnownUnit>();
  readonly byCode = new Map<string, KnownUnit>();

  constructor(all: readonly KnownUnit[]) {
    for (const unit of all) {
      this.byName.set(comparable(unit.name), unit);
      if (unit.uscc) this.byUscc.set(unit.uscc, unit);
      if (unit.code) this.byCode.set(comparable(unit.code), unit);
    }
  }

  static async load(tx: EntityManager): Promise<KnownUnits> {
    return new KnownUnits(await tx.findBy(UnitEntity, { closedOn: IsNull() }));
  }

  /** By the unified social credit code, else by the name: a unit that has another code is another unit. */
  find({ uscc, name }: Partial<RosterUnit>): KnownUnit | null {
    const byUscc = uscc === undefined ? undefined : this.byUscc.get(uscc);
    if (byUscc) return byUscc;
    const byName = name === undefined ? undefined : this.byName.get(comparable(name));
    return byName && (!uscc || !byName.uscc) ? byName : null;
  }
}
