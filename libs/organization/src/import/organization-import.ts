import {
  ImportKind,
  ImportKinds,
  type CheckContext,
  type Dependant,
  type ImportDeclaration,
  type WriteContext,
  type WrittenRow,
} from '@dangwu/imports';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockOrganizations } from '../organization-lock';
import { checkRoster } from './check-roster';
import { KnownOrganizations } from './known-organizations';
import { rosterFaults } from './roster-faults';
import { rosterFields, type RosterOrganization } from './roster-fields';
import type { RosterRow, RosterTree } from './roster-tree';
import { UndoRoster } from './undo-roster';
import { WriteRoster } from './write-roster';

/** Rosters of party organizations (党组织名册). */
@Injectable()
export class OrganizationImport implements ImportDeclaration<RosterOrganization>, OnModuleInit {
  readonly kind = ImportKind.ORGANIZATIONS;
  readonly name = { zh: '党组织名册', en: 'Roster of organizations' };
  readonly permission = 'organization.import';
  readonly fields = rosterFields;
  readonly faults = rosterFaults;
  /** the tree of the check that ran last in a transaction, for the write that follows it there */
  private readonly trees = new WeakMap<EntityManager, RosterTree>();

  constructor(
    private readonly kinds: ImportKinds,
    private readonly writing: WriteRoster,
    private readonly undoing: UndoRoster,
  ) {}

  onModuleInit(): void {
    this.kinds.register(this);
  }

  lock(tx: EntityManager, associationId: string): Promise<void> {
    return lockOrganizations(tx, associationId);
  }

  async check(tx: EntityManager, rows: readonly RosterRow[], context: CheckContext): Promise<void> {
    this.trees.set(tx, checkRoster(rows, await KnownOrganizations.load(tx), context));
  }

  write(tx: EntityManager, rows: readonly RosterRow[], context: WriteContext): AsyncIterable<readonly WrittenRow[]> {
    const tree = this.trees.get(tx);
    if (!tree) throw new Error('A roster is checked in the transaction that writes it');
    return this.writing.write(tx, tree, rows, context);
  }

  dependants(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Dependant[]> {
    return this.undoing.dependants(tx, rows);
  }

  undo(tx: EntityManager, rows: readonly WrittenRow[], context: WriteContext): Promise<void> {
    return this.undoing.undo(tx, rows, context);
  }
}
