/** Rows of other models inside expressions: with their scope, soft delete and day of reading. */
import type { Class, Rows } from '../declare';
import { all, bracket, trusted, type Sql } from '../sql';
import type { Here } from './context';
import type { Compiler } from './compiler';

export function rowsFor({ context, scope }: Compiler, here: Here): Rows {
  const reach = (
    of: () => Class,
    on: ((row: never) => Sql) | undefined,
    via: string | undefined,
    value?: (row: never) => Sql,
  ): { from: Sql; value: Sql } => {
    const there = { ...context.table(context.catalog.of(of())), parent: here };
    const wheres = [...there.base];
    if (via) wheres.push(trusted`${there.row[via]!} = ${here.row[here.bound.key]!}`);
    if (on) wheres.push(on(there.row as never));
    wheres.push(...scope.visible(there, via ? scope.proven(here, here.bound.key, there, via) : undefined).wheres);
    return {
      from: trusted`from ${there.from} where ${all(wheres)}`,
      value: value ? bracket(value(there.row as never)) : trusted`true`,
    };
  };
  return {
    day: trusted`${context.day}::date`,
    exists: (of, on, via) => trusted`exists (select ${reach(of, on, via).from})`,
    count: (of, on, via) => trusted`(select count(*) ${reach(of, on, via).from})`,
    value: (of, value, on, via) => {
      const found = reach(of, on, via, value);
      return trusted`(select ${found.value} ${found.from} limit 1)`;
    },
  };
}
