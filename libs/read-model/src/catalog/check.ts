/** Every declaration against schema and metadata: a wrong one stops the start, with all others listed. */
import { isScalarType } from 'graphql';
import { checkField } from './check-field';
import { checkRoots } from './check-roots';
import type { Bound } from './bound';
import { placeColumn } from './bound';
import type { Catalog } from './catalog';
import { Recorder, type Recording } from './recorder';

/** What the checks of one model share. */
export interface Check {
  readonly catalog: Catalog;
  readonly bound: Bound;
  readonly recorder: Recorder;
  readonly secrets: (bound: Bound) => ReadonlySet<string>;
  /** columns the model reads, which its versions must have too */
  readonly used: Set<string>;
  report(at: string, problem: string): void;
  /** reports unless the model's entity has the column; notes that it is used */
  column(at: string, name: string): void;
  /** evaluates an expression of this model's row, reports, notes the columns used */
  expression(at: string, run: (recording: Recording) => ReturnType<Parameters<Recorder['record']>[0]>): Recording;
}

/** @throws Error that lists every problem */
export function check(catalog: Catalog): void {
  const problems = [...catalog.problems];
  const secretsOf = new Map<Bound, ReadonlySet<string>>();
  const secrets = (bound: Bound): ReadonlySet<string> => {
    let found = secretsOf.get(bound);
    if (!found) {
      secretsOf.set(bound, new Set());
      secretsOf.set(bound, (found = findSecrets(bound, recorder)));
    }
    return found;
  };
  const recorder = new Recorder(catalog, secrets);
  for (const bound of catalog.models.values()) problems.push(...checkModel(catalog, bound, recorder, secrets));
  problems.push(...checkRoots(catalog), ...checkScalars(catalog));
  if (problems.length) throw new Error(`Read models do not fit:\n- ${[...new Set(problems)].join('\n- ')}`);
}

/** The columns that a masked field's clear value is made of. */
function findSecrets(bound: Bound, recorder: Recorder): ReadonlySet<string> {
  const out = new Set<string>();
  for (const source of bound.sources.values())
    if (typeof source === 'object' && source.kind === 'masked')
      for (const name of recorder.record((r) =>
        source.clear(recorder.row(bound, r) as never, recorder.args, recorder.rows(r)),
      ).touched)
        out.add(name);
  return out;
}

function checkModel(
  catalog: Catalog,
  bound: Bound,
  recorder: Recorder,
  secrets: (bound: Bound) => ReadonlySet<string>,
): string[] {
  const problems: string[] = [];
  const used = new Set<string>(bound.keys);
  const report = (at: string, problem: string): void => void problems.push(`${bound.name}${at}: ${problem}`);
  const context: Check = {
    catalog,
    bound,
    recorder,
    secrets,
    used,
    report,
    column(at, name) {
      if (!bound.columns.has(name)) report(at, `the entity has no column ${name}; name one of its column properties`);
      used.add(name);
    },
    expression(at, run) {
      const recording = recorder.record(run);
      for (const problem of recording.problems) report(at, problem);
      for (const name of recording.touched) used.add(name);
      return recording;
    },
  };
  checkPlace(context);
  checkOrdersAndFilters(context);
  for (const name of bound.sources.keys())
    if (!bound.type.getFields()[name])
      report(`.${name}`, 'declared, but the type has no such field; remove it or add the field');
  for (const field of Object.values(bound.type.getFields())) checkField(context, field);
  checkHistory(context);
  return problems;
}

function checkPlace({ bound, catalog, report, column }: Check): void {
  const at = placeColumn(bound);
  if (at !== undefined) column('.place', at);
  if (bound.place.kind === 'itself' && bound.declaration.entity !== catalog.tree.entity)
    report('.place', "only models of the tree's entity lie at 'itself'; name the column that holds the node");
  if (bound.place.kind === 'itself') [catalog.tree.path, catalog.tree.leadsPath].forEach((c) => column('.place', c));
  const { withheld } = bound.declaration;
  if (withheld) {
    if (!bound.columns.has(withheld.when)) column('.withheld', withheld.when);
    else if (bound.columns.get(withheld.when)!.nullable) report('.withheld', 'the column must not be nullable');
    if (bound.place.kind !== 'itself' && bound.place.kind !== 'column')
      report('.withheld', 'only rows with a place of their own can be withheld');
    if (withheld.at !== undefined && !bound.columns.has(withheld.at)) column('.withheld', withheld.at);
  }
  if (bound.declaration.deleted) {
    if (!bound.columns.has(bound.declaration.deleted)) column('.deleted', bound.declaration.deleted);
    else if (!bound.columns.get(bound.declaration.deleted)!.nullable)
      report('.deleted', 'the column must be nullable: null means not deleted');
  }
  for (const other of catalog.models.values())
    if (other.declaration.entity === bound.declaration.entity) {
      if (other.declaration.deleted !== bound.declaration.deleted)
        report('.deleted', `${other.name} reads the same entity; declare the same column on both`);
      if (
        other.declaration.withheld?.when !== withheld?.when ||
        other.declaration.withheld?.unless !== withheld?.unless ||
        other.declaration.withheld?.at !== withheld?.at
      )
        report('.withheld', `${other.name} reads the same entity; withhold the same on both`);
      if (other.declaration.history?.entity !== bound.declaration.history?.entity)
        report('.history', `${other.name} reads the same entity; declare the same history on both`);
    }
}

function checkOrdersAndFilters(context: Check): void {
  const { bound, recorder, report, column, expression } = context;
  const secret = context.secrets(bound);
  for (const [name, list] of bound.orders)
    for (const by of list) {
      column(`.orders.${name}`, by.column);
      if (secret.has(by.column))
        report(`.orders.${name}`, `${by.column} is masked and would show in the order; order by another column`);
    }
  for (const [name, filter] of Object.entries(bound.declaration.filters ?? {})) {
    const recording = expression(`.filters.${name}`, (r) =>
      filter(recorder.row(bound, r), recorder.value, recorder.rows(r)),
    );
    for (const touched of recording.touched)
      if (secret.has(touched))
        report(`.filters.${name}`, `${touched} is masked and would show by searching; filter by another column`);
  }
}

function checkHistory({ bound, used, report }: Check): void {
  for (const name of bound.past ? used : [])
    if (bound.columns.has(name) && !bound.past!.columns.has(name))
      report('.history', `the versions have no column ${name}, which the model reads; add it to their entity`);
}

/** Nest's own DateTime turns text into null: the application must bring scalars that pass text. */
function checkScalars({ schema }: Catalog): string[] {
  const samples = { DateTime: '2020-02-29T01:02:03.004Z', Date: '2020-02-29' };
  return Object.entries(samples).flatMap(([name, sample]) => {
    const type = schema.getType(name);
    if (!isScalarType(type)) return [];
    try {
      if (type.serialize(sample) === sample) return [];
    } catch {
      // reported below
    }
    return [`${name}: the scalar must answer text such as ${sample} unchanged; register the application's own`];
  });
}
