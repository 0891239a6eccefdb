import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { OrganizationFlags, UnitLedger, type Actor } from '@dangwu/organization';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Associations } from '../setup/associations';
import { createAccounts, demoPeople, writeAccounts } from './demo-accounts';
import { makeHistory } from './demo-history';
import { tellStaff } from './demo-notifications';
import { fillSeats } from './demo-seats';
import { addSuperiors } from './demo-superiors';
import { buildTree } from './demo-tree';
import { addUnits } from './demo-units';
import { Past } from './past';

/** What was loaded, for whoever prints it. */
export interface Loaded {
  readonly association: string;
  readonly organizations: number;
  readonly accounts: number;
}

/** Loads the demo association into a database that holds none: its tree with some history, and an account per role. */
export async function loadDemo(app: INestApplicationContext): Promise<Loaded> {
  const clock = app.get(Clock);
  const today = clock.today();
  const tree = buildTree(today);
  return inNewAssociation(app, '示范行业协会', async (tx, associationId) => {
    const staff: Actor = { associationId, accountId: null, name: '林静' };
    const past = new Past(app, clock);
    for (const roster of tree.rosters) await past.at(roster.recordedOn).found(tx, staff, roster.organizations);
    await makeHistory(tx, past, staff, tree, today);
    await addSuperiors(tx, associationId, tree.root, today);
    await fillSeats(tx, associationId, tree, today);
    await app.get(OrganizationFlags).refresh(tx, associationId, 'ALL');
    await addUnits(tx, app.get(UnitLedger), staff, tree, today);
    const people = await createAccounts(tx, app, associationId, demoPeople(tree));
    await tellStaff(tx, app, associationId, people, tree);
    const [row] = await tx.query<{ count: number }[]>(`select count(*)::int as count from party_organization`);
    return { organizations: row!.count, people };
  });
}

interface Filled {
  readonly organizations: number;
  readonly people: Awaited<ReturnType<typeof createAccounts>>;
}

/** All of it or nothing: a load that was killed leaves the database as empty as it was. */
async function inNewAssociation(
  app: INestApplicationContext,
  name: string,
  fill: (tx: EntityManager, associationId: string) => Promise<Filled>,
): Promise<Loaded> {
  const filled = await app.get(Database).transaction(systemScope(null), async (tx) => {
    const associationId = await app.get(Associations).found(tx, name);
    const filled = await fill(tx, associationId);
    // before the commit: accounts whose passwords nobody knows would be worse than a file that is written again
    await writeAccounts(app, filled.people);
    return filled;
  });
  return { association: name, organizations: filled.organizations, accounts: filled.people.length };
}
