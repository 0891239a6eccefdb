import { dayInWords, type Block, type OfficialDocument } from '@dangwu/documents';
import { OpinionKind } from '../matter/matter.enums';
import { opinionWords } from '../matter/matter-words';
import { amountInWords, categoryWords, decidingWords } from '../review-rule/review-rule-words';
import { SessionBody } from '../session/session.enums';
import {
  bodyInWords,
  dayOf,
  draftMark,
  heading,
  issuerOf,
  paragraph,
  presentIn,
  seatsOf,
  voteInWords,
} from './paper-words';
import type { ItemFacts, MatterFacts, SessionFacts } from './session-facts';

/** What follows from each opinion. */
const consequences: Readonly<Record<OpinionKind, (matter: MatterFacts) => string>> = {
  AGREE: ({ rule }) =>
    `同意将该事项提交${rule ? decidingWords[rule.decidingBody].zh : '决策机构'}审议。本意见是前置研究的意见，不代替决策机构的决定。`,
  AMEND_AND_RESUBMIT: () => '请提出单位按上述意见修改后重新提交，再次进行前置研究。未经同意，不得提交决策机构审议。',
  DEFER: () => '该事项暂缓，条件具备后再行研究。未经同意，不得提交决策机构审议。',
  DO_NOT_SUBMIT: () => '该事项不予提交决策机构审议。',
};

/** 前置研究意见 on one matter: what was before the session, how it was voted, what it says. */
export function opinionDocument(
  session: SessionFacts,
  item: ItemFacts & { readonly matter: MatterFacts; readonly opinion: OpinionKind },
  number: string | null,
  on: string,
): OfficialDocument {
  const { matter, opinion, opinionText } = item;
  const issuer = issuerOf(session, SessionBody.PARTY);
  const vote = item.votes.find(({ body }) => body === SessionBody.PARTY);
  return {
    head: `${issuer}前置研究意见`,
    number,
    issuer,
    date: on,
    title: `关于“${matter.title}”的前置研究意见`,
    draft: draftMark(number),
    body: [
      paragraph(`${matter.proposer}：`),
      paragraph(before(session, matter)),
      heading('一、研究情况'),
      paragraph(studied(session, item)),
      heading('二、表决情况'),
      paragraph(vote ? voteInWords(vote) : '本议题未进行表决。'),
      heading('三、研究意见'),
      { kind: 'paragraph', runs: [{ text: `${opinionWords[opinion].zh}。`, bold: true }, { text: opinionText }] },
      paragraph(consequences[opinion](matter)),
    ] satisfies Block[],
    signature: { name: issuer, date: on },
  };
}

function before(session: SessionFacts, { number, title, category, amountFen, rule, versionNo }: MatterFacts): string {
  const facts = [number, categoryWords[category].zh, amountFen && amountInWords(amountFen).zh, `第${versionNo}版`];
  const basis = rule ? `按照${rule.basis}的规定，` : '';
  const sitting = `${dayInWords(dayOf(session.startsAt))}${session.title}`;
  return `你单位提出的“${title}”（${facts.filter(Boolean).join('，')}）收悉。${basis}${sitting}对该事项进行了前置研究，现提出意见如下。`;
}

function studied(session: SessionFacts, { recusals, views }: ItemFacts): string {
  const seats = seatsOf(session, SessionBody.PARTY);
  const present = presentIn(seats).length;
  const own = new Set(seats.map(({ id }) => id));
  const away = recusals.filter(({ seatId }) => own.has(seatId)).length;
  const written = views.filter(({ seatId, kind }) => own.has(seatId) && kind === 'WRITTEN').length;
  const said = views.filter(({ seatId, kind }) => own.has(seatId) && kind === 'SPOKEN').length;
  const parts = [
    `${bodyInWords(session, SessionBody.PARTY)}应到${seats.length}人，实到${present}人`,
    away ? `${away}人回避` : '',
    said ? `${said}人发表意见` : '',
    written ? `${written}人提交书面意见（不计入票数）` : '',
  ];
  return `${parts.filter(Boolean).join('，')}。`;
}
