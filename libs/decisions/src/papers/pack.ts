import { canonical } from '@dangwu/ballots';
import { ordinalInWords, type Booklet, type BookletPart, type EnclosedFile, type Sheet } from '@dangwu/documents';
import { createHash } from 'node:crypto';
import { adviceKindWords, adviceStanceWords } from '../advice/advice-words';
import { amountInWords, ballotWords, baseWords, categoryWords, decidingWords } from '../review-rule/review-rule-words';
import { SessionBody } from '../session/session.enums';
import { bodyInWords, dayOf, issuerOf, namesOf, seatsOf, shareInWords, whenInWords } from './paper-words';
import { noticeDocument } from './notice-document';
import type { AdviceFacts, ItemFacts, MaterialFacts, MatterFacts, SessionFacts } from './session-facts';

/** What is in the files of the materials, by their ids. */
export type FileContents = ReadonlyMap<string, EnclosedFile['content']>;

/** The pack of papers (会议材料): notice, agenda, and for each matter a cover sheet with its materials behind it. */
export function packOf(
  session: SessionFacts,
  notice: { readonly number: string | null; readonly on: string },
  contentOf: FileContents,
): Booklet {
  return {
    title: `${session.title}会议材料`,
    subtitle: `${whenInWords(session)}　${session.place}`,
    issuer: issuerOf(session, SessionBody.PARTY),
    parts: [
      {
        title: '会议通知',
        level: 1,
        content: { kind: 'document', document: noticeDocument(session, notice.number, notice.on) },
      },
      { title: '会议议程', level: 1, content: { kind: 'sheet', sheet: agenda(session) } },
      ...session.items.flatMap((item, i) => partsOf(item, i, contentOf)),
    ],
  };
}

/** A hash of what a pack says, whenever and however often it is made. */
export function packHash(
  session: SessionFacts,
  notice: { readonly number: string; readonly on: string } | null,
): string {
  // without a notice its day is that of its making, which says nothing
  const booklet = packOf(session, notice ?? { number: null, on: dayOf(session.startsAt) }, new Map());
  return createHash('sha256').update(canonical(booklet)).digest('hex');
}

function agenda(session: SessionFacts): Sheet {
  const bodies = session.joint ? [SessionBody.PARTY, SessionBody.COUNCIL] : [SessionBody.PARTY];
  return {
    mark: session.title,
    title: '会议议程',
    facts: [
      ['时间', whenInWords(session)],
      ['地点', session.place],
      ...bodies.flatMap((body): [string, string][] => {
        const seats = seatsOf(session, body);
        const chair = seats.find((seat) => seat.chair)?.name ?? '';
        return [[bodyInWords(session, body), `主持：${chair}\n应到${seats.length}人：${namesOf(seats)}`]];
      }),
    ],
    sections: session.items.map(({ title, minutes, matter }, i) => ({
      heading: `议题${ordinalInWords(i + 1)}　${title}`,
      text: `${matter ? `${[matter.number, matter.proposer].filter(Boolean).join('，')}汇报，` : ''}${minutes}分钟`,
    })),
  };
}

function partsOf(item: ItemFacts, i: number, contentOf: FileContents): BookletPart[] {
  const { matter, title } = item;
  if (!matter) return [];
  const mark = `议题${ordinalInWords(i + 1)}`;
  return [
    { title: `${mark}　${title}`, level: 1, content: { kind: 'sheet', sheet: coverSheet(mark, matter) } },
    ...filesOf(matter).map((material): BookletPart => ({
      title: `${material.kind}${material.no > 1 ? `（第${material.no}版）` : ''}`,
      level: 2,
      content: { kind: 'file', file: enclosed(material, contentOf.get(material.fileId) ?? null) },
    })),
  ];
}

/** What was handed in, and what experts put beside their opinions. */
export const filesOf = ({ materials, advice }: MatterFacts): MaterialFacts[] => [
  ...materials,
  ...advice.flatMap(({ file }) => file ?? []),
];

const enclosed = (
  { kind, name, type, size, sha256 }: MaterialFacts,
  content: EnclosedFile['content'],
): EnclosedFile => ({
  label: kind,
  name,
  type,
  size,
  sha256,
  content,
});

/** What a matter is about, on one or two pages: facts, rule, background, options, social effect. */
export function coverSheet(mark: string, matter: MatterFacts): Sheet {
  const { number, title, category, amountFen, proposer, proposedBy, versionNo, rule, urgentReason } = matter;
  return {
    mark,
    title,
    facts: [
      ['文号', number ?? '未受理'],
      ['类别', categoryWords[category].zh],
      ['金额', amountFen ? amountInWords(amountFen).zh : '不涉及'],
      ['提出单位', `${proposer}（${proposedBy}）`],
      ['版本', `第${versionNo}版`],
      ...(urgentReason ? [['紧急原因', urgentReason] as const] : []),
      ...(rule ? ruleFacts(rule) : []),
    ],
    sections: [
      { heading: '背景和理由', text: matter.background },
      { heading: '方案', text: matter.options },
      { heading: '社会影响', text: matter.socialEffect },
      ...matter.advice.map(adviceSection),
    ].filter(({ text }) => text),
  };
}

function adviceSection({ kind, advisor, stance, text }: AdviceFacts): Sheet['sections'][number] {
  const view = stance ? `${adviceStanceWords[stance].zh}。` : '';
  return { heading: `${adviceKindWords[kind].zh}（${advisor}）`, text: `${view}${text}` };
}

function ruleFacts(rule: NonNullable<MatterFacts['rule']>): (readonly [string, string])[] {
  const asked = [rule.expertOpinion && '专家意见', rule.legalCheck && '法律审查'].filter(Boolean).join('、');
  const council = rule.councilBallot ? `（常务理事会${ballotWords[rule.councilBallot].zh}）` : '';
  return [
    ['依据', rule.basis],
    [
      '表决',
      `${ballotWords[rule.ballot].zh}${council}；到会${shareInWords(rule.presence)}，赞成${shareInWords(rule.majority)}（以${baseWords[rule.majorityBase].zh}计）`,
    ],
    ['另须', asked || '无'],
    ['决定机构', decidingWords[rule.decidingBody].zh],
  ];
}
