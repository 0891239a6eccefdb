/** What all parts of one compilation share: names of aliases, the questions, tables with what always holds of them. */
import type { GraphQLResolveInfo } from 'graphql';
import type { Bound, AnyRow } from '../catalog/bound';
import { rowOf } from '../catalog/bound';
import type { Catalog } from '../catalog/catalog';
import type { Ask } from '../plan-tree';
import type { AreaOf } from '../run';
import { identifier, Param, trusted, type Sql } from '../sql';
import { TextNotes } from '../text';

export interface Limits {
  /** largest first or last */
  readonly page: number;
  /** totals stop one above */
  readonly total: number;
}

/** A table in a from clause. */
export interface Table {
  readonly bound: Bound;
  readonly alias: Sql;
  readonly from: Sql;
  readonly row: AnyRow;
  /** what holds of every row read: not deleted, valid on the day asked for */
  readonly base: readonly Sql[];
  /** its rows are versions of the past */
  readonly past: boolean;
}

/** A table, and what is known about where its rows lie. */
export interface Here extends Table {
  readonly inside: AreaOf;
  /** the row it was reached through, for models with `place: 'parent'` */
  readonly parent?: Here;
}

export class Context {
  private names = 0;
  /** whether this read is of a day in the past */
  readonly past: boolean;
  /** the day asked for, else today */
  readonly day = new Param((run) => run.day);
  /** what the answer must be looked at for, where it is passed on as text; null when objects are wanted */
  readonly text: TextNotes | null;

  /** what keeps rows from some of their readers, see `Scope.shown` */
  shown: (table: Table) => readonly Sql[] = () => [];

  constructor(
    readonly catalog: Catalog,
    readonly ask: Ask,
    readonly fragments: GraphQLResolveInfo['fragments'],
    readonly limits: Limits,
  ) {
    this.past = ask((run) => run.asOf !== undefined);
    this.text = ask((run) => run.text) ? new TextNotes() : null;
  }

  alias(prefix: string): string {
    return `${prefix}${++this.names}`;
  }

  /** The rows of a model: the only place where a model's table is named for reading. */
  table(bound: Bound): Table {
    const name = this.alias('t');
    const alias = identifier(name);
    const { deleted } = bound.declaration;
    const past = this.past ? bound.past : undefined;
    if (!past) {
      const row = rowOf(bound.columns, name);
      const base = deleted ? [trusted`${row[deleted]!} is null`] : [];
      const table = { bound, alias, from: trusted`${bound.table} ${alias}`, row, base, past: false };
      return { ...table, base: [...base, ...this.shown(table)] };
    }
    const table = { bound, alias, from: trusted`${past.table} ${alias}`, row: rowOf(past.columns, name), past: true };
    const base = [this.valid(alias, past.from, past.to)];
    // deleted today is deleted for every day
    if (deleted) base.push(this.present({ ...table, base: [] }, (now) => [trusted`${now[deleted]!} is null`]));
    return { ...table, base: [...base, ...this.shown({ ...table, base: [] })] };
  }

  /** a version's days: from <= day < to */
  valid(alias: Sql, from: Sql, to: Sql): Sql {
    const day = trusted`${this.day}::date`;
    return trusted`${alias}.${from} <= ${day} and (${alias}.${to} is null or ${day} < ${alias}.${to})`;
  }

  /** a condition on the row as it is today, whichever version is read */
  present(table: Table, conditions: (now: AnyRow) => readonly Sql[]): Sql {
    const join = (list: readonly Sql[]): Sql => list.reduce((a, b) => trusted`${a} and ${b}`);
    if (!table.past) return join(conditions(table.row));
    const name = this.alias('n');
    const now = rowOf(table.bound.columns, name);
    const same = table.bound.keys.map((key) => trusted`${now[key]!} = ${table.row[key]!}`);
    return trusted`(select true from ${table.bound.table} ${identifier(name)} where ${join([...same, ...conditions(now)])})`;
  }
}
