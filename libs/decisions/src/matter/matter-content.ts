import { createHash } from 'node:crypto';
import type { MatterCategory } from '../review-rule/review-rule.enums';

/** A material as it was handed in. */
export interface MaterialContent {
  readonly kind: string;
  readonly no: number;
  readonly name: string;
  readonly sha256: string;
}

/** A matter as it is submitted: what a version keeps, and what is compared. */
export interface MatterContent {
  readonly category: MatterCategory;
  readonly title: string;
  readonly amountFen: string | null;
  readonly background: string;
  readonly options: string;
  readonly socialEffect: string;
  /** null: it is not urgent */
  readonly urgentReason: string | null;
  readonly materials: readonly MaterialContent[];
}

const fields = ['category', 'title', 'amountFen', 'background', 'options', 'socialEffect', 'urgentReason'] as const;

/** One thing that differs between two versions; null: there was nothing, or there is nothing any more. */
export interface FieldDifference {
  readonly field: (typeof fields)[number] | 'material';
  /** of a material, which one */
  readonly kind: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

/** A version as the text that is hashed. Fields in this order, so that it is the same wherever it is made. */
export function contentText(content: MatterContent): string {
  const { materials } = content;
  const facts = fields.map((field) => [field, content[field]]);
  const handedIn = materials.map(({ kind, no, name, sha256 }) => [kind, no, name, sha256]);
  return JSON.stringify([facts, handedIn]);
}

export const contentHash = (content: MatterContent): string =>
  createHash('sha256').update(contentText(content)).digest('hex');

/** What differs, in the order in which a matter is read; materials are told by their names. */
export function differences(before: MatterContent, after: MatterContent): FieldDifference[] {
  const facts = fields
    .filter((field) => (before[field] ?? '') !== (after[field] ?? ''))
    .map((field) => ({ field, kind: null, before: before[field] || null, after: after[field] || null }));
  const kinds = [...new Set([...before.materials, ...after.materials].map(({ kind }) => kind))];
  const of = ({ materials }: MatterContent, kind: string) => materials.find((each) => each.kind === kind);
  const handedIn = kinds
    .filter((kind) => of(before, kind)?.sha256 !== of(after, kind)?.sha256)
    .map((kind) => ({
      field: 'material' as const,
      kind,
      before: of(before, kind)?.name ?? null,
      after: of(after, kind)?.name ?? null,
    }));
  return [...facts, ...handedIn];
}
