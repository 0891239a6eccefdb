import { auditWords } from '@dangwu/platform/audit';
import type { LocalText } from '@dangwu/platform/text';
import { globalId } from '@dangwu/platform/ids';
import type { AuditChange } from './audit-event.type';

type Values = Readonly<Record<string, unknown>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const none: Values = {};

/** What `before` and `after` of an event say, field by field, in words. */
export function changesOf(subject: string, before: Values | null, after: Values | null): AuditChange[] {
  const [was, is] = [before ?? none, after ?? none];
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names
    .filter((name) => !named(name, names) && !same(was[name], is[name]))
    .map((name) => ({
      field: name,
      fieldName: auditWords.field(subject, name),
      before: inWords(name, was[name]),
      after: inWords(name, is[name]),
      beforeOrganizationId: organization(name, was[name]),
      afterOrganizationId: organization(name, is[name]),
    }))
    .filter(({ before, after }) => before !== null || after !== null);
}

/** An id whose name stands beside it says nothing more: `parentId` beside `parent`. */
const named = (name: string, all: readonly string[]): boolean =>
  name.endsWith('Id') && all.includes(name.slice(0, -'Id'.length));

/** Personal values that look the same are two: only what changed is recorded, and shapes hide by what. */
const same = (was: unknown, is: unknown): boolean =>
  JSON.stringify(was) === JSON.stringify(is) && !/\*\*/.test(String(was));

function inWords(field: string, value: unknown): LocalText | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'string') return auditWords.value(field, value);
  if (Array.isArray(value)) {
    const parts = value.flatMap((each) => inWords(field, each) ?? []);
    return parts.length ? together(parts, '、', ', ') : null;
  }
  if (typeof value === 'object') return inObject(value as Values);
  return { zh: String(value), en: String(value) };
}

/** A text in two languages, or fields within a field. */
function inObject(value: Values): LocalText | null {
  if (typeof value['zh'] === 'string' && typeof value['en'] === 'string') return { zh: value['zh'], en: value['en'] };
  const parts = Object.entries(value).flatMap(([name, inner]) => {
    const words = inWords(name, inner);
    const { zh, en } = auditWords.field('', name);
    return words ? [{ zh: `${zh} ${words.zh}`, en: `${en} ${words.en}` }] : [];
  });
  return parts.length ? together(parts, '；', '; ') : null;
}

const together = (parts: readonly LocalText[], zh: string, en: string): LocalText => ({
  zh: parts.map((part) => part.zh).join(zh),
  en: parts.map((part) => part.en).join(en),
});

const organization = (field: string, value: unknown): string | null =>
  auditWords.namesOrganization(field) && typeof value === 'string' && uuid.test(value)
    ? globalId('PartyOrganization', value)
    : null;
