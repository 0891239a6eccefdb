import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import pg from 'pg';

/** Looks for numbers of people wherever they could have been left. */
export class ClearNumbers {
  private readonly found = new Map<string, Set<string>>();
  private readonly numbers: ReadonlySet<string>;
  /** how much was looked through, so that a scan of nothing cannot pass */
  readonly seen = { tables: 0, rows: 0, files: 0, bytes: 0 };

  constructor(numbers: Iterable<string>) {
    this.numbers = new Set(numbers);
  }

  /** Numbers found, with the places. */
  get all(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.found;
  }

  /** Places in which any was found. */
  get places(): string[] {
    return [...new Set([...this.found.values()].flatMap((places) => [...places]))].sort();
  }

  /** Every number is a window of a run of digits, so a text is read once, however many numbers are looked for. */
  look(text: string, place: string): void {
    this.seen.bytes += text.length;
    for (const [run] of text.matchAll(/\d{11,}[Xx]?/g))
      for (const length of [11, 18])
        for (let at = 0; at + length <= run.length; at++) this.check(run.slice(at, at + length).toUpperCase(), place);
  }

  private check(candidate: string, place: string): void {
    if (!this.numbers.has(candidate)) return;
    const places = this.found.get(candidate);
    if (places) places.add(place);
    else this.found.set(candidate, new Set([place]));
  }

  /** Every row of every table, as the superuser sees it; bytes as far as they are text. */
  async database(url: string): Promise<void> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const tables = await client.query<{ name: string; columns: { name: string; bytes: boolean }[] }>(
        `select format('%I.%I', n.nspname, c.relname) as name,
           json_agg(json_build_object('name', a.attname, 'bytes', a.atttypid = 'bytea'::regtype)) as columns
         from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
         where c.relkind in ('r', 'm', 'p') and a.attnum > 0 and not a.attisdropped
           and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
         group by 1`,
      );
      for (const { name, columns } of tables.rows) {
        const read = columns.map((one) => (one.bytes ? `encode("${one.name}", 'escape')` : `"${one.name}"::text`));
        const { rows } = await client.query<{ line: string }>(
          `select concat_ws(' ', ${read.join(', ')}) as line from ${name}`,
        );
        for (const { line } of rows) this.look(line, `table ${name}`);
        this.seen.tables++;
        this.seen.rows += rows.length;
      }
    } finally {
      await client.end();
    }
  }

  /** Every file below a folder byte by byte; what is packed in archives is unpacked. */
  async folder(folder: string): Promise<void> {
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
        // a running server deletes files while we look
        if (error.code === 'ENOENT') return Buffer.alloc(0);
        throw error;
      });
      const place = `file ${path.relative(folder, file).replaceAll(/[0-9A-F]{24}/g, 'segment')}`;
      this.seen.files++;
      this.look(bytes.toString('latin1'), place);
      for (const part of unpacked(bytes)) this.look(part.toString('latin1'), place);
    }
  }
}

/** The entries of a zip archive, by their local headers; archives that stream their sizes are not made here. */
function* unpacked(bytes: Buffer): Generator<Buffer> {
  const signature = Buffer.from('PK\u0003\u0004', 'latin1');
  if (!bytes.subarray(0, 4).equals(signature)) return;
  for (let at = 0; at >= 0; at = bytes.indexOf(signature, at + 4)) {
    const data = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    try {
      if (bytes.readUInt16LE(at + 8) === 8) yield inflateRawSync(bytes.subarray(data), { finishFlush: 2 });
    } catch {
      // not the beginning of an entry after all
    }
  }
}
