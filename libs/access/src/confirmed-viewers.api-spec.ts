import { newId } from '@dangwu/platform/ids';
import type { Request } from 'express';
import { Trial, type TrialOrganization } from './trial/trial';
import type { Viewer } from './viewer';

let trial: Trial;
let root: TrialOrganization;
beforeAll(async () => {
  trial = await Trial.create();
  root = await trial.organization(null);
});
afterAll(() => trial.close());

const requestOf = (token: string): Request => ({ headers: { cookie: `dangwu_session=${token}` } }) as Request;
const remembered = (token: string): Promise<Viewer | null> => trial.services.viewers.viewerToConfirm(requestOf(token));

/** As the statement of a read asks it: through the reading pool. */
async function confirmed(viewer: Viewer): Promise<boolean> {
  const { rows } = await trial.database.reader.query<{ ok: boolean }>(
    `select access_confirms($1::bytea, $2::timestamptz, $3::timestamptz, $4::bigint) as ok`,
    [...viewer.proof!()],
  );
  return rows[0]!.ok;
}

async function signedIn(): Promise<{ token: string; viewer: Viewer; committee: TrialOrganization }> {
  const committee = await trial.organization(root);
  const { token } = await trial.viewer({ role: 'SECRETARY', organizationId: committee.id });
  return { token, viewer: (await remembered(token))!, committee };
}

it('a viewer is remembered and confirmed as long as nothing changes', async () => {
  const { token, viewer } = await signedIn();
  expect(await confirmed(viewer)).toBe(true);
  expect(await remembered(token)).toBe(viewer);
  // a new organization lies in the ranges of those above it
  await trial.organization(root);
  expect(await confirmed(viewer)).toBe(true);
});

describe('is not confirmed any more after', () => {
  type Change = (of: Awaited<ReturnType<typeof signedIn>>) => Promise<unknown>;
  const changes: readonly [string, Change][] = [
    ['a grant was given', ({ viewer }) => insertGrant(viewer, new Date(trial.clock.now().getTime() - 1_000))],
    [
      'a grant was revoked',
      ({ viewer }) => trial.write((tx) => trial.services.accounts.revoke(tx, viewer.grants[0]!.id)),
    ],
    [
      'its organization moved',
      async ({ committee }) => {
        const to = await trial.organization(root);
        await trial.write((tx) => trial.services.tree.move(tx, committee.id, to.id, 'GUIDES'));
      },
    ],
    [
      'any organization moved',
      async () => {
        const [from, to] = [await trial.organization(root), await trial.organization(root)];
        await trial.write((tx) => trial.services.tree.move(tx, from.id, to.id, 'LEADS'));
      },
    ],
    [
      'the account was disabled',
      ({ viewer }) => trial.admin.query(`update account set disabled_at = now() where id = $1`, [viewer.account.id]),
    ],
    [
      'the session was ended',
      ({ viewer }) => trial.write((tx) => trial.services.sessions.revoke(tx, viewer.sessionId)),
    ],
  ];
  it.each(changes)('%s', async (_, change) => {
    const of = await signedIn();
    expect(await confirmed(of.viewer)).toBe(true);
    await change(of);
    expect(await confirmed(of.viewer)).toBe(false);
  });

  it('time: a minute without a touch, and the end of the session', async () => {
    const { viewer } = await signedIn();
    trial.clock.advance(61_000);
    expect(await confirmed(viewer)).toBe(false);
  });
});

it('a grant that begins or ends by itself is not remembered beyond that moment', async () => {
  const { token, viewer } = await signedIn();
  await insertGrant(viewer, new Date(trial.clock.now().getTime() + 20_000));
  trial.services.viewers.forget(requestOf(token));
  // Apollo sends the new token along; until then nothing goes the short way
  expect(await remembered(token)).toBeNull();
  await trial.admin.query(`update session set rotation_due = false where account_id = $1`, [viewer.account.id]);
  const before = await remembered(token);
  expect(before!.grants).toHaveLength(1);
  expect(await confirmed(before!)).toBe(true);
  trial.clock.advance(20_000);
  const after = await remembered(token);
  expect(after).not.toBe(before);
  expect(after!.grants).toHaveLength(2);
});

it('the version cannot be held down by the application', async () => {
  await expect(trial.write((tx) => tx.query(`update access_version set version = 1`))).rejects.toMatchObject({
    message: expect.stringContaining('permission denied') as string,
  });
});

it('a place remembered under a version is the place under that version', async () => {
  const { viewer, committee } = await signedIn();
  const { access } = trial.services;
  const place = await access.place(null, viewer, committee.id);
  expect(await access.place(null, viewer, committee.id)).toBe(place);
  const to = await trial.organization(root);
  await trial.write((tx) => trial.services.tree.move(tx, committee.id, to.id, 'LEADS'));
  // known under the version that no statement confirms any more, and read anew under the next
  expect(await confirmed(viewer)).toBe(false);
  const { viewer: later } = await signedIn();
  expect((await access.place(null, later, committee.id)).path).toBe(`${to.path}${committee.no}/`);
  await expect(access.place(null, later, newId())).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

const insertGrant = (viewer: Viewer, since: Date): Promise<unknown> =>
  trial.admin.query(
    `insert into access_grant (id, association_id, account_id, role, organization_id, since) values ($1, $2, $3, 'LEADER', $4, $5)`,
    [newId(), trial.associationId, viewer.account.id, root.id, since],
  );
