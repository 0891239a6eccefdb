import { Database, systemScope } from '@dangwu/platform/database';
import { fillText, type LocalText } from '@dangwu/platform/text';
import { Injectable } from '@nestjs/common';
import { nothingBefore, readLine, recordHash, type RecordContent } from './record-line';

const words = {
  ENTRY_CHANGED: {
    zh: '第 {no} 条（事项 {matter}）被改动过：内容与它的哈希不符。',
    en: 'Entry {no} (matter {matter}) was changed: it does not fit its hash.',
  },
  ENTRY_MISSING: {
    zh: '第 {no} 条不见了：后面的条目还在，或审计日志记过它。',
    en: 'Entry {no} is gone: later ones are there, or the audit log knew it.',
  },
  CHAIN_BROKEN: {
    zh: '第 {no} 条（事项 {matter}）接不上前一条：它记的前一条哈希不对。',
    en: 'Entry {no} (matter {matter}) does not follow the one before: it names another hash.',
  },
  DIFFERS_FROM_AUDIT: {
    zh: '第 {no} 条（事项 {matter}）与审计日志封存的哈希不同：整条链被重算过。',
    en: 'Entry {no} (matter {matter}) differs from the hash in the audit log: the chain was made anew.',
  },
  NOT_IN_AUDIT: {
    zh: '第 {no} 条（事项 {matter}）在审计日志里没有对应的事件：它是另外加进去的。',
    en: 'The audit log has no event for entry {no} (matter {matter}): it was put in by another way.',
  },
} as const satisfies Record<string, LocalText>;

export interface RecordFinding {
  readonly kind: keyof typeof words;
  readonly association: string;
  readonly no: string;
  readonly matter: string | null;
  readonly text: LocalText;
}

export interface RecordVerification {
  readonly ok: boolean;
  readonly entries: number;
  readonly matters: number;
  /** in the order of the chain: the first is the first entry that is broken */
  readonly findings: readonly RecordFinding[];
}

interface StoredEntry {
  readonly no: string;
  readonly matter: string;
  readonly matter_no: number;
  readonly kind: string;
  readonly actor: string | null;
  readonly at: string;
  readonly organization: string;
  readonly line: string;
  readonly hash: string;
}

/** More are not looked for: the first is what matters. */
const enough = 20;
const atOnce = 2_000;

/** Goes through the whole record of an association and the audit log's hashes of it. Changes nothing. */
@Injectable()
export class VerifyRecords {
  constructor(private readonly database: Database) {}

  async verify(): Promise<RecordVerification> {
    const associations = await this.read(null, (ask) => ask<{ id: string }>(`select id from association order by no`));
    const sum = { entries: 0, matters: 0, findings: [] as RecordFinding[] };
    for (const { id } of associations) {
      const walk = await this.ofAssociation(id);
      sum.entries += walk.entries;
      sum.matters += walk.ends.size;
      sum.findings.push(...walk.findings);
    }
    return { ok: sum.findings.length === 0, ...sum };
  }

  private async ofAssociation(association: string): Promise<RecordWalk> {
    const walk = new RecordWalk(association, await this.sealed(association));
    for (let after = '0'; !walk.full;) {
      const page = await this.read(association, (ask) =>
        ask<StoredEntry>(
          `select no::text as no, matter_id as matter, matter_no, kind, actor_name as actor, line, hash,
             organization_id as organization,
             to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
           from matter_record where association_id = $1 and no > $2 order by matter_record.no limit ${atOnce}`,
          [association, after],
        ),
      );
      if (page.length === 0) break;
      for (const entry of page) walk.entry(entry);
      after = page.at(-1)!.no;
    }
    walk.end();
    return walk;
  }

  /** The hashes that events of the audit log carry, by number. Events that were archived are not looked for. */
  private async sealed(association: string): Promise<Map<string, string>> {
    const rows = await this.read(association, (ask) =>
      ask<{ no: string; hash: string }>(
        `select after ->> 'recordNo' as no, after ->> 'recordHash' as hash from audit_event
         where association_id = $1 and subject_type = 'Matter' and after ? 'recordHash'`,
        [association],
      ),
    );
    return new Map(rows.map(({ no, hash }) => [no, hash]));
  }

  private read<T>(
    association: string | null,
    work: (ask: <R>(sql: string, values?: unknown[]) => Promise<R[]>) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(systemScope(association), (tx) => work((sql, values) => tx.query(sql, values)));
  }
}

/** What is known while the record is walked from its first entry. */
class RecordWalk {
  readonly findings: RecordFinding[] = [];
  /** the last entry of each matter */
  readonly ends = new Map<string, { no: number; hash: string }>();
  entries = 0;
  private last = { no: 0n, hash: nothingBefore };
  private readonly oldestSealed: bigint;

  constructor(
    private readonly association: string,
    private readonly sealed: ReadonlyMap<string, string>,
  ) {
    const numbers = [...sealed.keys()].map(BigInt);
    // what stood before was archived with its events
    this.oldestSealed = numbers.reduce((least, no) => (no < least ? no : least), numbers[0] ?? 0n);
  }

  get full(): boolean {
    return this.findings.length >= enough;
  }

  entry(entry: StoredEntry): void {
    this.entries++;
    const expected = this.last.no + 1n;
    const gap = BigInt(entry.no) !== expected;
    if (gap) this.add('ENTRY_MISSING', String(expected), null);
    const content = contentOf(entry);
    const own = this.ends.get(entry.matter) ?? { no: 0, hash: nothingBefore };
    if (!content) this.add('ENTRY_CHANGED', entry.no, entry.matter);
    // after a gap what comes before is not known; the gap itself is the finding
    else if (!gap && (content.previous !== this.last.hash || content.matterPrevious !== own.hash))
      this.add('CHAIN_BROKEN', entry.no, entry.matter);
    const known = this.sealed.get(entry.no);
    if (content && known !== undefined && known !== entry.hash) this.add('DIFFERS_FROM_AUDIT', entry.no, entry.matter);
    if (known === undefined && (this.sealed.size === 0 || BigInt(entry.no) >= this.oldestSealed))
      this.add('NOT_IN_AUDIT', entry.no, entry.matter);
    this.last = { no: BigInt(entry.no), hash: entry.hash };
    this.ends.set(entry.matter, { no: entry.matter_no, hash: entry.hash });
  }

  /** After the last entry: what the audit log knew and is not there any more. */
  end(): void {
    const gone = [...this.sealed.keys()].map(BigInt).filter((no) => no > this.last.no);
    if (gone.length) this.add('ENTRY_MISSING', String(this.last.no + 1n), null);
  }

  private add(kind: RecordFinding['kind'], no: string, matter: string | null): void {
    if (this.full) return;
    const { association } = this;
    this.findings.push({ kind, association, no, matter, text: fillText(words[kind], { no, matter: matter ?? '' }) });
  }
}

/** What the entry says, if text, hash and columns say the same; else null. */
function contentOf(entry: StoredEntry): RecordContent | null {
  if (recordHash(entry.line) !== entry.hash) return null;
  let content: RecordContent;
  try {
    content = readLine(entry.line);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return null;
    throw error;
  }
  const same =
    content.no === entry.no &&
    content.matter === entry.matter &&
    content.matterNo === entry.matter_no &&
    content.organization === entry.organization &&
    content.kind === entry.kind &&
    content.actor === entry.actor &&
    content.at === entry.at;
  return same ? content : null;
}
