import { anybody } from '../who';
import { mutation, type Area } from '../table';

const open = { of: 'whole', may: anybody, because: ['closed', 'session'] } as const;

export const session: Area = {
  title: 'Session and the process itself',
  rows: [
    {
      ...open,
      operation: 'Query session',
      // null is the answer to whoever is not signed in
      shows: () => true,
      ask: () => ({ document: '{ session { account { username } } }' }),
    },
    {
      of: 'whole',
      may: { AUDITOR: ['ASSOCIATION'] },
      others: 'NOT_FOUND',
      anonymous: 'NOT_FOUND',
      because: ['session', 'administrators'],
      operation: 'Query session',
      aspect: 'what one may do: read the audit log',
      ask: () => ({ document: '{ session { permissions } }' }),
      shows: (data) =>
        (data['session'] as { permissions: readonly string[] } | null)?.permissions.includes('audit.read') ?? false,
    },
    {
      ...open,
      operation: 'Mutation signIn',
      ask: (_, scene) =>
        mutation(
          'signIn',
          { username: scene.value('user name'), password: scene.value('password') },
          '{ account { username } }',
        ),
      // administrators go on with their second factor
      shows: () => true,
    },
    {
      ...open,
      operation: 'Mutation signOut',
      shows: () => true,
      ask: () => ({ document: 'mutation { signOut }' }),
    },
    { ...open, operation: 'HTTP GET /healthz', ask: () => ({ http: 'GET', path: '/healthz' }) },
    { ...open, operation: 'HTTP GET /readyz', ask: () => ({ http: 'GET', path: '/readyz' }) },
    { ...open, operation: 'HTTP GET /metrics', ask: () => ({ http: 'GET', path: '/metrics' }) },
    {
      of: 'whole',
      // switched off outside of development: then it is not there for its administrator either
      may: { SYSTEM_ADMIN: [] },
      because: ['administrators'],
      operation: 'HTTP GET /inbox',
      ask: () => ({ http: 'GET', path: '/inbox' }),
    },
    {
      of: 'whole',
      may: { SYSTEM_ADMIN: [] },
      because: ['administrators'],
      operation: 'HTTP GET /inbox/:id',
      ask: () => ({ http: 'GET', path: '/inbox/1' }),
    },
  ],
};
