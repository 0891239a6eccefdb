import { BallotReports, canonical, type BallotProgress } from '@dangwu/ballots';
import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { associationZone, Clock, dateIn } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import type { Language } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DecidingBody } from '../../review-rule/review-rule.enums';
import { ReviewRuleEntity } from '../../review-rule/review-rule.entity';
import { MatterEntity } from '../../matter/matter.entity';
import { hintFacts, recusalHints, type RecusalHint } from '../recusal-hints';
import { ReviewSessionEntity } from '../session.entity';
import { SessionBody } from '../session.enums';
import { CommitteeRules, type AskedOfBody } from './committee-rules';
import { scopeOf } from './room-frame';
import { readRoom, type RoomCurrentRow, type RoomRow } from './room-rows';
import type { SessionRoom } from './room.type';
import { showRoom, type CurrentParts } from './show-room';

/** What the room shows, for whoever reads sessions and for whoever has a seat in it. */
@Injectable()
export class Rooms {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly reports: BallotReports,
    private readonly rules: CommitteeRules,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Null: there is none, or one may not see it. */
  one(viewer: Viewer, id: string, language: Language): Promise<SessionRoom | null> {
    return this.read(viewer, localId('ReviewSession', id), language);
  }

  /** After something was done there. @param id a UUID */
  async after(viewer: Viewer, id: string, language: Language): Promise<SessionRoom> {
    const room = await this.read(viewer, id, language);
    if (!room) throw platformErrors.UNKNOWN_ID();
    return room;
  }

  /** The published list of a secret vote, as it is hashed. @param ballotId UUID @throws UNKNOWN_ID */
  async published(viewer: Viewer, ballotId: string): Promise<{ readonly name: string; readonly content: Buffer }> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const [found] = await tx.query<{ session: string }[]>(
        `select i.session_id as session from session_vote v join session_item i on i.id = v.item_id
         where v.ballot_id::text = $1`,
        [ballotId],
      );
      const row = found && (await readRoom(tx, found.session));
      if (!row || !(await this.sees(tx, viewer, row))) throw platformErrors.UNKNOWN_ID();
      const published = await this.reports.published(tx, ballotId);
      if (!published) throw platformErrors.UNKNOWN_ID();
      const session = await tx.findOneByOrFail(ReviewSessionEntity, { id: row.id });
      await this.audit.record(tx, {
        action: 'session.downloadBallot',
        subjectType: 'ReviewSession',
        subjectId: session.id,
        subjectName: session.title,
        organizationId: session.organizationId,
        after: { publishedHash: published.hash },
      });
      return { name: `${published.title}-票单.json`, content: Buffer.from(canonical(published.list)) };
    });
  }

  private read(viewer: Viewer, id: string, language: Language): Promise<SessionRoom | null> {
    return this.database.transaction(scopeOf(viewer), async (tx) => {
      const row = await readRoom(tx, id);
      if (!row || !(await this.sees(tx, viewer, row))) return null;
      const conduct = await this.can(tx, viewer, 'session.conduct', row);
      const current = row.current && (await this.current(tx, viewer, row, row.current, conduct));
      return showRoom(row, current, { accountId: viewer.account.id, conduct, language, now: this.clock.now() });
    });
  }

  private async sees(tx: EntityManager, viewer: Viewer, row: RoomRow): Promise<boolean> {
    if (row.seats.some(({ accountId }) => accountId === viewer.account.id)) return true;
    return this.can(tx, viewer, 'session.read', row);
  }

  /** The place is not looked up for who holds the permission nowhere, as most who sit there. */
  private async can(
    tx: EntityManager,
    viewer: Viewer,
    permission: 'session.read' | 'session.conduct',
    { organizationId }: RoomRow,
  ): Promise<boolean> {
    return viewer.holds(permission) && viewer.can(permission, await this.access.place(tx, viewer, organizationId));
  }

  private async current(
    tx: EntityManager,
    viewer: Viewer,
    row: RoomRow,
    { reviewRuleId, matterId, recusals, votes }: RoomCurrentRow,
    conduct: boolean,
  ): Promise<CurrentParts> {
    const ids = votes.map(({ ballotId }) => ballotId);
    const ballots: BallotProgress[] = ids.length ? await this.reports.progress(tx, ids, viewer.account.id) : [];
    const rule = reviewRuleId ? await tx.findOneByOrFail(ReviewRuleEntity, { id: reviewRuleId }) : null;
    const hints = rule && conduct ? await this.hints(tx, row, matterId) : [];
    const asked = new Map<SessionBody, AskedOfBody>();
    if (rule)
      for (const body of bodiesOf(row.joint, rule.decidingBody))
        asked.set(body, await this.rules.asked(tx, rule, body, recusals.length > 0));
    return { rule, ballots, asked, hints };
  }

  /** Who might have to be recused, of the seats that are not yet. */
  private async hints(tx: EntityManager, row: RoomRow, matterId: string | null): Promise<RecusalHint[]> {
    const matter = matterId && (await tx.findOneBy(MatterEntity, { id: matterId }));
    if (!matter) return [];
    const facts = await hintFacts(tx, matter, row, dateIn(associationZone, row.startsAt));
    const recused = new Set(row.current?.recusals.map(({ seat }) => seat));
    return recusalHints(row.seats, matter, facts).filter(({ seatId }) => !recused.has(seatId));
  }
}

/** Who votes on an item: the standing council in a joint session, on what it decides. */
const bodiesOf = (joint: boolean, deciding: DecidingBody): readonly SessionBody[] =>
  joint && deciding === DecidingBody.STANDING_COUNCIL ? [SessionBody.PARTY, SessionBody.COUNCIL] : [SessionBody.PARTY];
