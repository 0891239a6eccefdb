import { ordinalInWords, type Block, type OfficialDocument } from '@dangwu/documents';
import { opinionWords } from '../matter/matter-words';
import { amountInWords, categoryWords } from '../review-rule/review-rule-words';
import { SessionBody, ViewKind } from '../session/session.enums';
import {
  attendanceOf,
  dayOf,
  draftMark,
  heading,
  issuerOf,
  labelled,
  namesOf,
  paragraph,
  seatsOf,
  voteInWords,
  whenInWords,
} from './paper-words';
import type { ItemFacts, SeatFacts, SessionFacts } from './session-facts';

/** 会议纪要 of one body: a joint session has two, each with its own roster and votes. */
export function sessionMinutesDocument(
  session: SessionFacts,
  body: SessionBody,
  number: string | null,
  on: string,
): OfficialDocument {
  const issuer = issuerOf(session, body);
  const seats = seatsOf(session, body);
  const chair = seats.find((seat) => seat.chair);
  return {
    head: `${issuer}会议纪要`,
    number,
    issuer,
    date: dayOf(session.startsAt),
    title: session.title,
    draft: draftMark(number),
    body: [
      ...labelled('时间', whenInWords(session)),
      ...labelled('地点', session.place),
      ...labelled('主持', chair?.name ?? ''),
      ...session.items.flatMap((item, i) => itemOf(item, i, body, seats)),
      ...attendanceOf(seats),
      ...labelled('列席', session.joint ? guests(session, body) : ''),
    ],
    signature: { name: issuer, date: on },
  };
}

/** Of the other body, who does not sit in this one as well. */
function guests(session: SessionFacts, body: SessionBody): string {
  const own = new Set(seatsOf(session, body).map(({ name }) => name));
  const other = seatsOf(session, body === SessionBody.PARTY ? SessionBody.COUNCIL : SessionBody.PARTY);
  return namesOf(other.filter(({ name }) => !own.has(name)));
}

function itemOf(item: ItemFacts, i: number, body: SessionBody, seats: readonly SeatFacts[]): Block[] {
  const { matter, opinion, opinionText, title, votes } = item;
  const nameOf = new Map(seats.map(({ id, name }) => [id, name]));
  const recused = item.recusals.flatMap(({ seatId, reason }) => {
    const name = nameOf.get(seatId);
    return name ? [`${name}（${reason}）`] : [];
  });
  const views = item.views.filter(({ seatId, text }) => nameOf.has(seatId) && text);
  const vote = votes.find((each) => each.body === body);
  return [
    heading(`${ordinalInWords(i + 1)}、${title}`),
    ...(matter ? [paragraph(proposedInWords(item))] : []),
    ...(recused.length ? [paragraph(`回避：${recused.join('、')}。`)] : []),
    ...views.map(({ seatId, kind, text }) =>
      paragraph(`${nameOf.get(seatId)}${kind === ViewKind.WRITTEN ? '（书面意见，不计票）' : ''}：${text}`),
    ),
    ...(vote ? [paragraph(voteInWords(vote))] : []),
    // the council votes on its own; the opinion is the party body's
    ...(opinion && body === SessionBody.PARTY
      ? [
          {
            kind: 'paragraph' as const,
            runs: [{ text: '会议意见：', bold: true }, { text: `${opinionWords[opinion].zh}。${opinionText}` }],
          },
        ]
      : []),
  ];
}

function proposedInWords({ matter }: ItemFacts): string {
  const { number, category, amountFen, proposer } = matter!;
  const facts = [number, categoryWords[category].zh, amountFen && amountInWords(amountFen).zh].filter(Boolean);
  return `会议听取了${proposer}的汇报（${facts.join('，')}）。`;
}
