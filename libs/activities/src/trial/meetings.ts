import type { Actor, World } from '@dangwu/testing';
import { localId, newId } from '@dangwu/platform/ids';
import { Activities, type Activity } from './activities';

export interface Person {
  /** global id */
  readonly id: string;
  readonly name: string;
}

const summary = `frozenAt entitled present late remote onLeave absent madeUp unmarked guests guestsPresent named leaveAsked
  recordable signInOpen viewerCanRecord quorum { met base needed present text { zh } }`;

/** Meetings with people of the register, and what is said of their attendance. */
export class Meetings extends Activities {
  private people = 0;

  constructor(world: World) {
    super(world);
  }

  /** Members of an organization, written as rows: hundreds by the API would take minutes. Born full members. */
  async members(at: { readonly id: string }, count: number, status = 'FULL'): Promise<Person[]> {
    const organizationId = localId('PartyOrganization', at.id);
    const { associationId } = this.world;
    const made = Array.from({ length: count }, () => ({ id: newId(), name: `王${++this.people}号` }));
    await this.world.write(async (tx) => {
      await tx.query(
        `insert into member (id, association_id, organization_id, affiliation_kind, name, pinyin, pinyin_initials, status,
           joined_on, full_on)
         select s.id, $2, $3, 'FORMAL', s.name, 'wang' || s.id, 'w', $4, '2012-06-01', '2013-06-01'
         from jsonb_to_recordset($1) as s (id uuid, name text)`,
        [JSON.stringify(made), associationId, organizationId, status],
      );
      await tx.query(
        `insert into member_version (id, association_id, organization_id, affiliation_kind, name, pinyin, pinyin_initials,
           status, joined_on, full_on, valid_from)
         select id, association_id, organization_id, affiliation_kind, name, pinyin, pinyin_initials, status, joined_on,
           full_on, '2020-01-01' from member where id = any($1)`,
        [made.map(({ id }) => id)],
      );
      await tx.query(
        `insert into affiliation (id, association_id, member_id, organization_id, kind, since, basis)
         select gen_random_uuid(), association_id, id, organization_id, 'FORMAL', '2020-01-01', '党员名册'
         from member where id = any($1)`,
        [made.map(({ id }) => id)],
      );
    });
    return made.map(({ id, name }) => ({ id: `Member_${id.replaceAll('-', '')}`, name }));
  }

  /** The account of a member, signed in. */
  async accountOf({ id }: Person, at: { readonly id: string }): Promise<Actor> {
    const actor = await this.world.account('MEMBER', at);
    await this.world.write((tx) =>
      tx.query(`update account set member_id = $1 where id = $2`, [localId('Member', id), actor.accountId]),
    );
    return actor;
  }

  /** One that runs now: the world's clock stands at 10:20. */
  now(at: { readonly id: string }, more: object = {}): Promise<Activity> {
    const times = { startsAt: '2026-09-18T10:15:00+08:00', endsAt: '2026-09-18T11:30:00+08:00' };
    return this.plan(at, '', { ...times, ...more });
  }

  ask<T>(name: string, input: object, actor?: Actor, answer = summary): Promise<T> {
    return this.send<T>(name, input, actor, answer);
  }

  async summary<T>(activity: { readonly id: string }, actor: Actor = this.world.staff): Promise<T> {
    const data = await this.world
      .as(actor)
      .query<{ attendanceSummary: T }>(`query ($id: ID!) { attendanceSummary(activityId: $id) { ${summary} } }`, {
        id: activity.id,
      });
    return data.attendanceSummary;
  }

  start<T>({ id }: { readonly id: string }, actor?: Actor): Promise<T> {
    return this.ask<T>('startAttendance', { activityId: id }, actor);
  }

  mark<T>(
    { id }: { readonly id: string },
    people: readonly Person[],
    state: string,
    actor?: Actor,
    more: object = {},
  ): Promise<T> {
    const rows = people.map((person) => ({ memberId: person.id, state, ...more }));
    return this.ask<T>('recordAttendance', { activityId: id, rows }, actor);
  }

  invite<T>({ id }: { readonly id: string }, whom: object, actor?: Actor): Promise<T> {
    return this.ask<T>('inviteToActivity', { activityId: id, ...whom }, actor);
  }

  async code({ id }: { readonly id: string }, actor: Actor = this.world.staff): Promise<string> {
    const data = await this.world
      .as(actor)
      .query<{ signInCode: { code: string } }>(`query ($id: ID!) { signInCode(activityId: $id) { code } }`, { id });
    return data.signInCode.code;
  }

  attend<T>({ id }: { readonly id: string }, code: string, actor: Actor): Promise<T> {
    return this.ask<T>('attendActivity', { activityId: id, code }, actor, 'id attendance markedAt canSignIn');
  }

  requestLeave<T>({ id }: { readonly id: string }, actor: Actor, reason = '出差'): Promise<T> {
    const answer = 'id canAskLeave leave { state reason decisionReason }';
    return this.ask<T>('requestLeave', { activityId: id, reason }, actor, answer);
  }

  async list<T>(
    name: 'attendance' | 'leaveRequests' | 'invitations',
    { id }: { readonly id: string },
    answer: string,
    actor: Actor = this.world.staff,
    filter = '',
  ): Promise<T[]> {
    const data = await this.world
      .as(actor)
      .query<Record<string, { nodes: T[] }>>(
        `query ($id: ID!) { ${name}(activityId: $id, first: 100${filter}) { nodes { ${answer} } } }`,
        { id },
      );
    return data[name]!.nodes;
  }

  async own<T>(actor: Actor, answer = 'title attendance guest canSignIn canAskLeave'): Promise<T[]> {
    const data = await this.world
      .as(actor)
      .query<{ ownActivities: T[] }>(`{ ownActivities(from: "2026-09-01", to: "2026-12-01") { ${answer} } }`);
    return data.ownActivities;
  }
}
