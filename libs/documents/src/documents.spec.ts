import { layout, measures, mm } from './layout';
import { dayInWords, numberInWords, ordinalInWords, type OfficialDocument } from './official-document';
import { toPdf } from './to-pdf';
import { toWord } from './to-word';
import { readPdf, type Placed } from './trial/read-pdf';
import { readZip } from './trial/read-zip';

const sentence = '会议听取支部书记通报第三季度党建工作情况，结合标准制定业务讨论第四季度计划。';
const document: OfficialDocument = {
  head: '第四党支部会议纪要',
  number: '〔2026〕3号',
  issuer: '示范行业协会第四党支部',
  date: '2026-09-18',
  title: '第三季度支部党员大会',
  draft: null,
  body: [
    { kind: 'heading', level: 1, text: '一、学习《章程》修订内容' },
    {
      kind: 'paragraph',
      runs: [{ text: sentence.repeat(14) }, { text: '会议强调，', bold: true }, { text: '按期完成。' }],
    },
    {
      kind: 'labelled',
      label: '出席',
      text: '罗景行、秦悦、方宁、杜若川、白露、陶然、余漫、江月明、宋一帆、葛青、'.repeat(3),
    },
  ],
};
const textOf = (placed: readonly Placed[]): string => placed.map(({ text }) => text).join('');

describe('words of the standard', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
  ])('counts %i as %s', (number, words) => expect(ordinalInWords(number)).toBe(words));
  it('writes days and numbers without leading noughts', () => {
    expect(dayInWords('2026-09-08')).toBe('2026年9月8日');
    expect(numberInWords(2026, 3)).toBe('〔2026〕3号');
  });
});

describe('as PDF', () => {
  let pdf: ReturnType<typeof readPdf>;
  let file: Buffer;
  beforeAll(async () => {
    file = await toPdf(document);
    pdf = readPdf(file);
  });

  it('is A4, set in one family that stands in the file, with every character told', () => {
    expect(pdf.box.map((side) => Math.round(side / mm))).toEqual([210, 297]);
    expect(pdf.fonts.map((name) => name.split('+')[1]).toSorted()).toEqual(['NotoSerifSC-Bold', 'NotoSerifSC-Regular']);
    expect(pdf.embedded).toHaveLength(2);
    // outlines of a hundred characters: an empty font would print blank
    for (const bytes of pdf.embedded) expect(bytes).toBeGreaterThan(5000);
    const all = textOf(pdf.pages.flat());
    const running = textOf(pdf.pages.flat().filter(({ text }) => !text.includes('—')));
    expect(all).not.toContain('\uFFFD');
    for (const words of [
      '第四党支部会议纪要',
      '〔2026〕3号',
      '2026年9月18日',
      '会议强调，',
      '出席：',
      '— 1 —',
      '— 2 —',
    ])
      expect(all.replaceAll(' ', '')).toContain(words.replaceAll(' ', ''));
    expect(running.split(sentence)).toHaveLength(15);
  });

  it('has 22 lines of 28 characters in an area of 156 by 225 mm', () => {
    const lines = pdf.pages[0]!.filter(({ text }) => !text.includes('—'));
    const full = lines.filter(({ text }) => text.length === 28);
    expect(full.length).toBeGreaterThan(5);
    expect(Math.max(...lines.map(({ text }) => text.length))).toBe(28);
    for (const [i, { y }] of full.slice(1).entries()) expect(full[i]!.y - y).toBeCloseTo(measures.linePitch, 1);
    expect(measures.linePitch * layout.grid.value.lines).toBeCloseTo(225 * mm, 5);
    for (const { x } of [...lines, ...pdf.pages[1]!].filter(({ text }) => !text.includes('—')))
      expect(x).toBeGreaterThanOrEqual(28 * mm - 0.01);
  });

  it('puts the head 35 mm below the area and pages outside it, odd ones right, even ones left', () => {
    const head = pdf.pages[0]!.find(({ text }) => text.includes('第四'))!;
    const upper = pdf.box[1] - head.y - 0.88 * layout.head.value.largest;
    expect(Math.abs(upper / mm - (37 + 35))).toBeLessThan(1);
    const number = (page: number) => pdf.pages[page]!.filter(({ y }) => y < 35 * mm)[0]!;
    expect(number(0).x).toBeGreaterThan(measures.width / 2);
    expect(number(1).x).toBeCloseTo(28 * mm + 14, 0);
    expect(number(0).y / mm).toBeLessThan(35 - 7);
  });

  it('fills a page with exactly 22 lines', async () => {
    const paragraphs = Array.from({ length: 60 }, () => ({
      kind: 'paragraph' as const,
      runs: [{ text: '学习讨论。' }],
    }));
    const { pages } = readPdf(await toPdf({ ...document, body: paragraphs }));
    const lines = new Set(pages[1]!.filter(({ y }) => y > 35 * mm - 1).map(({ y }) => Math.round(y)));
    expect(lines.size).toBe(22);
  });
});

