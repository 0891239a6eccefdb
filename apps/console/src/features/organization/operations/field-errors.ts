import i18next from 'i18next';
import type { Refusal } from '../../../lib/errors';
import { local } from '../../../lib/i18n';

/** Words under the fields they belong to. */
export type FieldErrors = Readonly<Record<string, string>>;

/** Refusals that are about one field, which the reader finds faster there than above the button. */
const fieldOf: Readonly<Record<string, string>> = {
  CODE_FORM: 'code',
  CODE_TAKEN: 'code',
  NAME_TAKEN: 'name',
  ROOT_TYPE: 'type',
  TYPE_UNDER_TYPE: 'type',
  TYPE_ABOVE_CHILDREN: 'type',
  MOVE_BELOW_ITSELF: 'parentId',
  BEFORE_FOUNDING: 'effectiveOn',
  TOO_FAR_AHEAD: 'effectiveOn',
  LATER_OPERATION: 'effectiveOn',
  NOT_FOUNDED_YET: 'effectiveOn',
};

interface Problem {
  readonly field: string;
  readonly constraints: readonly string[];
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === 'object' && value !== null && 'field' in value && 'constraints' in value;

/** Which fields a refusal is about; empty when it is about the whole. */
export function fieldErrorsOf(refusal: Refusal, known: readonly string[]): FieldErrors {
  const words = refusal.messages ? local(refusal.messages) : refusal.message;
  const field = fieldOf[refusal.reason];
  if (field && known.includes(field)) return { [field]: words };
  const details = refusal.params['details'];
  if (refusal.reason !== 'INVALID_FIELDS' || !Array.isArray(details)) return {};
  const problems = (details as unknown[]).filter(isProblem);
  const errors = problems.map(({ field: path, constraints }) => [path.split('.').at(-1) ?? '', said(constraints)]);
  return Object.fromEntries(errors.filter(([name]) => known.includes(name ?? '')));
}

function said(constraints: readonly string[]): string {
  const missing = constraints.includes('isNotEmpty') || constraints.includes('matches');
  if (missing) return i18next.t('organization:wrong.missing');
  const tooLong = constraints.includes('maxLength');
  return tooLong ? i18next.t('organization:wrong.tooLong') : i18next.t('organization:wrong.other');
}
