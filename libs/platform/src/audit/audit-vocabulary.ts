import type { LocalText } from '../text';
import type { AuditKind } from './audit-event.entity';

/** How a personal value is shown in an event: the shape of it, never the value. */
export type PersonalShape = 'NAME' | 'NUMBER' | 'HIDDEN';

export interface AuditedAction extends LocalText {
  /** WRITE when left out */
  readonly kind?: AuditKind;
}

/** What a library says about the events it leaves. */
export interface AuditVocabulary {
  /** by the name in `AuditEntry.action` */
  readonly actions?: Readonly<Record<string, AuditedAction>>;
  /** by the name in `AuditEntry.subjectType` */
  readonly subjects?: Readonly<Record<string, LocalText>>;
  /** fields of `before` and `after`, whatever the object; or of one: `Member.joinedOn` */
  readonly fields?: Readonly<Record<string, LocalText>>;
  /** values of fields that have words of their own: `type: { BRANCH: … }` */
  readonly values?: Readonly<Record<string, Readonly<Record<string, LocalText>>>>;
  /** fields that hold the id of a party organization */
  readonly organizations?: readonly string[];
  /** fields that hold personal data, by object */
  readonly personal?: Readonly<Record<string, Readonly<Record<string, PersonalShape>>>>;
}

const actions = new Map<string, AuditedAction>();
const subjects = new Map<string, LocalText>();
const fields = new Map<string, LocalText>();
const values = new Map<string, LocalText>();
const organizations = new Set<string>();
const personal = new Map<string, PersonalShape>();

/** Says in words what a library records, and which of its fields are personal. Called once, when the library is loaded. */
export function defineAudited(vocabulary: AuditVocabulary): void {
  for (const [name, action] of Object.entries(vocabulary.actions ?? {})) {
    if (actions.has(name)) throw new Error(`Two libraries record the action ${name}`);
    actions.set(name, action);
  }
  for (const [name, words] of Object.entries(vocabulary.subjects ?? {})) subjects.set(name, words);
  for (const [name, words] of Object.entries(vocabulary.fields ?? {})) fields.set(name, words);
  for (const [field, words] of Object.entries(vocabulary.values ?? {}))
    for (const [value, word] of Object.entries(words)) values.set(`${field} ${value}`, word);
  for (const field of vocabulary.organizations ?? []) organizations.add(field);
  for (const [subject, shapes] of Object.entries(vocabulary.personal ?? {}))
    for (const [field, shape] of Object.entries(shapes)) personal.set(`${subject} ${field}`, shape);
}

const itself = (name: string): LocalText => ({ zh: name, en: name });

/** The words for what an event names; a name nobody explained stands for itself. */
export const auditWords = {
  action: (name: string): LocalText => actions.get(name) ?? itself(name),
  subject: (name: string): LocalText => subjects.get(name) ?? itself(name),
  field: (subject: string, name: string): LocalText =>
    fields.get(`${subject}.${name}`) ?? fields.get(name) ?? itself(name),
  value: (field: string, value: string): LocalText => values.get(`${field} ${value}`) ?? itself(value),
  /** whether the field holds the id of a party organization */
  namesOrganization: (field: string): boolean => organizations.has(field),
  explains: (action: string): boolean => actions.has(action),
  /** all actions that have words, by name */
  actions: (): readonly { readonly name: string; readonly words: LocalText }[] =>
    [...actions].map(([name, { zh, en }]) => ({ name, words: { zh, en } })),
};

export const kindOf = (action: string): AuditKind => actions.get(action)?.kind ?? 'WRITE';
export const personalShape = (subject: string, field: string): PersonalShape | undefined =>
  personal.get(`${subject} ${field}`);
