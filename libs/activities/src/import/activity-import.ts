import {
  ImportKind,
  ImportKinds,
  type CheckContext,
  type Dependant,
  type ImportDeclaration,
  type WriteContext,
  type WrittenRow,
} from '@dangwu/imports';
import { Clock } from '@dangwu/platform/clock';
import { lockOrganizations } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { planRoster, readRoster, type ActivityPlan, type ActivityRow } from './check-roster';
import { Known, PresentActivities } from './known';
import { rosterFaults } from './roster-faults';
import { rosterFields, type RosterActivity } from './roster-fields';
import { UndoActivities } from './undo-roster';
import { WriteActivities } from './write-roster';

/** Lists of activities (活动台账) as units and branches keep them. */
@Injectable()
export class ActivityImport implements ImportDeclaration<RosterActivity>, OnModuleInit {
  readonly kind = ImportKind.ACTIVITIES;
  readonly name = { zh: '活动台账', en: 'List of activities' };
  readonly permission = 'activity.import';
  readonly fields = rosterFields;
  readonly faults = rosterFaults;
  /** what the check that ran last in a transaction found, for the write that follows it there */
  private readonly plans = new WeakMap<EntityManager, ReadonlyMap<ActivityRow, ActivityPlan>>();

  constructor(
    private readonly kinds: ImportKinds,
    private readonly clock: Clock,
    private readonly writing: WriteActivities,
    private readonly undoing: UndoActivities,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  /**
   * The tree stays as it is, and two lists are written one after the other. Single activities are not locked, there may
   * be very many: one that is changed at the same moment is found by its version.
   */
  lock(tx: EntityManager, associationId: string): Promise<void> {
    return lockOrganizations(tx, associationId);
  }

  async check(tx: EntityManager, rows: readonly ActivityRow[], context: CheckContext): Promise<void> {
    const meanings = readRoster(rows, await Known.load(tx), context, this.clock.now());
    const present = await PresentActivities.load(
      tx,
      rows.flatMap(({ values }) => values.externalId ?? []),
      [...meanings.values()],
    );
    this.plans.set(tx, planRoster(rows, meanings, present));
  }

  write(tx: EntityManager, rows: readonly ActivityRow[], context: WriteContext): AsyncIterable<readonly WrittenRow[]> {
    return this.writing.write(tx, rows, this.plans.get(tx) ?? new Map(), context);
  }

  dependants(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Dependant[]> {
    return this.undoing.dependants(tx, rows);
  }

  undo(tx: EntityManager, rows: readonly WrittenRow[], context: WriteContext): Promise<void> {
    return this.undoing.undo(tx, rows, context);
  }
}
