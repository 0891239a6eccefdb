import type { SealingBlock } from '@dangwu/platform/audit-chain';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { contentText, type MatterContent } from '../matter/matter-content';
import { verifyScript } from './verify-script';
import { verifyWords, type ExportFacts } from './verify-words';

/** A material of any version; its bytes are opened when they are packed. */
export interface ExportedMaterial {
  readonly kind: string;
  readonly no: number;
  readonly name: string;
  readonly sha256: string;
  readonly addedBy: string;
  readonly addedAt: string;
  open(): Promise<Readable>;
}

/** All that is known of a matter, for outside. */
export interface MatterFile {
  readonly title: string;
  readonly number: string | null;
  readonly exportedAt: Date;
  readonly exportedBy: string;
  /** the entries of the record, oldest first */
  readonly record: readonly { readonly line: string; readonly hash: string }[];
  readonly versions: readonly { readonly no: number; readonly content: MatterContent }[];
  readonly materials: readonly ExportedMaterial[];
  /** what came with reports on milestones and reports back; its kind says on which */
  readonly evidence: readonly ExportedMaterial[];
  /** made documents by their names */
  readonly documents: ReadonlyMap<string, Buffer>;
  /** published ballots, and the script that recounts them, by their names */
  readonly ballots: ReadonlyMap<string, string>;
  readonly seals: readonly ExportedSeal[];
  readonly blocks: readonly SealingBlock[];
}

export interface ExportedSeal {
  readonly recordNo: string;
  readonly recordHash: string;
  readonly eventId: string;
  readonly eventHash: string;
  readonly block: number | null;
}

/** One file of the export. */
export interface ExportEntry {
  readonly path: string;
  /** 64 hex digits, known before the bytes are read */
  readonly sha256: string;
  readonly content: Buffer | (() => Promise<Readable>);
}

/** The files of the export in the order in which they are packed; SHA256SUMS is the last and names all others. */
export function entriesOf(file: MatterFile): ExportEntry[] {
  const { record, versions, materials, evidence, documents, ballots, blocks } = file;
  const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');
  const facts = factsOf(file);
  const entries = [
    made('VERIFY.zh.txt', verifyWords.zh(facts)),
    made('VERIFY.en.txt', verifyWords.en(facts)),
    made('verify.sh', verifyScript),
    made('record.jsonl', lines(record.map(({ line }) => line))),
    made('record.sha256', lines(record.map(({ hash }) => hash))),
    ...versions.map(({ no, content }) => made(`versions/${no}.json`, contentText(content))),
    ...kept('materials', materials, lines),
    ...(evidence.length ? kept('evidence', evidence, lines) : []),
    ...[...documents].map(([name, content]) => made(`documents/${name}`, content)),
    ...[...ballots].map(([name, content]) => made(`ballots/${name}`, content)),
    made('audit/seals.txt', lines(file.seals.map(sealed))),
    ...blocks.flatMap(({ number, header, signature }) => [
      made(`audit/block-${number}.json`, header),
      made(`audit/block-${number}.sig`, `${signature}\n`),
    ]),
  ];
  return [...entries, made('SHA256SUMS', lines(entries.map(({ sha256, path }) => `${sha256}  ${path}`)))];
}

/** Files of one folder behind their list. */
function kept(
  folder: string,
  files: readonly ExportedMaterial[],
  lines: (texts: readonly string[]) => string,
): ExportEntry[] {
  return [
    made(`${folder}.txt`, lines(files.map((file, i) => listed(folder, file, i)))),
    ...files.map((file, i) => ({
      path: pathOf(folder, file, i),
      sha256: file.sha256,
      content: () => file.open(),
    })),
  ];
}

function factsOf({
  title,
  number,
  exportedAt,
  exportedBy,
  record,
  materials,
  evidence,
  ballots,
}: MatterFile): ExportFacts {
  return {
    title,
    number,
    exportedAt: exportedAt.toISOString(),
    exportedBy,
    entries: record.length,
    files: materials.length,
    evidence: evidence.length,
    ballots: [...ballots.keys()].filter((name) => name.endsWith('.json')).length,
  };
}

function made(path: string, text: string | Buffer): ExportEntry & { readonly content: Buffer } {
  const content = Buffer.from(text);
  return { path, content, sha256: createHash('sha256').update(content).digest('hex') };
}

/** Numbered, since names of files and materials may be the same, and what people name a material is no name of a folder. */
const pathOf = (folder: string, { name }: ExportedMaterial, i: number): string =>
  `${folder}/${String(i + 1).padStart(3, '0')}-${name}`;

const listed = (folder: string, file: ExportedMaterial, i: number): string => {
  const { kind, no, sha256, addedBy, addedAt } = file;
  return [pathOf(folder, file, i), kind, no, sha256, addedBy, addedAt].join('\t');
};

const sealed = ({ recordNo, recordHash, eventId, eventHash, block }: ExportedSeal): string =>
  [
    `recordNo=${recordNo}`,
    `recordHash=${recordHash}`,
    `event=${eventId}`,
    `eventHash=${eventHash}`,
    `block=${block ?? '-'}`,
  ].join(' ');
