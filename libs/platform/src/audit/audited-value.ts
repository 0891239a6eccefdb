import type { LocalText } from '../text';
import { auditWords } from './audit-vocabulary';

type Values = Readonly<Record<string, unknown>>;

/** A value of a field of an event, in words; null where there is none. */
export function auditedValue(field: string, value: unknown): LocalText | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'string') return auditWords.value(field, value);
  // ids say nothing to people, but how many were chosen does
  if (field === 'ids' && Array.isArray(value)) return { zh: `${value.length} 个`, en: String(value.length) };
  if (Array.isArray(value)) {
    const parts = value.flatMap((each) => auditedValue(field, each) ?? []);
    return parts.length ? together(parts, '、', ', ') : null;
  }
  if (typeof value === 'object') return inObject(value as Values);
  return { zh: String(value), en: String(value) };
}

/** A text in two languages, or fields within a field. */
function inObject(value: Values): LocalText | null {
  if (typeof value['zh'] === 'string' && typeof value['en'] === 'string') return { zh: value['zh'], en: value['en'] };
  const parts = Object.entries(value).flatMap(([name, inner]) => {
    const words = auditedValue(name, inner);
    const { zh, en } = auditWords.field('', name);
    return words ? [{ zh: `${zh} ${words.zh}`, en: `${en} ${words.en}` }] : [];
  });
  return parts.length ? together(parts, '；', '; ') : null;
}

const together = (parts: readonly LocalText[], zh: string, en: string): LocalText => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
});
