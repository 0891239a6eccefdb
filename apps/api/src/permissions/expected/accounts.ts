import { anybody, each, everybody } from '../who';
import { mutation, namesOf, type Area, type Row, type Target } from '../table';

const managed = {
  of: 'person',
  may: { SYSTEM_ADMIN: ['MINE', 'ANOTHERS'] },
  because: ['administrators', 'association'],
} as const;
/** what an administrator leaves to others where it is their own account */
const notOnesOwn = {
  ...managed,
  may: { SYSTEM_ADMIN: ['ANOTHERS'] },
  refused: { SYSTEM_ADMIN: ['MINE'] },
  refusals: ['ACCOUNT_OWN'],
} as const;
const own = { of: 'whole', may: everybody, because: ['ownAccount'] } as const;
const public_ = { of: 'whole', may: anybody, because: ['closed', 'ways'] } as const;
const account = (target: Target) => target.thing('account');

const administration: readonly Row[] = [
  {
    ...managed,
    operation: 'Query accounts',
    ask: () => ({ document: '{ accounts(first: 100) { nodes { name } } }' }),
    names: namesOf('accounts'),
  },
  {
    of: 'whole',
    may: { SYSTEM_ADMIN: ['ASSOCIATION'] },
    because: ['administrators'],
    operation: 'Mutation createAccount',
    ask: (_, { serial }) =>
      mutation('createAccount', { username: `xin-${serial}`, name: '新账号', mail: `xin-${serial}@example.org` }),
  },
  {
    ...managed,
    operation: 'Mutation changeAccount',
    ask: (target) =>
      mutation('changeAccount', { id: account(target).id, version: account(target).version, name: '改名' }),
  },
  {
    ...managed,
    operation: 'Mutation sendAccountLink',
    ask: (target) => ({
      document: 'mutation ($input: AccountInput!) { sendAccountLink(input: $input) { id } }',
      variables: { input: { id: account(target).id } },
    }),
    stopsAt: ['MAIL_MISSING'],
  },
  ...(['disableAccount', 'resetSecondFactor'] as const).map((name): Row => ({
    ...notOnesOwn,
    operation: `Mutation ${name}`,
    ask: (target) => ({
      document: `mutation ($input: AccountInput!) { ${name}(input: $input) { id } }`,
      variables: { input: { id: account(target).id } },
    }),
    stopsAt: ['SECOND_FACTOR_MISSING'],
  })),
  {
    ...managed,
    operation: 'Mutation enableAccount',
    ask: (target) => ({
      document: 'mutation ($input: AccountInput!) { enableAccount(input: $input) { id } }',
      variables: { input: { id: account(target).id } },
    }),
  },
];

const proof = (name: string, answer: string, stopsAt: readonly string[]): Row => ({
  ...own,
  operation: `Mutation ${name}`,
  ask: (_, scene) => ({
    document: `mutation ($input: ProofInput!) { ${name}(input: $input) ${answer} }`,
    variables: { input: { password: scene.value('password') } },
  }),
  stopsAt,
});

