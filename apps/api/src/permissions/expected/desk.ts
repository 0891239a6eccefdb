import { each, everybody } from '../who';
import { byId, mutation, type Area } from '../table';

const mine = { of: 'person', may: each, because: ['own', 'association'] } as const;
const listed = (field: string) => (data: Readonly<Record<string, unknown>>) =>
  (data[field] as { nodes: { link: string }[] }).nodes.map(({ link }) => link);

export const desk: Area = {
  title: 'The desk: notifications, jobs, files',
  rows: [
    {
      ...mine,
      operation: 'Query notifications',
      ask: () => ({ document: '{ notifications(first: 100) { nodes { link } } }' }),
      names: listed('notifications'),
    },
    {
      ...mine,
      operation: 'Node Notification',
      ask: (target) => byId('node', target.thing('notification').id, '{ id }'),
    },
    {
      ...mine,
      operation: 'Mutation markNotificationsRead',
      ask: (target) => mutation('markNotificationsRead', { ids: [target.thing('notification').id] }, ''),
      shows: (data) => data['markNotificationsRead'] === 1,
    },
    { ...mine, operation: 'Query job', ask: (target) => byId('job', target.thing('job').id, '{ kind }') },
    { ...mine, operation: 'Node Job', ask: (target) => byId('node', target.thing('job').id, '{ id }') },
    {
      ...mine,
      operation: 'Query job',
      aspect: 'the link of its file',
      ask: (target) => byId('job', target.thing('job').id, '{ file { url } }'),
      shows: (data) => (data['job'] as { file: object | null } | null)?.file != null,
    },
    {
      ...mine,
      operation: 'Mutation cancelJob',
      ask: (target) => mutation('cancelJob', { id: target.thing('job').id }),
    },
    {
      ...mine,
      operation: 'HTTP GET /files/:id',
      ask: (target) => ({ http: 'GET', path: `/files/${target.thing('file').id}` }),
    },
    {
      of: 'whole',
      may: everybody,
      because: ['own'],
      operation: 'HTTP POST /files',
      ask: () => ({ http: 'POST', path: '/files', file: '名称\n' }),
    },
    {
      of: 'whole',
      may: everybody,
      because: ['own'],
      operation: 'HTTP GET /events',
      ask: () => ({ http: 'GET', path: '/events' }),
    },
  ],
};
