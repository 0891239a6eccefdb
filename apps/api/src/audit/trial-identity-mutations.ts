import { totpCode } from '@dangwu/access';
import { globalId } from '@dangwu/platform/ids';
import type { Actor } from '@dangwu/testing';
import { personal, type MutationStage } from './trial-stage';

type Scenario = (stage: MutationStage) => Promise<{ readonly object: string; readonly by: string }>;

interface Managed {
  readonly id: string;
  readonly version: number;
}

const fields = 'id version';
const ofAccount = ({ accountId }: Actor): { object: string; by: string } => ({
  object: globalId('Account', accountId),
  by: accountId,
});

const secretary = (stage: MutationStage): Promise<Actor> => stage.world.account('SECRETARY', stage.world.root);

/** Somebody with an authenticator, in a session that stays. */
async function enrolled(stage: MutationStage): Promise<Actor & { readonly secret: string }> {
  const actor = await secretary(stage);
  const { password } = actor;
  const { secret } = await stage.send<{ secret: string }>(
    'startEnrolment',
    { password },
    { by: actor, fields: 'secret' },
  );
  const code = totpCode(secret, stage.world.clock.now());
  await stage.send('finishEnrolment', { code }, { by: actor, fields: 'recoveryCodes' });
  // each code counts once
  stage.world.clock.advance(30_000);
  return { ...actor, secret };
}

/** One's own account, whose owner proves once more to be the one. */
const proven =
  (name: string, wanted: string): Scenario =>
  async (stage) => {
    const actor = await enrolled(stage);
    const code = totpCode(actor.secret, stage.world.clock.now());
    await stage.send(name, { password: actor.password, code }, { by: actor, fields: wanted, type: 'ProofInput' });
    return ofAccount(actor);
  };

const own =
  (name: string, input: (actor: Actor) => object, wanted = 'id'): Scenario =>
  async (stage) => {
    const actor = await secretary(stage);
    await stage.send(name, input(actor), { by: actor, fields: wanted });
    return ofAccount(actor);
  };

async function managed(stage: MutationStage, by: Actor): Promise<Managed> {
  const input = { username: `xin-${stage.next}`, name: personal.name, mail: `xin-${stage.next}@example.org` };
  return stage.send<Managed>('createAccount', input, { by, fields });
}

const administered =
  (name: string, more: (account: Managed) => object, type: string | undefined = 'AccountInput'): Scenario =>
  async (stage) => {
    const by = await stage.world.account('SYSTEM_ADMIN');
    const account = await managed(stage, by);
    await stage.send(name, { id: account.id, ...more(account) }, { by, type });
    return { object: account.id, by: by.accountId };
  };

/** The same for accounts and the ways into them. */
export const identityScenarios: Readonly<Record<string, Scenario>> = {
  createAccount: async (stage) => {
    const by = await stage.world.account('SYSTEM_ADMIN');
    return { object: (await managed(stage, by)).id, by: by.accountId };
  },
  changeAccount: administered(
    'changeAccount',
    ({ version }) => ({ version, name: `${personal.name}二`, mail: 'another@example.org' }),
    'ChangeAccountInput',
  ),
  sendAccountLink: administered('sendAccountLink', () => ({})),
  disableAccount: administered('disableAccount', () => ({})),
  enableAccount: async (stage) => {
    const by = await stage.world.account('SYSTEM_ADMIN');
    const { id } = await managed(stage, by);
    for (const name of ['disableAccount', 'enableAccount'])
      await stage.send(name, { id }, { by, type: 'AccountInput' });
    return { object: id, by: by.accountId };
  },
  resetSecondFactor: async (stage) => {
    const [by, actor] = [await stage.world.account('SYSTEM_ADMIN'), await enrolled(stage)];
    const { object } = ofAccount(actor);
    await stage.send('resetSecondFactor', { id: object }, { by, type: 'AccountInput' });
    return { object, by: by.accountId };
  },

  startEnrolment: own('startEnrolment', ({ password }) => ({ password }), 'secret'),
  finishEnrolment: async (stage) => ofAccount(await enrolled(stage)),
  renewRecoveryCodes: proven('renewRecoveryCodes', 'recoveryCodes'),
  removeSecondFactor: proven('removeSecondFactor', 'id'),
  changePassword: own('changePassword', ({ password }) => ({
    current: password,
    password: `${password}-and-something-else`,
  })),
  createCalendarFeed: own('createCalendarFeed', () => ({ name: '手机' }), 'url'),
  revokeCalendarFeed: async (stage) => {
    const actor = await secretary(stage);
    const { feed } = await stage.send<{ feed: { id: string } }>(
      'createCalendarFeed',
      { name: '手机' },
      { by: actor, fields: 'feed { id }' },
    );
    await stage.send('revokeCalendarFeed', { id: feed.id }, { by: actor, fields: 'id' });
    return ofAccount(actor);
  },
  chooseLetters: own('chooseLetters', () => ({ off: ['BEFORE'] })),
  chooseLanguage: own('chooseLanguage', () => ({ language: 'EN' })),
  createExplorerToken: async (stage) => {
    const actor = await secretary(stage);
    await stage.world.as(actor).mutate('mutation { createExplorerToken { expiresAt } }');
    return ofAccount(actor);
  },
  endSession: async (stage) => {
    const actor = await secretary(stage);
    const { username, password } = actor;
    await stage.send('signIn', { username, password }, { by: null, fields: 'expiresAt' });
    const { ownAccount } = await stage.world
      .as(actor)
      .query<{ ownAccount: { sessions: { id: string; current: boolean }[] } }>(
        '{ ownAccount { sessions { id current } } }',
      );
    const { id } = ownAccount.sessions.find(({ current }) => !current)!;
    await stage.send('endSession', { id }, { by: actor });
    return ofAccount(actor);
  },
  endOtherSessions: async (stage) => {
    const actor = await secretary(stage);
    await stage.world.as(actor).mutate('mutation { endOtherSessions }');
    return ofAccount(actor);
  },

  bindAccount: async (stage) => bound(stage),
  unbindAccount: async (stage) => {
    const { object, by } = await bound(stage);
    await stage.send('unbindAccount', { memberId: object }, { fields: '' });
    return { object, by };
  },
};

async function bound(stage: MutationStage): Promise<{ object: string; by: string }> {
  const { id: organizationId } = await stage.branch();
  const facts = {
    name: personal.name,
    status: 'FULL',
    gender: 'FEMALE',
    birthDate: '1949-12-31',
    phone: personal.phone,
  };
  const joined = { joinedOn: '2012-06-01', fullOn: '2013-06-01' };
  const place = { organizationId, kind: 'FORMAL', since: '2020-01-01', basis: '测试' };
  const { id } = await stage.send('registerMember', { ...facts, ...joined, ...place });
  const { username } = await secretary(stage);
  await stage.send('bindAccount', { memberId: id, username }, { fields: 'username' });
  return { object: id, by: stage.world.staff.accountId };
}
