import { localId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';
import { Matters, type MatterAnswer } from './matters';

export interface SessionAnswer {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly title: string;
  readonly items: readonly { id: string; no: number; title: string; minutes: number; matter: { id: string } | null }[];
  readonly members: readonly {
    id: string;
    body: string;
    name: string;
    post: string;
    chair: boolean;
    seat: number;
    memberId: string | null;
    hasAccount: boolean;
  }[];
}

const answer = `id version state title items { id no title minutes matter { id } }
  members { id body name post chair seat memberId hasAccount }`;

/** A Thursday two weeks after the world's clock, on which the rules' days ahead are over. */
export const startsAt = '2026-10-15T06:00:00.000Z';
export const endsAt = '2026-10-15T09:00:00.000Z';

/** Sessions of a world while they are planned, by the API as people use it. */
export class PlannedSessions extends Matters {
  private made = 0;

  constructor(world: World) {
    super(world);
  }

  send(name: string, input: object, actor?: Actor): Promise<SessionAnswer> {
    return this.do<SessionAnswer>(name, input, actor, answer);
  }

  call(more: object = {}, actor?: Actor): Promise<SessionAnswer> {
    const facts = { reviewingBody: 'FUNCTIONAL_COMMITTEE', joint: false, startsAt, endsAt, place: '二层第一会议室' };
    return this.send('callSession', { ...facts, ...more }, actor);
  }

  stepOf(name: string, { id, version }: SessionAnswer, more: object = {}, actor?: Actor): Promise<SessionAnswer> {
    return this.send(name, { id, version, ...more }, actor);
  }

  async look<T = SessionAnswer>(id: string, fields = answer, actor: Actor = this.world.staff): Promise<T> {
    const document = `query ($id: ID!) { reviewSession(id: $id) { ${fields} } }`;
    return (await this.world.as(actor).query<{ reviewSession: T }>(document, { id })).reviewSession;
  }

  async accepted(at: { readonly id: string }, more: object = {}): Promise<MatterAnswer> {
    return this.step('acceptMatter', await this.submitted(at, more));
  }

  schedule(session: { id: string }, matter: MatterAnswer, more: object = {}, actor?: Actor): Promise<SessionAnswer> {
    const input = { id: session.id, matterId: matter.id, matterVersion: matter.version, ...more };
    return this.send('scheduleMatter', input, actor);
  }

  /** Somebody who holds a post at an organization, as a row; with the account when one is given. */
  async holds(at: { readonly id: string }, name: string, post: string, account?: Actor): Promise<string> {
    const organization = localId('PartyOrganization', at.id);
    return this.world.write(async (tx) => {
      const [member] = await tx.query<{ id: string }[]>(
        `insert into member (id, association_id, organization_id, affiliation_kind, name, pinyin, pinyin_initials, status)
         values (gen_random_uuid(), $1, $2, 'FORMAL', $3, $4, $4, 'FULL') returning id`,
        [this.world.associationId, organization, name, `p${String(++this.made).padStart(3, '0')}`],
      );
      await tx.query(
        `insert into appointment (id, association_id, member_id, organization_id, post, since, basis)
         values (gen_random_uuid(), $1, $2, $3, $4, '2024-01-01', '批复')`,
        [this.world.associationId, member!.id, organization, post],
      );
      if (account)
        await tx.query(`update account set member_id = $2, name = $3, mail = $4 where id = $1`, [
          account.accountId,
          member!.id,
          name,
          `${account.username}@x.cn`,
        ]);
      return member!.id;
    });
  }

  async bell(actor: Actor): Promise<{ kind: string; title: { zh: string }; text: { zh: string }; link: string }[]> {
    const document = '{ notifications(first: 50) { nodes { kind title { zh } text { zh } link } } }';
    type Bell = { kind: string; title: { zh: string }; text: { zh: string }; link: string };
    return (
      await this.world.as(actor).query<{ notifications: { nodes: Bell[] } }>(document)
    ).notifications.nodes.filter(({ kind }) => kind.startsWith('SESSION_'));
  }

  letters(actor: Actor): Promise<{ subject: string; text: string }[]> {
    return this.world.write((tx) =>
      tx.query(`select subject, text from mail_message where recipients = $1 order by id`, [
        [`${actor.username}@x.cn`],
      ]),
    );
  }
}