describe('as Word', () => {
  it('has the same page, grid, typefaces and text', async () => {
    const entries = readZip(await toWord(document));
    const xml = entries.get('word/document.xml')!;
    // A4 in twentieths of a point, rounded down
    expect(xml).toMatch(/<w:pgSz w:w="11905" w:h="16837"/);
    const margin = (side: string) => Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)![1]);
    const millimetres = (twips: number) => Math.round((twips / 1440) * 25.4);
    expect(['top', 'left', 'right', 'bottom'].map((side) => millimetres(margin(side)))).toEqual([37, 28, 26, 35]);
    expect(xml).toMatch(/<w:docGrid w:type="linesAndChars" w:linePitch="580" w:charSpace="-8\d\d"/);
    for (const face of ['仿宋_GB2312', '方正小标宋简体', '黑体']) expect(xml).toContain(`w:eastAsia="${face}"`);
    expect(xml).toContain('<w:sz w:val="32"/>');
    expect(xml).toContain('<w:sz w:val="44"/>');
    const text = xml.replaceAll(/<[^>]+>/g, '');
    const same = textOf(readPdf(await toPdf(document)).pages.flat()).replaceAll(/— \d —|\s/g, '');
    expect(text.replaceAll(/\s/g, '')).toBe(same);
    const feet = [...entries]
      .filter(([name]) => /footer\d/.test(name) && !name.includes('rels'))
      .map(([, foot]) => foot);
    expect(feet.map((foot) => /<w:jc w:val="(\w+)"/.exec(foot)![1]).toSorted()).toEqual(['left', 'right']);
  });
});

describe('tables', () => {
  const cells = (text: string) => Array.from({ length: 60 }, (_, i) => [`${text}${i}`, String(i)]);
  const tabled: OfficialDocument = {
    ...document,
    body: [{ kind: 'table', head: ['党组织', '得分'], rows: cells('支部'), widths: [3, 1], right: [1] }],
  };

  it('stand within the area, with every cell, the head again on every page', async () => {
    const { pages } = readPdf(await toPdf(tabled));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(textOf(page)).toContain('党组织');
      for (const { x } of page.filter(({ text }) => !text.includes('—'))) expect(x).toBeLessThan((28 + 156) * mm);
    }
    for (let i = 0; i < 60; i++) expect(textOf(pages.flat())).toContain(`支部${i}${i}`);
  });

  it('are tables in Word, whose head is marked as one', async () => {
    const xml = readZip(await toWord(tabled)).get('word/document.xml')!;
    expect(xml.match(/<w:tr[ >]/g)).toHaveLength(61);
    expect(xml.match(/<w:tblHeader/g)).toHaveLength(1);
    expect(xml).toContain('<w:jc w:val="right"/>');
  });
});

describe('attachments', () => {
  const named = (names: readonly string[]): OfficialDocument => ({
    ...document,
    body: [
      { kind: 'paragraph', runs: [{ text: '妥否，请批复。' }] },
      { kind: 'attachments', names },
      { kind: 'line', at: 'RIGHT', text: '第四党支部' },
    ],
  });
  const linesOf = async (names: readonly string[]) => {
    const lines = new Map<number, Placed[]>();
    for (const each of readPdf(await toPdf(named(names))).pages[0]!) {
      const y = Math.round(each.y);
      lines.set(y, [...(lines.get(y) ?? []), each]);
    }
    return [...lines].map(([y, line]) => ({ y, x: line[0]!.x, text: textOf(line) }));
  };

  it('stand one line below the text, two characters in, and are not numbered when there is one', async () => {
    const lines = await linesOf(['换届选举办法']);
    const at = lines.findIndex(({ text }) => text === '附件：换届选举办法');
    expect(lines[at - 1]!.text).toBe('妥否，请批复。');
    expect(lines[at - 1]!.y - lines[at]!.y).toBeCloseTo(2 * measures.linePitch, -1);
    expect(lines[at]!.x).toBeCloseTo(measures.left + 2 * measures.characterPitch, 0);
  });

  it('are numbered when there are several, and a long name goes on below its own beginning', async () => {
    const long = '党员活动室改造方案及经费测算说明（含设备清单、比价材料和场地平面图）';
    const lines = await linesOf(['换届选举办法', long]);
    const [first, second, more] = lines.slice(lines.findIndex(({ text }) => text.startsWith('附件：')));
    expect([first!.text, second!.text.slice(0, 6)]).toEqual(['附件：1.换届选举办法', '2.党员活动']);
    // below 2., then below what stands behind it
    expect(second!.x).toBeCloseTo(measures.left + 5 * measures.characterPitch, 0);
    expect(more!.x).toBeCloseTo(second!.x + 1.5 * measures.characterPitch, 0);
    const xml = readZip(await toWord(named(['换届选举办法', long]))).get('word/document.xml')!;
    // each at a tab stop
    expect(xml.replaceAll(/<[^>]+>/g, '')).toContain(`附件：\t1.\t换届选举办法2.\t${long}第四党支部`);
  });
});
