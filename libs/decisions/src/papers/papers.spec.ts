import type { OfficialDocument } from '@dangwu/documents';
import { OpinionKind } from '../matter/matter.enums';
import { SeatAttendance, SessionBody } from '../session/session.enums';
import { trialItem, trialMatter, trialSession } from '../trial/session-facts';
import { sessionMinutesDocument } from './minutes-document';
import { noticeDocument } from './notice-document';
import { opinionDocument } from './opinion-document';
import { coverSheet, packOf } from './pack';

const linesOf = ({ body }: OfficialDocument): string[] =>
  body.map((part) => {
    if (part.kind === 'labelled') return `${part.label}：${part.text}`;
    if (part.kind === 'attachments') return part.names.join();
    if (part.kind === 'table') return part.head.join();
    return part.kind === 'paragraph' ? part.runs.map(({ text }) => text).join('') : part.text;
  });

describe('the notice', () => {
  it('says when, where, who of each body, and what about', () => {
    const lines = linesOf(noticeDocument(trialSession, '会通〔2026〕3号', '2026-10-10'));
    expect(lines).toEqual(
      expect.arrayContaining([
        '各位委员、常务理事：',
        '2026年10月15日 14:00—16:30，二层第一会议室。',
        '功能型党委：5人：罗景行、秦悦、方宁、杜若川、白露',
        '常务理事会：4人：周常务、罗景行、陶然、余漫',
        '（一）行业公共服务平台二期建设（秘书处党总支汇报，30分钟）',
        '（二）听取第三季度财务情况（15分钟）',
      ]),
    );
  });

  it('is a draft without a number, and names one body when it sits alone', () => {
    const document = noticeDocument({ ...trialSession, joint: false }, null, '2026-10-10');
    expect(document.draft).toBe('（草稿，文号待编）');
    expect(linesOf(document).filter((line) => line.startsWith('常务理事会'))).toEqual([]);
  });
});

describe('the opinion', () => {
  const written = (opinion: OpinionKind) =>
    linesOf(opinionDocument(trialSession, { ...trialItem, opinion }, '前研〔2026〕3号', '2026-10-16')).join('\n');

  it('names the rule, who was there, the vote of the party body with its base, and what follows', () => {
    const text = written(OpinionKind.AGREE);
    expect(text).toContain('前审〔2026〕2号，大额资金使用，460万元，第2版');
    expect(text).toContain('按照《示范行业协会“三重一大”决策办法》第九条的规定');
    expect(text).toContain('功能型党委应到5人，实到4人，1人回避，1人发表意见，1人提交书面意见（不计入票数）。');
    expect(text).toContain(
      '应到4人，实到3人（回避1人，不计入应到和实到）；赞成3票，反对0票，弃权0票。以应到人数4人为基数，须赞成3票，通过。',
    );
    expect(text).toContain('同意。项目必要，资金来源清楚。');
    expect(text).toContain('提交常务理事会审议。本意见是前置研究的意见，不代替决策机构的决定。');
  });

  it('opens the way to a decision with no other opinion', () => {
    for (const opinion of Object.values(OpinionKind).filter((each) => each !== OpinionKind.AGREE))
      expect(written(opinion)).not.toContain('同意将该事项提交');
  });
});

describe('the minutes', () => {
  const party = linesOf(sessionMinutesDocument(trialSession, SessionBody.PARTY, '〔2026〕3号', '2026-10-16')).join(
    '\n',
  );
  const council = sessionMinutesDocument(trialSession, SessionBody.COUNCIL, '〔2026〕1号', '2026-10-16');
  const said = linesOf(council).join('\n');

  it('of a joint session are two, each with its own roster, chair and vote', () => {
    expect(council.head).toBe('示范行业协会常务理事会会议纪要');
    expect(party).toContain('主持：罗景行');
    expect(said).toContain('主持：周常务');
    expect(party).toContain('出席：应到5人，实到4人（其中线上1人）：罗景行、秦悦、方宁、杜若川');
    expect(said).toContain('出席：应到4人，实到3人：周常务、罗景行、陶然');
    expect(party).toContain('赞成3票');
    expect(said).toContain(
      '无记名投票：应到3人，实到3人；赞成1票，反对1票，弃权1票。以到会人数3人为基数，须赞成2票，未通过。',
    );
    expect(said).not.toContain('赞成3票');
    expect(party).toContain('会议意见：同意');
    expect(said).not.toContain('会议意见');
    // who sits in both is no guest
    expect(party).toContain('列席：周常务、陶然、余漫');
  });

  it('names who recused themselves and why, views as what they are, and absentees', () => {
    expect(party).toContain('回避：杜若川（配偶在投标单位任职）。');
    expect(party).toContain('白露（书面意见，不计票）：同意，注意数据安全。');
    expect(party).toContain('请假：1人：白露');
    const seats = trialSession.seats.map((seat) => ({ ...seat, attendance: SeatAttendance.ABSENT }));
    const none = sessionMinutesDocument({ ...trialSession, seats }, SessionBody.PARTY, null, '2026-10-16');
    expect(linesOf(none)).toContain('出席：应到5人，实到0人');
  });
});

describe('the pack', () => {
  it('has notice and agenda, and each matter with its materials below it', () => {
    const { parts } = packOf(trialSession, { number: null, on: '2026-10-10' }, new Map([['f1', Buffer.from('%PDF')]]));
    expect(parts.map(({ level, title }) => `${level} ${title}`)).toEqual([
      '1 会议通知',
      '1 会议议程',
      '1 议题一　行业公共服务平台二期建设',
      '2 可行性研究报告',
      '2 资金来源与预算（第2版）',
    ]);
    const contents = parts.flatMap(({ content }) => (content.kind === 'file' ? [content.file.content] : []));
    expect(contents).toEqual([Buffer.from('%PDF'), null]);
  });

  it('covers a matter with its facts and what was written, nothing empty', () => {
    const { facts, sections } = coverSheet('议题一', { ...trialMatter, socialEffect: '', urgentReason: '屋面渗漏' });
    expect(facts).toContainEqual(['表决', '举手或记名表决；到会不少于1/2，赞成超过1/2（以应到人数计）']);
    expect(facts).toContainEqual(['紧急原因', '屋面渗漏']);
    expect(sections.map(({ heading }) => heading)).toEqual(['背景和理由', '方案', '专家意见（钱思远）']);
    expect(sections.at(-1)!.text).toBe('有保留地支持。数据迁移应先做演练。');
  });
});
