import { dayInWords, ordinalInWords, type Block, type OfficialDocument } from '@dangwu/documents';
import { associationZone } from '@dangwu/platform/clock';
import { dayOf } from '../activity/activity-checks';
import type { MinutesContent, MinutesResolution, MinutesVote } from './minutes-content';
import { paragraphsOf } from './minutes-text';
import { VoteBase } from './minutes.enums';

/** What a document says beside the content. */
export interface DocumentOf {
  readonly organization: string;
  readonly title: string;
  readonly number: string | null;
  /** null: not signed */
  readonly signed: { readonly on: string; readonly recorder: string; readonly chair: string } | null;
  /** from the second version on */
  readonly correction: { readonly no: number; readonly reason: string } | null;
}

/** Minutes as 纪要: counts, times and absentees exact, everything from the content that was signed. */
export function minutesDocument(content: MinutesContent, of: DocumentOf): OfficialDocument {
  const { organization, title, number, signed, correction } = of;
  return {
    head: `${organization}会议纪要`,
    number,
    issuer: organization,
    date: signed?.on ?? dayOf(new Date(content.startsAt)),
    title,
    draft: signed ? null : '（草稿，未经签字）',
    body: [
      ...facts(content),
      ...content.items.flatMap((item, i): Block[] => [
        { kind: 'heading', level: 1, text: `${ordinalInWords(i + 1)}、${item.title}` },
        ...(item.owner ? [paragraph(`（${item.owner}汇报${item.minutes ? `，${item.minutes}分钟` : ''}）`)] : []),
        ...paragraphsOf(item.text).map((runs): Block => ({ kind: 'paragraph', runs })),
        ...item.resolutions.filter(({ text }) => text).flatMap(resolution),
      ]),
      ...attendance(content),
      ...(correction ? [paragraph(`本纪要为第${correction.no}版，更正原因：${correction.reason}`)] : []),
      ...(signed ? [paragraph(`记录人：${signed.recorder}（已签字）　主持人：${signed.chair}（已签字）`)] : []),
    ],
  };
}

const paragraph = (text: string): Block => ({ kind: 'paragraph', runs: [{ text }] });
const labelled = (label: string, text: string | null): Block[] => (text ? [{ kind: 'labelled', label, text }] : []);

function facts({ startsAt, endsAt, place, chair, recorder }: MinutesContent): Block[] {
  const [from, to] = [new Date(startsAt), new Date(endsAt)];
  const [first, last] = [dayOf(from), dayOf(to)];
  const until = first === last ? hour(to) : `${dayInWords(last)} ${hour(to)}`;
  return [
    ...labelled('时间', `${dayInWords(first)} ${hour(from)}—${until}`),
    ...labelled('地点', place),
    ...labelled('主持', chair),
    ...labelled('记录', recorder),
  ];
}

function attendance({ attendance: there }: MinutesContent): Block[] {
  const { entitled, present, remote, leave, onLeave, absent, guests } = there;
  const missing = Math.max(0, (entitled ?? 0) - (present ?? 0) - leave);
  const counts = `应到${entitled ?? 0}人，实到${present ?? 0}人${remote ? `（其中线上${remote}人）` : ''}`;
  const named = (count: number, names: readonly string[]): string | null =>
    count || names.length ? [`${Math.max(count, names.length)}人`, names.join('、')].filter(Boolean).join('：') : null;
  return [
    ...labelled('出席', counts),
    ...labelled('请假', named(leave, onLeave)),
    ...labelled('缺席', named(missing, absent)),
    ...labelled('列席', guests.join('、') || null),
  ];
}

function resolution({ text, owner, dueOn, vote }: MinutesResolution, i: number): Block[] {
  const by = [owner && `责任人：${owner}`, dueOn && `期限：${dayInWords(dueOn)}`].filter(Boolean).join('，');
  return [
    {
      kind: 'paragraph',
      runs: [{ text: `决议${i + 1}：`, bold: true }, { text: `${text}${by ? `（${by}）` : ''}` }],
    },
    ...(vote ? [paragraph(voteInWords(vote))] : []),
  ];
}

function voteInWords({ base, of, inFavour, against, abstained, rule, needed, passed }: MinutesVote): string {
  const counted = `表决：${base === VoteBase.ENTITLED ? '应到' : '实到'}${of}人，赞成${inFavour}票，反对${against}票，弃权${abstained}票`;
  if (!rule) return `${counted}。`;
  return `${counted}；须赞成${needed}票（${rule.basis.zh}），${passed ? '通过' : '未通过'}。`;
}

const hours = new Intl.DateTimeFormat('zh-CN', {
  timeZone: associationZone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const hour = (at: Date): string => hours.format(at);
