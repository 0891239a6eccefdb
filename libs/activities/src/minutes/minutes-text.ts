import type { Run } from '@dangwu/documents';
import { minutesErrors } from './minutes.errors';

/** A node of a text as the editor writes it. */
interface TextNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string }[];
  readonly content?: readonly TextNode[];
}

/** What each node may hold; nothing else is kept. */
const inside: Readonly<Record<string, readonly string[]>> = {
  doc: ['paragraph', 'bulletList', 'orderedList'],
  paragraph: ['text', 'hardBreak'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: ['paragraph', 'bulletList', 'orderedList'],
};
const marks = ['bold', 'italic', 'underline'];
const keys = ['type', 'text', 'attrs', 'marks', 'content'];

/** Of one point of the agenda; about 20,000 Chinese characters. */
export const longestText = 60_000;
const deepest = 12;

export const emptyText = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph' }] });

/**
 * The text as it is kept: only the nodes and marks that minutes have, without anything hidden in them.
 * @throws MINUTES_TEXT_REFUSED, MINUTES_TEXT_LONG
 */
export function cleanText(given: string): string {
  if (given.length > longestText) throw minutesErrors.MINUTES_TEXT_LONG({ limit: longestText });
  let parsed: unknown;
  try {
    parsed = JSON.parse(given);
  } catch (error) {
    if (error instanceof SyntaxError) throw minutesErrors.MINUTES_TEXT_REFUSED({ what: 'JSON' });
    throw error;
  }
  return JSON.stringify(clean(parsed, ['doc'], 0));
}

function clean(node: unknown, allowed: readonly string[], depth: number): TextNode {
  if (typeof node !== 'object' || node === null || depth > deepest) throw refused(depth > deepest ? 'depth' : 'node');
  const { type, text, content, marks: marked, attrs } = node as Partial<TextNode>;
  if (typeof type !== 'string' || !allowed.includes(type)) throw refused(String(type).slice(0, 40));
  const strange = Object.keys(node).find((key) => !keys.includes(key));
  if (strange) throw refused(strange.slice(0, 40));
  if (type === 'text') return { type, text: words(text), ...cleanMarks(marked) };
  if (text !== undefined) throw refused('text');
  if (content !== undefined && !Array.isArray(content)) throw refused('content');
  const held = inside[type] ?? [];
  return {
    type,
    ...(type === 'orderedList' && startOf(attrs)),
    ...(content?.length && { content: content.map((each: unknown) => clean(each, held, depth + 1)) }),
  };
}

function words(text: unknown): string {
  // what no page and no file can show
  if (typeof text !== 'string' || text === '' || /[\p{Cc}\p{Cs}]/u.test(text)) throw refused('text');
  return text;
}

function cleanMarks(given: TextNode['marks']): { marks?: { type: string }[] } {
  if (given === undefined) return {};
  if (!Array.isArray(given)) throw refused('marks');
  const kept = given.map((mark: { type?: unknown } | null) => {
    const type = mark?.type;
    if (typeof type !== 'string' || !marks.includes(type)) throw refused(String(type).slice(0, 40));
    return { type };
  });
  return kept.length ? { marks: kept } : {};
}

function startOf(attrs: TextNode['attrs']): { attrs?: { start: number } } {
  const start = attrs?.['start'];
  return typeof start === 'number' && Number.isInteger(start) && start > 1 && start < 1000 ? { attrs: { start } } : {};
}

const refused = (what: string): Error => minutesErrors.MINUTES_TEXT_REFUSED({ what });

/** The paragraphs of a text for a document: runs with what is stressed; points of a list begin with their sign. */
export function paragraphsOf(text: string): Run[][] {
  return walk(JSON.parse(text) as TextNode, '');
}

/** Whether anything is written. */
export const isWritten = (text: string): boolean =>
  paragraphsOf(text).some((runs) => runs.some((run) => run.text.trim()));

function walk({ type, content = [], attrs }: TextNode, sign: string): Run[][] {
  if (type === 'paragraph') {
    const runs = content.map((each) => ({
      text: each.type === 'hardBreak' ? '\n' : (each.text ?? ''),
      ...(each.marks?.some((mark) => mark.type === 'bold') && { bold: true }),
    }));
    const signed = sign && runs.length ? [{ text: sign }, ...runs] : runs;
    return signed.length ? [signed] : [];
  }
  const start = Number(attrs?.['start'] ?? 1);
  return content.flatMap((each, i) => {
    if (type === 'orderedList') return walk(each, `${start + i}. `);
    if (type === 'bulletList') return walk(each, '· ');
    return walk(each, i === 0 ? sign : '');
  });
}
