import { everywhere, type Viewer } from '@dangwu/access';
import { HolidayYears } from '@dangwu/calendar';
import { associationZone, dateIn } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager } from 'typeorm';
import { MatterAdviceEntity } from '../advice/advice.entity';
import { MatterEntity } from '../matter/matter.entity';
import { MatterState } from '../matter/matter.enums';
import { ReviewRuleEntity } from '../review-rule/review-rule.entity';
import { daysOf, gapsOf, type AgendaGap } from './agenda-gaps';
import { ChangeSession } from './change-session';
import { SessionItemEntity } from './session.entity';
import { SessionItemState } from './session.enums';
import type { SeatAccount, SessionGap, SessionPreparation } from './session-parts.type';

/** So many waiting matters are answered at once. */
const most = 100;

/** What is to be noticed of an agenda, and what could still be put on it. For whoever conducts the session. */
@Injectable()
export class SessionPreparations {
  constructor(
    private readonly changes: ChangeSession,
    private readonly database: Database,
    private readonly holidays: HolidayYears,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  async of(viewer: Viewer, global: string): Promise<SessionPreparation> {
    const session = await this.changes.find(viewer, localId('ReviewSession', global));
    return this.database.transaction(viewer.scope('session.conduct'), async (tx) => {
      const items = await tx.findBy(SessionItemEntity, {
        sessionId: session.id,
        state: Not(SessionItemState.REMOVED),
      });
      const waiting = await tx.find(MatterEntity, {
        where: { associationId: session.associationId, state: MatterState.ACCEPTED, reviewRequired: true },
        order: { acceptedAt: 'ASC', id: 'ASC' },
        take: most,
      });
      const on = items.flatMap(({ matterId }) => matterId ?? []);
      const scheduled = await tx.findBy(MatterEntity, { id: In(on) });
      const all = [...waiting, ...scheduled];
      const rules = await tx.findBy(ReviewRuleEntity, {
        id: In(all.flatMap(({ reviewRuleId }) => reviewRuleId ?? [])),
      });
      const places = await tx.findBy(PartyOrganizationEntity, { id: In(waiting.map((each) => each.organizationId)) });
      const calendar = await this.holidays.calendar(tx, session.associationId);
      const advice = await tx.findBy(MatterAdviceEntity, { matterId: In(all.map(({ id }) => id)) });
      const adviceOf = (matter: MatterEntity) => advice.filter(({ matterId }) => matterId === matter.id);
      const ruleOf = (matter: MatterEntity) => rules.find(({ id }) => id === matter.reviewRuleId)!;
      const gaps = (matter: MatterEntity) =>
        gapsOf(calendar, { ...matter, advice: adviceOf(matter) }, ruleOf(matter), session).map(shown);
      const sessionOn = dateIn(associationZone, session.startsAt);
      return {
        items: items.flatMap(({ id, matterId, state }) => {
          const matter = scheduled.find((each) => each.id === matterId);
          const found = matter && state === SessionItemState.WAITING ? gaps(matter) : [];
          return found.length ? [{ itemId: globalId('SessionItem', id), gaps: found }] : [];
        }),
        waiting: waiting.map((matter) => ({
          id: globalId('Matter', matter.id),
          version: matter.version,
          number: matter.number,
          title: matter.title,
          category: matter.category,
          amountFen: matter.amountFen,
          organizationName: places.find(({ id }) => id === matter.organizationId)?.name ?? null,
          urgent: matter.urgent,
          earliestOn: daysOf(calendar, matter, ruleOf(matter), sessionOn).earliestOn,
          gaps: gaps(matter),
        })),
        accounts: await accountsOf(tx, session.id),
      };
    });
  }
}

async function accountsOf(tx: EntityManager, sessionId: string): Promise<SeatAccount[]> {
  const rows = await everywhere(tx, () =>
    tx.query<{ id: string; username: string }[]>(
      `select m.id, c.username from session_member m join account c on c.id = m.account_id
       where m.session_id = $1 and m.deleted_at is null order by m.body desc, m.seat`,
      [sessionId],
    ),
  );
  return rows.map(({ id, username }) => ({ memberId: globalId('SessionMember', id), username }));
}

const shown = ({ kind, message, refusal }: AgendaGap): SessionGap => ({ kind, blocks: refusal !== null, message });
