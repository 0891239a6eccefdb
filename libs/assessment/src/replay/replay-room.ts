import type { EntityManager } from 'typeorm';
import { roomTables, type RoomTable } from './room-tables';

/** So many rows are read, or written, at once. */
const batch = 500;

/**
 * A room is a transaction that sees nothing but tables of its own, which are gone when it ends: temporary ones, and no schema
 * to look anything else up in. What computes in it can use nothing that was not brought in.
 */
export async function bringIn(tx: EntityManager, cycleId: string): Promise<void> {
  for (const table of roomTables) await fill(tx, table, table.rows, [cycleId]);
  await shut(tx);
}

/** The same from lines that `linesOf` wrote, in any database of this schema, as empty as it may be. */
export async function bringInLines(tx: EntityManager, lines: AsyncIterable<string>): Promise<void> {
  for (const table of roomTables) await fill(tx, table, 'false', []);
  await shut(tx);
  let waiting: { table: string; rows: string[] } = { table: '', rows: [] };
  const write = async (): Promise<void> => {
    const { table, rows } = waiting;
    if (rows.length > 0)
      // the rows stay text until the database reads them: numbers keep all their digits
      await tx.query(`insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1::jsonb)`, [
        `[${rows.join(',')}]`,
      ]);
  };
  for await (const line of lines) {
    const at = line.indexOf('\t');
    const table = roomTables.find(({ name }) => name === line.slice(0, at))?.name;
    if (!table) continue;
    if (table !== waiting.table || waiting.rows.length >= batch) {
      await write();
      waiting = { table, rows: [] };
    }
    waiting.rows.push(line.slice(at + 1));
  }
  await write();
}

/** What a room of a cycle holds, as lines: the name of the table, a tab, the row as JSON. */
export async function* linesOf(tx: EntityManager): AsyncGenerator<string> {
  for (const { name } of roomTables) {
    await tx.query(`declare rows_of_${name} cursor for select row_to_json(t)::text as row from ${name} t`);
    for (;;) {
      const rows = await tx.query<{ row: string }[]>(`fetch ${batch} from rows_of_${name}`);
      for (const { row } of rows) yield `${name}\t${row}`;
      if (rows.length < batch) break;
    }
    await tx.query(`close rows_of_${name}`);
  }
}

async function fill(tx: EntityManager, table: RoomTable, rows: string, values: unknown[]): Promise<void> {
  const { name, of = name, columns } = table;
  await tx.query(
    `create temporary table ${name} on commit drop as select ${columns} from public.${of} source where ${rows}`,
    values,
  );
}

/** From here on what was told is kept aside, and nothing was computed yet. */
async function shut(tx: EntityManager): Promise<void> {
  await tx.query(`create temporary table assessment_result on commit drop as
    select * from public.assessment_result where false`);
  await tx.query(`set local search_path = pg_temp`);
}

/** Takes away what computing is to find by itself. */
export async function forget(tx: EntityManager): Promise<void> {
  await tx.query(`update assessment set total = null, rank = null, grade = null, grade_note = ''`);
}
