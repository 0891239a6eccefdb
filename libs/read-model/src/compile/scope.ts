/** The conditions of sight: which rows a viewer may see, and when no condition is needed. */
import { Area } from '../area';
import type { Bound } from '../catalog/bound';
import { placeColumn } from '../catalog/bound';
import type { AreaOf, Run } from '../run';
import { any, identifier, never, nothing, Param, trusted, type Sql } from '../sql';
import type { Context, Here, Table } from './context';

/** ranges beyond so many are unnested from one array instead of written out */
const WRITTEN_OUT = 8;
const MANY = 99;

/** How many ranges of each kind, rounded up: all that a plan may know of an area. */
type Shape = 'whole' | 'empty' | { readonly path: number; readonly leads: number };

export interface Visible {
  readonly wheres: readonly Sql[];
  readonly inside: AreaOf;
}

/** The row whose place decides. */
export const standing = (here: Here): Here => (here.bound.place.kind === 'parent' ? standing(here.parent!) : here);
const inTree = ({ place }: Bound): boolean => place.kind === 'itself' || place.kind === 'column';

export class Scope {
  constructor(private readonly context: Context) {}

  /** Whether the viewer holds the permission at the rows' places: at all of them, at none, or it depends. */
  may(here: Here, permission: string): 'all' | 'none' | 'some' {
    const { ask } = this.context;
    if (!inTree(standing(here).bound)) return ask((run) => (run.viewer.area(permission).empty ? 'none' : 'all'));
    return ask((run) => {
      const allowed = run.viewer.area(permission);
      const inside = here.inside(run);
      return allowed.covers(inside) ? 'all' : allowed.intersect(inside).empty ? 'none' : 'some';
    });
  }

  /** what is withheld from readers is shown where the viewer holds the permission for it */
  shown(table: Table): Sql[] {
    const { withheld } = table.bound.declaration;
    if (!withheld) return [];
    const there = this.lies(table, (run) => run.viewer.area(withheld.unless), withheld.at);
    if (there.length === 0) return [];
    const forAll = this.context.present(table, (now) => [trusted`not ${now[withheld.when]!}`]);
    return [any([forAll, ...there])];
  }

  /** the row's place lies where the viewer holds the permission */
  holds(here: Here, permission: string): Sql[] {
    return this.lies(standing(here), (run) => run.viewer.area(permission));
  }

  /**
   * The condition of sight for rows that were reached somehow: none where they are known to lie in the viewer's area.
   * @param known where they lie, if the columns that join them prove it
   */
  visible(there: Table & { readonly parent?: Here }, known: AreaOf | undefined): Visible {
    const { place, declaration } = there.bound;
    const { ask } = this.context;
    const { read } = declaration;
    const sight: AreaOf = (run) => run.viewer.area(read!);
    if (place.kind === 'own' || place.kind === 'association') {
      const overseen = place.kind === 'own' ? place.overseen : undefined;
      const oversees = overseen && ask((run) => !run.viewer.area(overseen.permission).empty) ? overseen : undefined;
      const all = place.kind === 'association' || oversees;
      const column = oversees?.column ?? place.column;
      const key = (run: Run): unknown => (all ? run.viewer.associationId : run.viewer.key);
      const nobody = ask((run) => key(run) == null || (read !== undefined && sight(run).empty));
      const mine = this.context.present(there, (now) => [trusted`${now[column]!} = ${new Param(key)}`]);
      return { wheres: [nobody ? never : mine], inside: everywhere };
    }
    const here: Here = { ...there, inside: known ?? everywhere };
    if (!inTree(standing(here).bound))
      return { wheres: ask((run) => sight(run).empty) ? [never] : [], inside: everywhere };
    if (known && ask((run) => sight(run).covers(known(run)))) return { wheres: [], inside: known };
    return {
      wheres: this.lies(standing(here), sight),
      inside: known ? (run) => sight(run).intersect(known(run)) : sight,
    };
  }

  /**
   * Where the target's rows lie, when the column that joins them proves it: the same place, or below it. A version of
   * the past proves nothing by its columns, as sight is judged by the present place.
   */
  proven(here: Here, local: string, target: Table, foreign: string): AreaOf | undefined {
    const from = here.bound;
    const to = target.bound;
    if (to.place.kind === 'parent') return here.inside;
    if (!inTree(from) || !inTree(to) || local !== placeColumn(from)) return undefined;
    if (here.past && from.place.kind !== 'itself') return undefined;
    if (foreign === placeColumn(to)) return target.past && to.place.kind !== 'itself' ? undefined : here.inside;
    // a child lies below, though perhaps across a GUIDES edge
    const child = to.place.kind === 'itself' && foreign === this.context.catalog.tree.parent && !target.past;
    return child ? (run) => here.inside(run).acrossEdges() : undefined;
  }

