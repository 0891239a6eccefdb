import { dayInWords, ordinalInWords, type Block, type OfficialDocument } from '@dangwu/documents';
import type { LetterFacts, LetterNode } from './letter-facts';
import { unspaced } from './letter-words';

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const heading = (text: string): Block => ({ kind: 'heading', level: 1, text });

/** 100 of 100.00, as people write the most there is. */
const short = (number: string): string => (number.includes('.') ? number.replace(/\.?0+$/, '') : number);
const typeset = (number: string): string => number.replace(/^-/, '−');

/**
 * The letter to one of the assessed (考核结果通知书): what it came to, where points were cut and why, and what it can do.
 * @param number null: a draft, which says so
 */
export function resultLetter(facts: LetterFacts, number: string | null, on: string): OfficialDocument {
  const { issuer, name, scheme, periodFrom, periodTo } = facts;
  const title = unspaced(facts.title);
  const parts: [string, Block[]][] = [
    ['考核结果', [paragraph(outcome(facts)), ...note(facts)]],
    ['各项得分', [pointsTable(facts.firstLevel)]],
    ['失分情况', cuts(facts)],
    ['有异议怎么办', remedy(facts)],
  ];
  return {
    head: issuer,
    number,
    issuer,
    date: on,
    title: `关于${title}结果的通知`,
    draft: number ? null : '（草稿，未印发）',
    body: [
      { kind: 'line', at: 'LEFT', text: `${name}：` },
      paragraph(
        `按照“${scheme}”考核方案，${issuer}对${dayInWords(periodFrom)}至${dayInWords(periodTo)}的工作进行了考核。现将你单位的考核结果通知如下。`,
      ),
      ...parts.flatMap(([words, blocks], i) => [heading(`${ordinalInWords(i + 1)}、${words}`), ...blocks]),
    ],
    signature: { name: issuer, date: on },
  };
}

function outcome({ groupName, groupSize, full, total, toldRank, grade }: LetterFacts): string {
  const place = toldRank === null ? '' : `，组内名次第 ${toldRank}`;
  const given = grade ? `，等次为“${grade.zh}”` : '';
  return `对比组：${groupName}（共 ${groupSize} 个）。总分 ${total} 分（满分 ${short(full)} 分）${place}${given}。`;
}

const note = ({ gradeNote }: LetterFacts): Block[] => (gradeNote ? [paragraph(`等次的说明：${gradeNote}。`)] : []);

function pointsTable(nodes: readonly LetterNode[]): Block {
  return {
    kind: 'table',
    head: ['指标', '满分', '得分'],
    rows: nodes.map(({ name, points, weight, applies }) => [
      name,
      weight && applies ? short(weight) : '—',
      applies ? typeset(points ?? '—') : '不适用',
    ]),
    widths: [6, 2, 2],
    right: [1, 2],
  };
}

function cuts({ cuts: all }: LetterFacts): Block[] {
  if (all.length === 0) return [paragraph('各项指标均未失分。')];
  return all.flatMap(({ under, sentences }, i) => [
    { kind: 'heading' as const, level: 2 as const, text: `（${ordinalInWords(i + 1)}）${under}` },
    ...sentences.map((sentence) => paragraph(`${sentence}。`)),
  ]);
}

function remedy({ noticeFrom, noticeTo, objections, issuer }: LetterFacts): Block[] {
  const window = `考核结果已于${dayInWords(noticeFrom)}至${dayInWords(noticeTo)}公示，公示期内可以在系统的考核结果页提出异议。`;
  const decided = objections.map(({ upheld, answer }) =>
    paragraph(`你单位提出的异议${upheld ? '成立' : '不成立'}，答复：${answer}`),
  );
  return [
    paragraph(objections.length > 0 ? window : `${window}公示期内没有收到你单位的异议。`),
    ...decided,
    paragraph(
      `收到本通知后有新情况的，请书面向${issuer}说明，并附有关记录。经核实确需更正的，由${issuer}退回复核后重新定等，并另发通知。`,
    ),
  ];
}
