import { byId, mutation, type Area, type Target } from '../table';
import { keepersOfVenues, readersOfDispatches, recipientsOfDispatches } from '../who';
import { counting, placed } from './lists';

const read = { of: 'tree', may: readersOfDispatches, because: ['dispatches', 'hidden', 'association'] } as const;
const write = { of: 'tree', may: keepersOfVenues, because: ['dispatches', 'hidden', 'association'] } as const;
const answer = {
  of: 'tree',
  ...recipientsOfDispatches,
  because: ['answering', 'known', 'hidden', 'association'],
} as const;
const versioned = ({ id, version }: { id: string; version: number }) => ({ id, version });
const draft = (target: Target) => target.thing('dispatch');
const attachment = (target: Target) => target.thing('dispatch attachment');
const issued = (target: Target) => versioned(target.thing('issued dispatch'));
const written = { kind: 'REQUEST', title: '关于召开换届大会的请示', body: '妥否，请批复。' };
const noFile = 'File_01a0b250448072e797045eeed793b020';
// where it stands is asked after who may
const stopsAt = ['DISPATCH_STATE'];

export const dispatches: Area = {
  title: 'Requests and reports',
  rows: [
    { ...read, operation: 'Query dispatch', ask: (target) => byId('dispatch', draft(target).id, '{ title }') },
    {
      ...read,
      operation: 'Query dispatches',
      ask: () => ({
        document: '{ dispatches(first: 100, filter: { states: [DRAFT] }) { nodes { organization { name } } } }',
      }),
      names: placed('dispatches'),
    },
    {
      ...read,
      operation: 'Query dispatches',
      aspect: 'count of a search',
      ask: (target) => ({
        document: 'query ($search: String!) { dispatches(first: 5, filter: { search: $search }) { totalCount } }',
        variables: { search: draft(target).name },
      }),
      shows: counting('dispatches'),
    },
    {
      ...read,
      operation: 'HTTP GET /files/dispatches/:id/document.:format',
      ask: (target) => ({ http: 'GET', path: `/files/dispatches/${draft(target).id}/document.docx` }),
    },
    {
      ...read,
      operation: 'HTTP GET /files/dispatches/:id',
      ask: (target) => ({ http: 'GET', path: `/files/dispatches/${attachment(target).id}` }),
    },
    {
      ...read,
      operation: 'Node Dispatch',
      others: 'NOT_FOUND',
      ask: (target) => byId('node', draft(target).id, '{ ... on Dispatch { title } }'),
    },
    {
      ...write,
      operation: 'Query dispatchChecks',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }) => ({
        document: 'query ($input: CheckDispatchInput!) { dispatchChecks(input: $input) { kind } }',
        variables: { input: { organizationId: id, ...written } },
      }),
    },
    {
      ...write,
      operation: 'Query dispatchSuperiors',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }) => ({
        document: 'query ($id: ID!) { dispatchSuperiors(organizationId: $id) { name } }',
        variables: { id },
      }),
      shows: () => true,
    },
    {
      ...write,
      operation: 'Mutation draftDispatch',
      elsewhere: 'FORBIDDEN',
      ask: ({ id }) => mutation('draftDispatch', { organizationId: id, ...written }),
    },
    {
      ...write,
      operation: 'Mutation changeDispatch',
      ask: (target) => mutation('changeDispatch', { ...versioned(draft(target)), ...written }),
    },
    {
      ...write,
      operation: 'Mutation addDispatchAttachment',
      ask: (target) => mutation('addDispatchAttachment', { ...versioned(draft(target)), fileId: noFile }),
      // who may attach is asked before what
      stopsAt: ['DISPATCH_FILE_UNKNOWN'],
    },
    {
      ...write,
      operation: 'Mutation removeDispatchAttachment',
      ask: (target) =>
        mutation('removeDispatchAttachment', { ...versioned(draft(target)), attachmentId: attachment(target).id }),
    },
    {
      ...write,
      operation: 'Mutation issueDispatch',
      ask: (target) => mutation('issueDispatch', versioned(draft(target))),
      // what its checks find is a matter of the domain
      stopsAt: ['DISPATCH_GUIDE_COPY'],
    },
    {
      ...write,
      operation: 'Mutation withdrawDispatch',
      ask: (target) => mutation('withdrawDispatch', { ...versioned(draft(target)), reason: '并入年度报告' }),
    },
    {
      ...write,
      operation: 'Mutation recordDispatchFollowUp',
      ask: (target) =>
        mutation('recordDispatchFollowUp', { ...versioned(draft(target)), on: '2026-09-10', text: '已完成' }),
      stopsAt,
    },
    {
      ...write,
      operation: 'Mutation closeDispatch',
      ask: (target) => mutation('closeDispatch', versioned(draft(target))),
      stopsAt,
    },
    {
      ...answer,
      operation: 'Mutation recordDispatchReceipt',
      ask: (target) => mutation('recordDispatchReceipt', { ...issued(target), on: '2026-09-10' }),
    },
    {
      ...answer,
      operation: 'Mutation recordDispatchReply',
      ask: (target) => mutation('recordDispatchReply', { ...issued(target), on: '2026-09-10', outcome: 'APPROVED' }),
      stopsAt,
    },
  ],
};
