import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { OrganizationFlags, type Actor } from '@dangwu/organization';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Associations } from '../setup/associations';
import { Days } from './days';
import { createAccounts, headquarters, peopleOf, writeAccounts, type Person } from './demo-accounts';
import { askForExports } from './demo-exports';
import { addActivities } from './demo-activities';
import { addAssessments } from './demo-assessments';
import { addSchemes } from './demo-schemes';
import { addAttendance, bindMember } from './demo-attendance';
import { addMatters } from './demo-decisions';
import { takeDayOff } from './demo-days-off';
import { addDispatches } from './demo-dispatches';
import { addGrants } from './demo-grants';
import { makeHistory } from './demo-history';
import { addMembers, addTeams, moveMembers } from './demo-members';
import { addMinutes } from './demo-minutes';
import { tellStaff } from './demo-notifications';
import { addObligations } from './demo-obligations';
import { remind } from './demo-reminders';
import { addPlans } from './demo-plans';
import { addRunningMeeting } from './demo-running';
import { fillSeats } from './demo-seats';
import { addStaff } from './demo-staff';
import { addSuperiors } from './demo-superiors';
import { importTree } from './demo-tree';
import { addUnits } from './demo-units';
import { Past } from './past';

/** How many days ago the rosters were entered: terms that ended since then are overdue, earlier ones count as held. */
const entered = { organizations: -60, units: -52, members: -45 };

/** What was loaded, for whoever prints it. */
export interface Loaded {
  readonly association: string;
  readonly organizations: number;
  readonly accounts: number;
}

/**
 * Loads the demo association into a database that holds none: its rosters as imports, what happened since, and an
 * account per role. The application's clock must be one that can be set, see `Past`.
 */
export async function loadDemo(app: INestApplicationContext): Promise<Loaded> {
  const days = new Days(app.get(Clock).today());
  const past = new Past(app);
  return inNewAssociation(app, '示范行业协会', async (tx, associationId) => {
    const office = await createAccounts(tx, app, associationId, headquarters);
    const { id: accountId, name } = office[0]!;
    const staff: Actor = { associationId, accountId, name };
    const tree = await past.at(days.at(entered.organizations), () => importTree(tx, app, staff));
    await makeHistory(tx, app, past, staff, tree, days);
    await addSuperiors(tx, associationId, tree.root, days);
    await fillSeats(tx, associationId, tree, days);
    await addUnits(tx, app, past, staff, days, entered.units);
    await addMembers(tx, app, past, staff, days.at(entered.members));
    await moveMembers({ tx, app, actor: staff, days }, tree);
    await addTeams(tx, associationId);
    await addStaff(tx, app, staff, office, tree, days);
    await addActivities(tx, app, staff, tree, days);
    await addRunningMeeting(tx, app, staff, tree);
    await addObligations(tx, app, staff, days);
    await addAttendance(tx, app, staff, days);
    await addPlans(tx, app, staff, days);
    await takeDayOff(tx, associationId, days);
    await app.get(OrganizationFlags).refresh(tx, associationId, 'ALL', days.at(entered.organizations));
    const people = [...office, ...(await createAccounts(tx, app, associationId, peopleOf(tree)))];
    await bindMember(tx, associationId);
    await addGrants(tx, app.get(Clock), associationId, people, tree);
    await addMinutes(tx, people, tree, days);
    await addMatters({ tx, app, past, days, tree, associationId }, people);
    await addDispatches(tx, app, people, tree, days);
    await addAssessments(tx, app, associationId, people, tree, days);
    await addSchemes(tx, associationId, people, days);
    await tellStaff(tx, app, associationId, people, tree);
    await remind(tx, app, associationId, people);
    await askForExports(tx, app, associationId, people);
    const [row] = await tx.query<{ count: number }[]>(`select count(*)::int as count from party_organization`);
    return { organizations: row!.count, people };
  });
}

/**
 * A new association without data, for what fills it by itself to measure or to try: the three administrators and one of
 * its staff, who may found its root. A real installation begins with `setup`.
 */
export async function loadEmpty(app: INestApplicationContext): Promise<Loaded> {
  const people: Person[] = [
    { role: 'SYSTEM_ADMIN', username: 'xitong', name: '系统管理员', at: null },
    { role: 'SECURITY_ADMIN', username: 'anquan', name: '安全管理员', at: null },
    { role: 'AUDITOR', username: 'shenji', name: '审计管理员', at: null },
    { role: 'PARTY_STAFF', username: 'dangwu', name: '党务工作者', at: null },
  ];
  return inNewAssociation(app, '新协会', async (tx, associationId) => ({
    organizations: 0,
    people: await createAccounts(tx, app, associationId, people),
  }));
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
