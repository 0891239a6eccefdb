import { everywhere, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { partyRoster, sat } from './roster-sources';
import { ChangeSession } from './change-session';
import { joined, rosterFault, rosterLines, type RosterPerson } from './roster-lines';
import { sessionBodyWords } from './session-words';
import { ReviewSessionEntity, SessionMemberEntity } from './session.entity';
import { SessionBody } from './session.enums';
import { sessionErrors } from './session.errors';
import type { ChangeSessionRosterInput, SessionSeatInput } from './session.inputs';
import { SessionNotices } from './session-notices';

/** Who sits: made when a session is called, changed by hand until it opens. */
@Injectable()
export class SessionRosters {
  constructor(
    private readonly changes: ChangeSession,
    private readonly notices: SessionNotices,
    private readonly clock: Clock,
  ) {}

  /**
   * Of a new session. The party body is who sits in it by the register on the day, else the leadership of its organization;
   * the council, which no register knows, is who sat last.
   * @throws SESSION_COUNCIL_MISSING
   */
  async make(tx: EntityManager, session: ReviewSessionEntity, on: string, pasted: string | null): Promise<void> {
    const party = await partyRoster(tx, session, on);
    await this.write(tx, session, SessionBody.PARTY, party);
    if (!session.joint) return;
    const lines = rosterLines(pasted ?? '');
    const council = lines.length ? joined(lines, party) : await sat(tx, session, SessionBody.COUNCIL);
    if (council.length === 0) throw sessionErrors.SESSION_COUNCIL_MISSING();
    await this.write(tx, session, SessionBody.COUNCIL, council);
  }

  /**
   * The whole roster of one body, as it is from now on.
   * @throws SESSION_NOT_JOINT, SESSION_ROSTER_EMPTY, SESSION_ROSTER_CHAIR, SESSION_ROSTER_TWICE, SESSION_ACCOUNT_UNKNOWN
   */
  change(viewer: Viewer, { body, members, ...step }: ChangeSessionRosterInput): Promise<string> {
    return this.changes.change(viewer, 'changeRoster', step, async (tx, session) => {
      const { id: sessionId, title } = session;
      if (body === SessionBody.COUNCIL && !session.joint) throw sessionErrors.SESSION_NOT_JOINT({ title });
      const before = await tx.find(SessionMemberEntity, { where: { sessionId, body }, order: { seat: 'ASC' } });
      const people: RosterPerson[] = [];
      for (const member of members) people.push(await seated(tx, session, member, before));
      refuse(title, body, people);
      await tx.update(SessionMemberEntity, { sessionId, body }, { deletedAt: this.clock.now() });
      await this.write(tx, session, body, people);
      await this.notices.rosterChanged(tx, session, before, people);
      const names = (of: readonly { name: string }[]): string[] => of.map(({ name }) => name);
      const words = { before: { roster: names(before) }, after: { body, roster: names(people) } };
      return { set: {}, action: 'session.changeRoster', ...words };
    });
  }

  private async write(
    tx: EntityManager,
    { id: sessionId, associationId, organizationId }: ReviewSessionEntity,
    body: SessionBody,
    people: readonly RosterPerson[],
  ): Promise<void> {
    const of = { sessionId, associationId, organizationId, body };
    await tx.insert(
      SessionMemberEntity,
      people.map((person, i) => ({ ...person, ...of, id: newId(), seat: i + 1 })),
    );
  }
}

/** @throws SESSION_ROSTER_EMPTY, SESSION_ROSTER_CHAIR, SESSION_ROSTER_TWICE */
export function refuse(title: string, body: SessionBody, people: readonly RosterPerson[]): void {
  const fault = rosterFault(people);
  const { zh: bodyZh, en: bodyEn } = sessionBodyWords[body];
  if (fault === 'EMPTY') throw sessionErrors.SESSION_ROSTER_EMPTY({ title, bodyZh, bodyEn });
  if (fault === 'CHAIR') throw sessionErrors.SESSION_ROSTER_CHAIR({ title, bodyZh, bodyEn });
  if (fault) throw sessionErrors.SESSION_ROSTER_TWICE({ name: fault.twice });
}

/** A line of the form, with the account that belongs to it. @throws SESSION_ACCOUNT_UNKNOWN, UNKNOWN_ID */
async function seated(
  tx: EntityManager,
  { associationId }: ReviewSessionEntity,
  input: SessionSeatInput,
  before: readonly SessionMemberEntity[],
): Promise<RosterPerson> {
  const id = input.id ? localId('SessionMember', input.id) : null;
  const seat = id ? before.find((row) => row.id === id) : null;
  if (seat === undefined) throw platformErrors.UNKNOWN_ID();
  const memberId = input.memberId ? await named(tx, associationId, input.memberId) : (seat?.memberId ?? null);
  const username = input.username?.trim();
  const post = (input.post ?? seat?.post ?? '').trim();
  const person = { name: input.name.trim(), post, chair: input.chair, memberId };
  // an account that was given is never guessed away; a new member brings the own one
  if (!username && seat && memberId === seat.memberId) return { ...person, accountId: seat.accountId };
  const [account] = await everywhere(tx, () =>
    tx.query<{ id: string }[]>(
      `select id from account where association_id = $1 and disabled_at is null and deleted_at is null
         and case when $2::text is not null then lower(username) = lower($2) else member_id = $3 end order by id limit 1`,
      [associationId, username || null, memberId],
    ),
  );
  if (username && !account) throw sessionErrors.SESSION_ACCOUNT_UNKNOWN({ username });
  return { ...person, accountId: account?.id ?? null };
}

/** @throws UNKNOWN_ID of whoever is no member there, or is forgotten */
async function named(tx: EntityManager, associationId: string, global: string): Promise<string> {
  const id = localId('Member', global);
  const [member] = await everywhere(tx, () =>
    tx.query<unknown[]>(
      `select from member where id = $1 and association_id = $2 and deleted_at is null and erased_at is null`,
      [id, associationId],
    ),
  );
  if (!member) throw platformErrors.UNKNOWN_ID();
  return id;
}
