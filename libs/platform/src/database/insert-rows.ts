import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Statement } from './statements';

/** Texts of some hundred kilobytes outlive their use, since V8 keeps them apart from what is young; these die at once. */
const set = 100;

/**
 * Inserts many rows of an entity, a set of them as one statement with one parameter. The manager's own `insert` makes a
 * parameter of every value and reads every row back, which for a roster costs more memory than all else done with it.
 * Columns that no row of a set names keep their defaults; where only some rows name one it is null in the others.
 */
export async function insertRows<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += set) await insertSet(tx, entity, rows.slice(at, at + set));
}

async function insertSet<Row extends ObjectLiteral>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  rows: readonly Partial<Row>[],
): Promise<void> {
  const { tablePath, columns } = tx.connection.getMetadata(entity);
  const named = columns.filter(
    ({ isInsert, propertyName }) => isInsert && rows.some((row) => row[propertyName] !== undefined),
  );
  const names = named.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const values = rows.map((row) =>
    Object.fromEntries(named.map(({ propertyName, databaseName }) => [databaseName, written(row[propertyName])])),
  );
  await tx.query(
    `insert into ${tablePath} (${names}) select ${names} from jsonb_populate_recordset(null::${tablePath}, $1::jsonb)`,
    [JSON.stringify(values)],
  );
}

/** Bytes as PostgreSQL reads them out of a text. */
const written = (value: unknown): unknown => (Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value);

/** One new row as a statement to be sent; columns that it does not name keep their defaults. */
export function insertOf<Row extends ObjectLiteral>(
  source: DataSource,
  entity: EntityTarget<Row>,
  row: Partial<Row>,
): Statement {
  const { tablePath, columns } = source.getMetadata(entity);
  const named = columns.filter(({ isInsert, propertyName }) => isInsert && row[propertyName] !== undefined);
  const names = named.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  const values = named.map((column): unknown => source.driver.preparePersistentValue(row[column.propertyName], column));
  return {
    text: `insert into ${tablePath} (${names}) values (${named.map((_, i) => `$${i + 1}`).join(', ')})`,
    values,
  };
}
