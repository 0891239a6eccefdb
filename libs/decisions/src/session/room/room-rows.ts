import type { EntityManager } from 'typeorm';
import type { OpinionKind } from '../../matter/matter.enums';
import type { MatterCategory, ReviewingBody } from '../../review-rule/review-rule.enums';
import type {
  RecusalSource,
  SeatAttendance,
  SessionBody,
  SessionItemState,
  SessionState,
  ViewKind,
  VoteChoice,
} from '../session.enums';

/** A session and all that hangs on it, as one statement reads it. Times inside are texts. */
export interface RoomRow {
  readonly id: string;
  readonly version: number;
  readonly organizationId: string;
  readonly title: string;
  readonly state: SessionState;
  readonly reviewingBody: ReviewingBody;
  readonly joint: boolean;
  readonly startsAt: Date;
  readonly place: string;
  readonly seats: readonly RoomSeatRow[];
  readonly items: readonly RoomItemRow[];
  readonly current: RoomCurrentRow | null;
}

export interface RoomSeatRow {
  readonly id: string;
  readonly body: SessionBody;
  readonly name: string;
  readonly post: string;
  readonly chair: boolean;
  readonly attendance: SeatAttendance;
  readonly accountId: string | null;
  readonly memberId: string | null;
}

export interface RoomItemRow {
  readonly id: string;
  readonly no: number;
  readonly title: string;
  readonly minutes: number;
  readonly state: SessionItemState;
  readonly matterId: string | null;
  readonly category: MatterCategory | null;
  readonly number: string | null;
  readonly amountFen: string | null;
  readonly opinion: OpinionKind | null;
  readonly opinionText: string;
  readonly inFavour: number | null;
}

export interface RoomVoteRow {
  readonly id: string;
  readonly body: SessionBody;
  readonly secrecy: 'SECRET' | 'OPEN';
  readonly ballotId: string;
  readonly entitled: number;
  readonly present: number;
  readonly recused: number;
  readonly base: number;
  readonly needed: number;
  readonly inFavour: number | null;
  readonly against: number | null;
  readonly abstained: number | null;
  readonly passed: boolean | null;
  readonly voters: readonly { readonly seat: string; readonly choice: VoteChoice | null }[];
}

export interface RoomCurrentRow {
  readonly itemId: string;
  readonly version: number;
  readonly reviewRuleId: string | null;
  readonly matterId: string | null;
  readonly background: string;
  readonly options: string;
  readonly recusals: readonly {
    readonly id: string;
    readonly seat: string;
    readonly source: RecusalSource;
    readonly reason: string;
  }[];
  readonly views: readonly {
    readonly seat: string;
    readonly kind: ViewKind;
    readonly text: string;
    readonly at: string;
  }[];
  readonly votes: readonly RoomVoteRow[];
}

const list = (object: string, rest: string): string => `(select coalesce(jsonb_agg(${object}), '[]') from ${rest})`;

const seats = list(
  `jsonb_build_object('id', m.id, 'body', m.body, 'name', m.name, 'post', m.post, 'chair', m.chair,
     'attendance', m.attendance, 'accountId', m.account_id, 'memberId', m.member_id) order by m.body desc, m.seat`,
  'session_member m where m.session_id = s.id and m.deleted_at is null',
);

const items = list(
  `jsonb_build_object('id', i.id, 'no', i.no, 'title', i.title, 'minutes', i.minutes, 'state', i.state,
     'matterId', i.matter_id, 'category', t.category, 'number', t.number, 'amountFen', t.amount_fen::text,
     'opinion', i.opinion, 'opinionText', i.opinion_text, 'inFavour', v.in_favour) order by i.no`,
  `session_item i left join matter t on t.id = i.matter_id
   left join session_vote v on v.item_id = i.id and v.body = 'PARTY' and v.void_reason is null
   where i.session_id = s.id and i.state <> 'REMOVED' and i.deleted_at is null`,
);

const recusals = list(
  `jsonb_build_object('id', r.id, 'seat', r.session_member_id, 'source', r.source, 'reason', r.reason) order by r.id`,
  'session_recusal r where r.item_id = c.id and r.deleted_at is null',
);

const views = list(
  `jsonb_build_object('seat', w.session_member_id, 'kind', w.kind, 'text', w.text, 'at', w.at) order by w.at, w.id`,
  'session_view w where w.item_id = c.id and w.deleted_at is null',
);

const voters = list(
  `jsonb_build_object('seat', n.session_member_id, 'choice', n.choice)`,
  'session_voter n where n.vote_id = v.id',
);

const votes = list(
  `jsonb_build_object('id', v.id, 'body', v.body, 'secrecy', v.secrecy, 'ballotId', v.ballot_id, 'entitled', v.entitled,
     'present', v.present, 'recused', v.recused, 'base', v.base, 'needed', v.needed, 'inFavour', v.in_favour,
     'against', v.against, 'abstained', v.abstained, 'passed', v.passed, 'voters', ${voters}) order by v.body desc`,
  `(select distinct on (body) * from session_vote where item_id = c.id order by body, (void_reason is null) desc, opened_at desc) v`,
);

const current = `(select jsonb_build_object('itemId', c.id, 'version', c.version, 'reviewRuleId', c.review_rule_id, 'matterId', c.matter_id,
    'background', coalesce(t.background, ''), 'options', coalesce(t.options, ''),
    'recusals', ${recusals}, 'views', ${views}, 'votes', ${votes})
  from session_item c left join matter t on t.id = c.matter_id where c.id = s.current_item_id)`;

/** All of a room but its ballots, in one statement: thirty phones ask at once. Null: there is no such session. */
export async function readRoom(tx: EntityManager, id: string): Promise<RoomRow | null> {
  const [row] = await tx.query<RoomRow[]>(
    `select s.id, s.version, s.organization_id as "organizationId", s.title, s.state,
       s.reviewing_body as "reviewingBody", s.joint, s.starts_at as "startsAt", s.place,
       ${seats} as seats, ${items} as items, ${current} as current
     from review_session s where s.id = $1 and s.deleted_at is null`,
    [id],
  );
  return row ?? null;
}