  /** the row's place, as it is today, lies in the area. @param column names another node than that of the row's place */
  lies(at: Table, area: AreaOf, column?: string): Sql[] {
    const shape = this.shape(area);
    if (shape === 'whole') return [];
    if (shape === 'empty') return [never];
    const { catalog } = this.context;
    if (at.bound.place.kind === 'itself' && !column)
      return [
        this.context.present(at, (now) => [
          this.within(now[catalog.tree.path]!, now[catalog.tree.leadsPath]!, area, shape),
        ]),
      ];
    const node = column ?? placeColumn(at.bound)!;
    return [this.context.present(at, (now) => [this.nodeLies(now[node]!, area, shape, false)])];
  }

  /** the row's place lies in the area asked for, as the tree was on the day asked for */
  lay(at: Table, area: AreaOf): Sql[] {
    const shape = this.shape(area);
    if (shape === 'whole') return [];
    if (shape === 'empty') return [never];
    const { tree } = this.context.catalog;
    if (at.bound.place.kind === 'itself')
      return [this.within(at.row[tree.path]!, at.row[tree.leadsPath]!, area, shape)];
    return [this.nodeLies(at.row[placeColumn(at.bound)!]!, area, shape, true)];
  }

  private nodeLies(node: Sql, area: AreaOf, shape: Exclude<Shape, string>, then: boolean): Sql {
    const { catalog } = this.context;
    const alias = this.context.alias('o');
    const past = then && this.context.past ? catalog.treePast : undefined;
    const { from, key, row } = catalog.treeAs(alias, past);
    const inside = this.within(row[catalog.tree.path]!, row[catalog.tree.leadsPath]!, area, shape);
    const valid = past ? trusted` and ${this.context.valid(identifier(alias), past.from, past.to)} limit 1` : nothing;
    // a scalar subquery, not exists: the planner must probe it row by row and never turn it into a join
    return trusted`(select true from ${from} ${identifier(alias)} where ${key} = ${node} and ${inside}${valid})`;
  }

  private shape(area: AreaOf): Shape {
    const answer = this.context.ask((run) => {
      const a = area(run);
      return a.whole ? 'whole' : a.empty ? 'empty' : `${rounded(a.by('path').length)} ${rounded(a.by('leads').length)}`;
    });
    if (answer === 'whole' || answer === 'empty') return answer;
    const [path, leads] = answer.split(' ').map(Number);
    return { path: path!, leads: leads! };
  }

  /** the two paths of a node lie in the area */
  private within(path: Sql, leads: Sql, area: AreaOf, shape: Exclude<Shape, string>): Sql {
    return any([
      ...this.ranges(path, (run) => area(run).by('path'), shape.path),
      ...this.ranges(leads, (run) => area(run).by('leads'), shape.leads),
    ]);
  }

  private ranges(value: Sql, list: (run: Run) => ReturnType<Area['by']>, shape: number): Sql[] {
    if (shape === MANY) {
      const { lows, highs } = bounds(list);
      return [
        trusted`exists (select from unnest(${lows}::text[], ${highs}::text[]) s(lo, hi) where ${value} >= s.lo and ${value} < s.hi)`,
      ];
    }
    // fewer ranges than written out: the last one is repeated
    const at = (run: Run, i: number): ReturnType<Area['by']>[number] => list(run)[Math.min(i, list(run).length - 1)]!;
    return Array.from({ length: shape }, (_, i) => {
      const lo = new Param((run) => at(run, i).lo);
      const hi = new Param((run) => at(run, i).hi);
      return trusted`(${value} >= ${lo} and ${value} < ${hi})`;
    });
  }

  /** for driving: the ranges of one kind as a table with columns lo and hi */
  rangeTable(area: AreaOf, kind: 'path' | 'leads', alias: 's' | 'u'): Sql {
    const { lows, highs } = bounds((run) => area(run).by(kind));
    return trusted`unnest(${lows}::text[], ${highs}::text[]) ${identifier(alias)}(lo, hi)`;
  }
}

const everywhere: AreaOf = () => Area.everywhere;

const rounded = (n: number): number => (n === 0 ? 0 : n > WRITTEN_OUT ? MANY : 2 ** Math.ceil(Math.log2(n)));
const bounds = (list: (run: Run) => ReturnType<Area['by']>): { lows: Param; highs: Param } => ({
  lows: new Param((run) => list(run).map((r) => r.lo)),
  highs: new Param((run) => list(run).map((r) => r.hi)),
});
