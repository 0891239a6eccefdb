import { globalId, localId, newId } from '@dangwu/platform/ids';
import type { Node, Spot, Stage } from './stage';

const basis = '〔2026〕1号';

/** A member with a post, a team, two of staff and a handover between them, at every organization. */
export async function people(stage: Stage): Promise<void> {
  for (const [node, spot] of stage.spots) {
    await member(spot, functional.has(node) ? 'FUNCTIONAL' : 'FORMAL');
    await team(spot);
    await staff(spot);
  }
  stage.values.set('a user name', stage.actor('EXPERT')!.username);
}

/** Functional committees and groups take no formal affiliations. */
const functional: ReadonlySet<Node> = new Set(['R', 'F', 'G']);

async function member(spot: Spot, kind: 'FUNCTIONAL' | 'FORMAL'): Promise<void> {
  const name = `${spot.name}的党员`;
  const facts = { status: 'FULL', gender: 'FEMALE', birthDate: '1980-12-31', phone: '13812345678' };
  const registered = await send<Member>(spot, 'registerMember', {
    ...facts,
    name,
    joinedOn: '2012-06-01',
    fullOn: '2013-06-01',
    organizationId: spot.id,
    kind,
    since: '2020-01-01',
    basis,
  });
  const { id, version, affiliations, appointments } = await send<Member>(spot, 'appoint', {
    id: registered.id,
    version: registered.version,
    organizationId: spot.id,
    post: 'PUBLICITY_MEMBER',
    on: '2026-01-01',
    basis,
  });
  spot.things.set('member', { id, version, name });
  spot.things.set('affiliation', { id: affiliations[0]!.id, version, name });
  spot.things.set('appointment', { id: appointments[0]!.id, version, name });
}

interface Member {
  readonly id: string;
  readonly version: number;
  readonly affiliations: readonly { readonly id: string }[];
  readonly appointments: readonly { readonly id: string }[];
}

/** As a row: which bodies elect a team is a rule of the domain and no matter of rights. */
async function team(spot: Spot): Promise<void> {
  const id = newId();
  await spot.world.write((tx) =>
    tx.query(
      `insert into leadership_team
         (id, association_id, organization_id, term_no, since, ends_on, remind_on, seats, basis)
       values ($1, $2, $3, 1, '2025-01-01', '2028-01-01', '2027-07-01', 5, $4)`,
      [id, spot.world.associationId, localId('PartyOrganization', spot.id), basis],
    ),
  );
  spot.things.set('team', { id: globalId('LeadershipTeam', id), version: 1, name: spot.name });
}

async function staff(spot: Spot): Promise<void> {
  const assign = (name: string): Promise<{ id: string; version: number }> =>
    send(
      spot,
      'assignStaff',
      {
        organizationId: spot.id,
        name,
        phone: '13812345678',
        position: '党务专员',
        time: 'FULL_TIME',
        since: '2026-01-01',
        basis,
      },
      'id version',
    );
  const names = ['一', '二', '三'].map((each) => `${spot.name}的专员${each}`);
  const [one, other, third] = [await assign(names[0]!), await assign(names[1]!), await assign(names[2]!)];
  const items = [{ text: '党员档案 12 册', state: 'HANDED_OVER' }];
  const input = { fromId: other.id, toId: one.id, dueOn: '2026-09-30', items };
  const handover = await send<{ id: string; version: number }>(spot, 'planHandover', input, 'id version');
  spot.things.set('staff', { ...one, name: names[0]! });
  spot.things.set('another of staff', { ...third, name: names[2]! });
  spot.things.set('handover', { ...handover, name: spot.name });
}

const parts = 'id version affiliations { id } appointments { id }';

async function send<T>({ world }: Spot, name: string, input: object, answer = parts): Promise<T> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${answer} } }`;
  return (await world.as(world.staff).mutate<Record<string, T>>(document, { input }))[name]!;
}
