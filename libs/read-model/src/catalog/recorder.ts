/** Runs declared expressions at boot with rows that write down which columns they touch. */
import { Param, forbiddenText, nothing, trusted, type Sql } from '../sql';
import type { Bound } from './bound';
import type { Catalog } from './catalog';
import type { Class, Rows } from '../declare';

/** What expressions of a declaration did wrong or touched. */
export interface Recording {
  readonly touched: Set<string>;
  readonly problems: string[];
}

export class Recorder {
  constructor(
    private readonly catalog: Catalog,
    /** columns that a mask hides, by model */
    private readonly secrets: (bound: Bound) => ReadonlySet<string>,
  ) {}

  /** a row whose columns are written down */
  row(bound: Bound, recording: Recording): Readonly<Record<string, Sql>> {
    return new Proxy({} as Record<string, Sql>, {
      get: (_, name) => {
        if (typeof name === 'symbol') return undefined;
        if (!bound.columns.has(name)) {
          recording.problems.push(`${bound.name}'s entity has no column ${name}; use one of its column properties`);
          return nothing;
        }
        recording.touched.add(name);
        return nothing;
      },
    });
  }

  readonly args = new Proxy({} as Record<string, Param>, { get: () => new Param(() => null) });
  readonly value = new Param(() => null);

  rows(recording: Recording): Rows {
    const visit = (of: () => Class, pieces: readonly (((row: never) => Sql) | undefined)[], via?: string): Sql => {
      const target = this.catalog.find(of());
      if (!target) {
        recording.problems.push(`there is no read model of ${of().name}; give it to the Reader`);
        return trusted`null`;
      }
      const there: Recording = { touched: new Set(), problems: recording.problems };
      const found = pieces.flatMap((piece) => (piece ? [piece(this.row(target, there) as never)] : []));
      if (via && !target.columns.has(via))
        recording.problems.push(`${target.name} has no column ${via} to reach it by`);
      if (target.place.kind === 'parent' && !via)
        recording.problems.push(`${target.name} has its place by its parent: name the column that points to this row`);
      for (const name of there.touched)
        if (this.secrets(target).has(name))
          recording.problems.push(`${target.name}.${name} is masked and must not be read from elsewhere`);
      return trusted`(${found.length ? found[0]! : trusted`true`}, ${found[1] ?? trusted`true`})`;
    };
    return {
      day: nothing,
      exists: (of, on, via) => visit(of, [on], via),
      count: (of, on, via) => visit(of, [on], via),
      value: (of, value, on, via) => visit(of, [value, on], via),
    };
  }

  /** Evaluates once; what it threw and what its text must not contain become problems. */
  record(run: (recording: Recording) => Sql): Recording {
    const recording: Recording = { touched: new Set(), problems: [] };
    try {
      const word = forbiddenText(run(recording));
      if (word)
        recording.problems.push(
          `its text contains "${word}"; reach other rows by rows.exists, rows.count, rows.value, one, many or related, ` +
            'and write date_part, substr, btrim for extract, substring, trim',
        );
    } catch (e) {
      recording.problems.push(`it cannot be evaluated: ${(e as Error).message}`);
    }
    return recording;
  }
}
