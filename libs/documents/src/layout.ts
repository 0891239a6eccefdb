/** Points in a millimetre. */
export const mm = 72 / 25.4;

/** A measure of the standard, and the article that gives it. */
interface Measure<Value> {
  readonly value: Value;
  readonly basis: string;
}
const of = <Value>(value: Value, article: string): Measure<Value> => ({
  value,
  basis: `GB/T 9704—2012 ${article}`,
});

/** What the standard says of a page (党政机关公文格式); millimetres and points. Both writers take their numbers here. */
export const layout = {
  page: of({ width: 210, height: 297 }, '5.1'),
  margin: of({ top: 37, left: 28 }, '5.2.1'),
  area: of({ width: 156, height: 225 }, '5.2.1'),
  grid: of({ lines: 22, characters: 28 }, '5.2.3'),
  /** 3号 */
  bodySize: of(16, '5.2.2'),
  /** 2号 */
  titleSize: of(22, '7.3.1'),
  /** 小四: the standard leaves tables to who writes them, and this is what offices take */
  tableSize: of(12, '7.3.3'),
  /** 4号, with a dash on either side, below the area */
  pageNumber: of({ size: 14, below: 7 }, '7.5'),
  /** how far the head of minutes begins below the upper edge of the area */
  head: of({ below: 35, largest: 36 }, '10.3'),
  indent: of({ characters: 2 }, '7.3.3'),
  /** one line below the text, two characters in; what follows begins below the first character of the name */
  attachments: of({ before: 1, characters: 2 }, '7.3.4'),
  /** how large the image of a seal is printed; 42 mm is what associations have */
  seal: of(42, '7.3.5.1'),
} as const;

const { page, margin, area, grid, bodySize } = layout;

/** In points: what is left beside and below the type area, and the pitch of lines and characters. */
export const measures = {
  width: page.value.width * mm,
  height: page.value.height * mm,
  top: margin.value.top * mm,
  left: margin.value.left * mm,
  right: (page.value.width - margin.value.left - area.value.width) * mm,
  bottom: (page.value.height - margin.value.top - area.value.height) * mm,
  linePitch: (area.value.height * mm) / grid.value.lines,
  characterPitch: (area.value.width * mm) / grid.value.characters,
  /** a character is drawn in 16 points, but 28 of them have 442.2 */
  characterSpacing: (area.value.width * mm) / grid.value.characters - bodySize.value,
} as const;

/** Only red and black are used (5.2.2). */
export const colours = { head: '#E60012', text: '#000000' } as const;

/** The typefaces the standard names, for an office that has them; PDF is set in a free one. */
export const typefaces = {
  body: '仿宋_GB2312',
  title: '方正小标宋简体',
  heading: '黑体',
  subheading: '楷体_GB2312',
  page: '宋体',
} as const;

/** How large the head is set so that it stays on one line; longer ones take two. */
export function headSize(words: string): number {
  const { largest } = layout.head.value;
  const fits = Math.floor((area.value.width * mm) / Math.max(1, [...words].length));
  return Math.max(layout.titleSize.value, Math.min(largest, fits));
}

const attachmentLabel = '附件：';

/** How the names of attachments are counted, and how wide that is in characters: the label, and a number with its dot. */
export function attachmentLines(names: readonly string[]) {
  const several = names.length > 1;
  return {
    label: attachmentLabel,
    labelWidth: attachmentLabel.length,
    numberWidth: several ? (names.length > 9 ? 2 : 1.5) : 0,
    lines: names.map((name, i) => ({ number: several ? `${i + 1}.` : '', name })),
  };
}
