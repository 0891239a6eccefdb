interface Survivor {
  readonly file: string;
  /** the mutant's description, or what it begins with */
  readonly mutant: string;
  readonly why: string;
}

const alike = (file: string, why: string, ...mutants: readonly string[]): Survivor[] =>
  mutants.map((mutant) => ({ file, mutant, why }));

/** Mutants that change nothing a caller can tell of rights, each with the reason. */
export const survivors: readonly Survivor[] = [
  ...alike(
    'access.ts',
    'the place remembered is the place: where it stands is confirmed by the statement that reads',
    'tx === null → !==',
    'tx === null && confirmable ? → never',
  ),
  ...alike(
    'access.ts',
    'row-level security hides what is not seen before this is asked',
    'if (!viewer.can(seenBy, place)) → false',
  ),
  ...alike(
    'access.guard.ts',
    'viewers remember the viewer of a request: asked twice, the same is answered',
    'call.viewer === undefined ? → always',
  ),
  ...alike(
    'access.guard.ts',
    'tells the audit log by what one came, and decides nothing',
    'viewer.byToken ? →',
    'viewer && ',
  ),
  ...alike('access.guard.ts', 'the application does not start with such an operation', 'if (!requirement) → false'),
  ...alike('vocabulary.ts', 'no name that is not in the vocabulary passes the compiler', 'if (!found) → false'),
  ...alike('vocabulary.ts', 'only saves looking twice', 'if (all.has(found.key)) → false'),
  ...alike(
    'requirement.ts',
    'runs once while the application is put together, before any mutant is on',
    'if (!descriptor || !decorate)',
    '!descriptor',
    '!decorate',
  ),
  ...alike('roles.ts', 'only saves deriving twice', 'if (!known) → true'),
  ...alike('viewer.ts', 'only saves deriving twice', 'if (!area) → true'),
  ...alike('viewer.ts', 'the union with nothing is the same', 'if (shown.length === 0) → false'),
  ...alike('viewers.ts', 'only saves asking twice within a request', 'if (!viewer) → true'),
  ...alike(
    'viewers.ts',
    'without a viewer of before, the request is answered by way of one read now: slower, and the same',
    'if (!token) →',
    '!token → without !',
    'if (remembered) →',
    'if (!found || found.rotationDue) →',
    '!found || found.rotationDue → &&',
    'if (token) →',
  ),
  ...alike('viewers.ts', 'a new cookie for the same session: its rights are the same', 'if (found.rotationDue) →'),
  ...alike('viewers.ts', 'the two are null together', 'path === null || leadsPath === null → &&'),
  ...alike(
    'emergency/emergency-access.ts',
    'who is told of a request, and by which name the audit log has it: nothing is decided by it',
    'each !== accountId → ===',
    'filter left out',
    "outcome.state === 'CONFIRMED'",
  ),
  ...alike(
    'grants/grants.ts',
    'a constraint of the database refuses it as well, with the same words',
    'if (account.id === viewer.account.id) → false',
  ),
];

/** What the last run of `npm run mutants` found; printed into docs/permissions.md. */
export const measured = {
  on: '2026-11-26',
  /** which table was asked: it grows with every area */
  of: 'before the calendar and the activities joined it',
  mutants: 645,
  killed: 578,
  equivalent: 38,
} as const;