const onesOwn: readonly Row[] = [
  { ...own, operation: 'Query ownAccount', ask: () => ({ document: '{ ownAccount { username } }' }) },
  {
    ...own,
    operation: 'Mutation changePassword',
    ask: (_, scene) =>
      mutation('changePassword', { current: scene.value('password'), password: 'Quite-another-horse-4711' }),
  },
  { ...own, operation: 'Query calendarFeeds', ask: () => ({ document: '{ calendarFeeds { name } }' }) },
  {
    ...own,
    // a token makes no other key
    may: (({ UNIT_TOKEN: _, ...rest }) => rest)(own.may),
    operation: 'Mutation createCalendarFeed',
    ask: () => mutation('createCalendarFeed', { name: '手机' }, '{ url }'),
    stopsAt: ['CALENDAR_FEEDS_FULL'],
  },
  {
    of: 'person',
    may: each,
    because: ['ownAccount'],
    operation: 'Mutation revokeCalendarFeed',
    ask: (target) => mutation('revokeCalendarFeed', { id: target.thing('calendar feed').id }, '{ name }'),
  },
  {
    ...public_,
    operation: 'HTTP GET /calendar/:file',
    // nobody's address: it is told alike to everybody
    may: {},
    others: 'NOT_FOUND',
    anonymous: 'NOT_FOUND',
    ask: () => ({ http: 'GET', path: `/calendar/${'a'.repeat(43)}.ics` }),
  },
  { ...own, operation: 'Mutation chooseLetters', ask: () => mutation('chooseLetters', { off: ['BEFORE'] }) },
  { ...own, operation: 'Mutation chooseLanguage', ask: () => mutation('chooseLanguage', { language: 'EN' }) },
  proof('renewRecoveryCodes', '{ recoveryCodes }', ['SECOND_FACTOR_MISSING']),
  proof('removeSecondFactor', '{ id }', ['SECOND_FACTOR_MISSING', 'SECOND_FACTOR_COMPULSORY']),
  proof('linkIdentity', '', ['SINGLE_SIGN_ON_OFF']),
  {
    of: 'person',
    may: each,
    because: ['ownAccount', 'association'],
    operation: 'Mutation endSession',
    ask: (target) => mutation('endSession', { id: target.thing('session').id }),
  },
  {
    of: 'person',
    may: each,
    because: ['ownAccount', 'association'],
    operation: 'Mutation unlinkIdentity',
    ask: (target) => mutation('unlinkIdentity', { id: target.thing('identity').id }),
  },
  {
    ...own,
    operation: 'Mutation endOtherSessions',
    ask: () => ({ document: 'mutation { endOtherSessions }' }),
    shows: () => true,
  },
  {
    ...own,
    // a token makes no other
    may: (({ UNIT_TOKEN: _, ...rest }) => rest)(own.may),
    operation: 'Mutation createExplorerToken',
    ask: () => ({ document: 'mutation { createExplorerToken { expiresAt } }' }),
  },
  {
    ...own,
    operation: 'Mutation startEnrolment',
    anonymous: 'REFUSED',
    refusals: ['SIGN_IN_STEP_OVER'],
    ask: (_, scene) => mutation('startEnrolment', { password: scene.value('password') }, '{ secret }'),
  },
  {
    ...own,
    operation: 'Mutation finishEnrolment',
    anonymous: 'REFUSED',
    refusals: ['SIGN_IN_STEP_OVER'],
    ask: () => mutation('finishEnrolment', { code: '123456' }, '{ recoveryCodes }'),
    stopsAt: ['ENROLMENT_NOT_STARTED'],
  },
];

/** What somebody not signed in may ask; each ends where the secret it needs is missing. */
const waysIn: readonly Row[] = [
  {
    ...public_,
    operation: 'Query pendingSignIn',
    shows: () => true,
    ask: () => ({ document: '{ pendingSignIn { step } }' }),
  },
  {
    ...public_,
    operation: 'Query singleSignOn',
    shows: () => true,
    ask: () => ({ document: '{ singleSignOn { name { en } } }' }),
  },
  { ...public_, operation: 'Query setupOpen', ask: () => ({ document: '{ setupOpen }' }) },
  {
    ...public_,
    operation: 'Query mailedLink',
    ask: () => ({ document: '{ mailedLink(token: "x") { kind } }' }),
    stopsAt: ['LINK_OVER'],
  },
  {
    ...public_,
    operation: 'Mutation proveSecondFactor',
    ask: () => mutation('proveSecondFactor', { code: '123456' }, '{ expiresAt }'),
    stopsAt: ['SIGN_IN_STEP_OVER'],
  },
  {
    ...public_,
    operation: 'Mutation replacePassword',
    ask: () => mutation('replacePassword', { password: 'Quite-another-horse-4711' }, '{ expiresAt }'),
    stopsAt: ['SIGN_IN_STEP_OVER'],
  },
  {
    ...public_,
    operation: 'Mutation requestPasswordReset',
    ask: (_, { serial }) => mutation('requestPasswordReset', { username: `nobody-${serial}` }, ''),
  },
  {
    ...public_,
    operation: 'Mutation setPasswordByLink',
    ask: () => mutation('setPasswordByLink', { token: 'x', password: 'Quite-another-horse-4711' }, ''),
    stopsAt: ['LINK_OVER'],
  },
  {
    ...public_,
    operation: 'Mutation startSingleSignOn',
    ask: () => mutation('startSingleSignOn', {}, ''),
    stopsAt: ['SINGLE_SIGN_ON_OFF'],
  },
  {
    ...public_,
    because: ['closed', 'setUp'],
    operation: 'Mutation setUp',
    ask: () => {
      const person = (username: string) => ({ username, name: '某人' });
      const root = { type: 'COMMITTEE', name: '党委', code: '1', basis: '批复' };
      const three = { systemAdmin: person('aa'), securityAdmin: person('bb'), auditor: person('cc') };
      return mutation(
        'setUp',
        { token: 'ABCD-EFGH-JKLM-NPQR', association: '协会', root, ...three },
        '{ association }',
      );
    },
    stopsAt: ['SETUP_CLOSED'],
  },
  { ...public_, operation: 'HTTP GET /sso/callback', ask: () => ({ http: 'GET', path: '/sso/callback?state=x' }) },
];

export const accounts: Area = {
  title: 'Accounts and ways in',
  rows: [...administration, ...onesOwn, ...waysIn],
};
