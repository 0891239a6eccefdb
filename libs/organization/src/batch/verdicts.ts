import { createHash } from 'node:crypto';
import type { DomainError, Messages } from '@dangwu/platform/errors';

/** A row as a batch found it. */
export interface BatchRow {
  readonly id: string;
  readonly version: number;
  readonly name: string;
}

export interface Skipped {
  readonly reason: string;
  readonly message: Messages;
  readonly count: number;
  readonly names: readonly string[];
}

/** Names that are told of each reason. */
const told = 3;

/** What becomes of each row of a batch, in the order in which it was decided. */
export class Verdicts {
  changes = 0;
  unchanged = 0;
  /** rows that change along because they stand below */
  along = 0;
  private readonly lines: string[] = [];
  private readonly reasons = new Map<string, Skipped>();

  change({ id, version }: BatchRow): void {
    this.changes += 1;
    this.lines.push(`${id} ${version} changes`);
  }

  leave({ id, version }: BatchRow): void {
    this.unchanged += 1;
    this.lines.push(`${id} ${version} unchanged`);
  }

  /** @param row without a name: it is not visible */
  skip(row: Partial<BatchRow> & Pick<BatchRow, 'id'>, { reason, messages }: DomainError): void {
    this.lines.push(`${row.id} ${row.version ?? ''} ${reason}`);
    const known = this.reasons.get(reason) ?? { reason, message: messages, count: 0, names: [] };
    const names = row.name && known.names.length < told ? [...known.names, row.name] : known.names;
    this.reasons.set(reason, { ...known, count: known.count + 1, names });
  }

  get skipped(): readonly Skipped[] {
    return [...this.reasons.values()].sort((a, b) => b.count - a.count);
  }

  get skippedCount(): number {
    return this.skipped.reduce((sum, { count }) => sum + count, 0);
  }

  get chosen(): number {
    return this.lines.length;
  }

  /**
   * Names rows, versions, verdicts and what was asked for: another answer means that something changed meanwhile.
   * @param asked what the batch is to do
   */
  expected(asked: object): string {
    const text = [JSON.stringify(asked), ...[...this.lines].sort()].join('\n');
    return createHash('sha256').update(text).digest('hex').slice(0, 32);
  }
}
