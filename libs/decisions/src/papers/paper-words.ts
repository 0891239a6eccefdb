import { dayInWords, type Block } from '@dangwu/documents';
import { associationZone, dateIn } from '@dangwu/platform/clock';
import { baseWords, reviewingWords } from '../review-rule/review-rule-words';
import { SeatAttendance, SessionBody } from '../session/session.enums';
import type { SeatFacts, SessionFacts, VoteFacts } from './session-facts';

// Papers are Chinese: they are documents of a Chinese association, whatever language the console speaks.

export const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
export const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });
export const labelled = (label: string, text: string): Block[] => (text ? [{ kind: 'labelled', label, text }] : []);

/** What stands where the number will be. */
export const draftMark = (number: string | null): string | null => (number ? null : '（草稿，文号待编）');

export const dayOf = (at: Date): string => dateIn(associationZone, at);
const hours = new Intl.DateTimeFormat('zh-CN', {
  timeZone: associationZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 2026年11月25日 14:00—16:00 */
export function whenInWords({ startsAt, endsAt }: Pick<SessionFacts, 'startsAt' | 'endsAt'>): string {
  const [first, last] = [dayOf(startsAt), dayOf(endsAt)];
  const until = first === last ? hours.format(endsAt) : `${dayInWords(last)} ${hours.format(endsAt)}`;
  return `${dayInWords(first)} ${hours.format(startsAt)}—${until}`;
}

/** Who issues what a body of the session says. */
export function issuerOf({ association, organization }: SessionFacts, body: SessionBody): string {
  return body === SessionBody.PARTY ? organization : `${association}常务理事会`;
}

/** What the body is called in a sentence. */
export const bodyInWords = ({ reviewingBody }: SessionFacts, body: SessionBody): string =>
  body === SessionBody.PARTY ? reviewingWords[reviewingBody].zh : '常务理事会';

export const seatsOf = ({ seats }: SessionFacts, body: SessionBody): SeatFacts[] =>
  seats.filter((seat) => seat.body === body);

const there = ({ attendance }: SeatFacts): boolean =>
  attendance === SeatAttendance.PRESENT || attendance === SeatAttendance.REMOTE;
export const presentIn = (seats: readonly SeatFacts[]): SeatFacts[] => seats.filter(there);

export const namesOf = (seats: readonly SeatFacts[]): string => seats.map(({ name }) => name).join('、');

/** Entitled, present, on leave, absent: counts and names. */
export function attendanceOf(seats: readonly SeatFacts[]): Block[] {
  const present = presentIn(seats);
  const remote = seats.filter(({ attendance }) => attendance === SeatAttendance.REMOTE).length;
  const [leave, absent] = [SeatAttendance.ON_LEAVE, SeatAttendance.ABSENT].map((kind) =>
    seats.filter(({ attendance }) => attendance === kind),
  ) as [SeatFacts[], SeatFacts[]];
  const counts = `应到${seats.length}人，实到${present.length}人${remote ? `（其中线上${remote}人）` : ''}`;
  const named = (some: readonly SeatFacts[]): string => (some.length ? `${some.length}人：${namesOf(some)}` : '');
  return [
    ...labelled('出席', `${counts}${present.length ? `：${namesOf(present)}` : ''}`),
    ...labelled('请假', named(leave)),
    ...labelled('缺席', named(absent)),
  ];
}

/** >= 1/2 as it is said: 不少于1/2. */
export const shareInWords = (share: string): string => share.replace(/^>=\s*/, '不少于').replace(/^>\s*/, '超过');

/** Counts with what they are counted of. */
export function voteInWords(vote: VoteFacts): string {
  const { secrecy, entitled, present, recused, majorityBase, base, needed, passed } = vote;
  const how = secrecy === 'SECRET' ? '无记名投票' : '记名表决';
  const away = recused ? `（回避${recused}人，不计入应到和实到）` : '';
  const counts = `赞成${vote.inFavour}票，反对${vote.against}票，弃权${vote.abstained}票`;
  const rule = `以${baseWords[majorityBase].zh}${base}人为基数，须赞成${needed}票`;
  return `${how}：应到${entitled}人，实到${present}人${away}；${counts}。${rule}，${passed ? '通过' : '未通过'}。`;
}
