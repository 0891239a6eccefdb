import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Statement } from './statements';

/**
 * Sets columns of one row and raises its version, as the manager's `update` does, but at once: a statement sent after this
 * call reaches PostgreSQL after it, whether or not somebody waits in between.
 */
export async function updateRow<Row extends ObjectLiteral & { id: string }>(
  tx: EntityManager,
  entity: EntityTarget<Row>,
  id: string,
  set: Partial<Row>,
): Promise<void> {
  const { text, values } = updateOf(tx.connection, entity, id, set);
  await tx.query(text, [...values]);
}

/** The same as a statement to be sent. */
export function updateOf<Row extends ObjectLiteral & { id: string }>(
  source: DataSource,
  entity: EntityTarget<Row>,
  id: string,
  set: Partial<Row>,
): Statement {
  const { tablePath, columns, versionColumn } = source.getMetadata(entity);
  const changed = columns.filter(({ isUpdate, propertyName }) => isUpdate && set[propertyName] !== undefined);
  const assigned = changed.map(({ databaseName }, i) => `"${databaseName}" = $${i + 2}`);
  if (versionColumn && !changed.includes(versionColumn))
    assigned.push(`"${versionColumn.databaseName}" = "${versionColumn.databaseName}" + 1`);
  const values = changed.map((column): unknown =>
    source.driver.preparePersistentValue(set[column.propertyName], column),
  );
  return { text: `update ${tablePath} set ${assigned.join(', ')} where "id" = $1`, values: [id, ...values] };
}
