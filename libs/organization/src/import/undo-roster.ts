import { importErrors, type Dependant, type WriteContext, type WrittenRow } from '@dangwu/imports';
import { Clock } from '@dangwu/platform/clock';
import { DomainError } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DissolutionChecks } from '../changes/dissolution-checks';
import type { Actor } from '../organization-facts';
import { KnownOrganizations, type KnownOrganization } from './known-organizations';
import { UndoneOrganizations } from './undone-organizations';
import { UpdateOrganizations, type RosterState, type RosterUpdate } from './update-organizations';

/** Takes an imported roster back: what it created becomes invisible, what it changed becomes what it was. */
@Injectable()
export class UndoRoster {
  constructor(
    private readonly clock: Clock,
    private readonly checks: DissolutionChecks,
    private readonly updating: UpdateOrganizations,
    private readonly undone: UndoneOrganizations,
  ) {}

  /** Organizations changed since, and whatever was put below or hung on what the roster created. */
  async dependants(tx: EntityManager, rows: readonly WrittenRow[]): Promise<Dependant[]> {
    const known = await KnownOrganizations.load(tx);
    const created = new Set(rows.filter((row) => row.action === 'CREATE').map((row) => row.subjectId));
    // moved by this import, they go back to where they stood
    const leaving = new Set(rows.flatMap((row) => (row.before ? [row.subjectId] : [])));
    const found = new Map<string, Dependant>();
    const add = (id: string, name: string): void => void found.set(id, { subjectId: id, name });
    for (const { subjectId, subjectVersion, action, before } of rows) {
      const subject = known.byId.get(subjectId);
      if (!subject || subject.undone || subject.version !== subjectVersion) add(subjectId, subject?.name ?? subjectId);
      if (action === 'CREATE')
        for (const child of known.children.get(subjectId) ?? [])
          if (!created.has(child.id) && !leaving.has(child.id)) add(child.id, child.name);
      // the place it goes back to must still be there
      const parentId = (before as RosterState | null)?.parentId;
      const parent = parentId ? known.byId.get(parentId) : undefined;
      if (parent && (parent.status !== 'ACTIVE' || parent.undone)) add(parent.id, parent.name);
    }
    for (const id of await this.pending(tx, [...created])) add(id, known.byId.get(id)?.name ?? id);
    for (const id of created) if (await this.carries(tx, known.byId.get(id))) add(id, known.byId.get(id)!.name);
    return [...found.values()];
  }

  async undo(tx: EntityManager, rows: readonly WrittenRow[], context: WriteContext): Promise<void> {
    const { batch, accountId, actorName } = context;
    const known = await KnownOrganizations.load(tx);
    const outside = rows.filter(({ subjectId }) => !context.reaches(known.byId.get(subjectId)!));
    if (outside.length) throw importErrors.IMPORT_OUT_OF_REACH({ count: outside.length });
    const actor: Actor = { associationId: batch.associationId, accountId, name: actorName };
    const basis = `撤销导入《${batch.fileName}》`;
    const updates = rows.flatMap(({ subjectId, before }) =>
      before ? [backOf(known.byId.get(subjectId)!, before as unknown as RosterState, known)] : [],
    );
    // first back to their old places, so that nothing stands below what then becomes invisible
    await this.updating.updateAll(tx, actor, updates, basis);
    const created = rows.filter((row) => row.action === 'CREATE').map((row) => row.subjectId);
    await this.undone.takeBack(tx, actor, created, basis);
  }

  /** Operations recorded for a later day. */
  private async pending(tx: EntityManager, ids: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `select distinct organization_id as id from organization_operation
       where organization_id = any($1) and state = 'PENDING'`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether another area (members, units) says that something of its own hangs on the organization. */
  private async carries(tx: EntityManager, organization: KnownOrganization | undefined): Promise<boolean> {
    if (!organization) return false;
    const { id: organizationId, name } = organization;
    try {
      await this.checks.check(tx, { organizationId, name, on: this.clock.today() });
      return false;
    } catch (error) {
      if (error instanceof DomainError) return true;
      throw error;
    }
  }
}

function backOf(now: KnownOrganization, after: RosterState, known: KnownOrganizations): RosterUpdate {
  const { name, type, tier, foundedOn, termYears, reportedMemberCount, parentId, relation } = now;
  const before: RosterState = { name, type, tier, foundedOn, termYears, reportedMemberCount, parentId, relation };
  // depth of the place it goes back to, as that stands now: enough to go from the top down
  const depth = after.parentId ? (known.byId.get(after.parentId)?.path.length ?? 0) : 0;
  return { id: now.id, before, after, depth };
}
