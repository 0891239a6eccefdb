import { auditedValue, auditWords } from '@dangwu/platform/audit';
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
      before: auditedValue(name, was[name]),
      after: auditedValue(name, is[name]),
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

const organization = (field: string, value: unknown): string | null =>
  auditWords.namesOrganization(field) && typeof value === 'string' && uuid.test(value)
    ? globalId('PartyOrganization', value)
    : null;
