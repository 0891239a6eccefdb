import { mutation, type Area, type Target } from '../table';
import { conductorsOfSessions, readersOfMatters, readersOfSessions } from '../who';

const read = { of: 'tree', may: readersOfSessions, because: ['sitting', 'hidden', 'association'] } as const;
// whoever sits may have the papers, so that everybody is let in and finds only what is theirs
const papers = { ...read, others: 'NOT_FOUND', because: ['sitting', 'ownSessions', 'association'] } as const;
const conduct = { of: 'tree', may: conductorsOfSessions, because: ['sitting', 'association'] } as const;
const session = (target: Target) => target.thing('review session').id;
const document = (target: Target) => target.thing('session document');
const noFile = 'File_01a0b250448072e797045eeed793b020';
const listing = (name: string, argument: string, id: string) => ({
  document: `query ($id: ID!) { ${name}(${argument}: $id) { id } }`,
  variables: { id },
});
const some =
  (name: string) =>
  (data: Readonly<Record<string, unknown>>): boolean =>
    (data[name] as readonly unknown[]).length > 0;

export const sessionPapers: Area = {
  title: 'Papers of sessions',
  rows: [
    {
      ...papers,
      operation: 'HTTP GET /files/sessions/:id/pack.pdf',
      ask: (target) => ({ http: 'GET', path: `/files/sessions/${session(target)}/pack.pdf` }),
      // the pack that is kept stands there as a row, without its bytes
      stopsAt: ['FILE_GONE'],
    },
    {
      ...papers,
      operation: 'HTTP GET /files/session-documents/:id.:format',
      ask: (target) => ({ http: 'GET', path: `/files/session-documents/${document(target).id}.pdf` }),
    },
    {
      ...conduct,
      operation: 'HTTP GET /files/sessions/:id/preview/:kind.pdf',
      ask: (target) => ({ http: 'GET', path: `/files/sessions/${session(target)}/preview/NOTICE.pdf` }),
    },
    {
      ...read,
      operation: 'Query sessionPacks',
      ask: (target) => listing('sessionPacks', 'sessionId', session(target)),
      shows: some('sessionPacks'),
    },
    {
      ...read,
      operation: 'Query sessionDocuments',
      ask: (target) => listing('sessionDocuments', 'sessionId', session(target)),
      shows: some('sessionDocuments'),
    },
    {
      ...read,
      operation: 'Query sealImages',
      ask: (target) => listing('sealImages', 'organizationId', target.id),
      shows: some('sealImages'),
    },
    {
      of: 'tree',
      may: readersOfMatters,
      because: ['matters', 'client', 'hidden', 'association'],
      operation: 'Query matterOpinions',
      ask: (target) => listing('matterOpinions', 'id', target.thing('submitted matter').id),
      shows: () => true,
    },
    {
      ...conduct,
      operation: 'Mutation issueSessionDocument',
      ask: (target) => mutation('issueSessionDocument', { sessionId: session(target), kind: 'NOTICE' }),
    },
    {
      ...conduct,
      operation: 'Mutation setSealImage',
      ask: (target) => mutation('setSealImage', { organizationId: target.id, body: 'PARTY', fileId: noFile }),
      // who may set it is asked before what
      stopsAt: ['MATTER_FILE_UNKNOWN'],
    },
    {
      ...conduct,
      operation: 'Mutation removeSealImage',
      ask: (target) => mutation('removeSealImage', { id: target.thing('seal image').id }, ''),
    },
  ],
};
