/** One field of a model against its source. */
import { getNamedType, isAbstractType, isNonNullType, isObjectType } from 'graphql';
import type { AnySource, Row } from '../declare';
import type { Bound } from './bound';
import { placeColumn } from './bound';
import type { Field } from './catalog';
import type { Check } from './check';
import { checkConnection } from './check-roots';

type Of<K extends string> = Extract<AnySource, { kind: K }>;
type AnyCheck = Check & { readonly at: string; readonly field: Field };

export function checkField(check: Check, field: Field): void {
  const { bound, report } = check;
  const at = `.${field.name}`;
  const source = bound.sources.get(field.name);
  if (!source)
    return report(at, 'neither declared nor a column or relation of the entity; declare where it comes from');
  const context: AnyCheck = { ...check, at, field };
  if (typeof source === 'function') return checkExpression(context, source);
  switch (source.kind) {
    case 'column':
    case 'reference':
      return checkColumn(context, source.column);
    case 'masked':
      return checkMasked(context, source);
    case 'one':
      return checkOne(context, source);
    case 'many':
    case 'related':
      return checkMany(context, source);
    case 'count':
    case 'aggregate':
      return checkFigures(context, source);
    case 'sameRow':
      return checkSameRow(context);
    case 'oneOf':
      return checkOneOf(context, source);
    case 'after':
      for (const name of source.needs) {
        check.column(at, name);
        if (check.secrets(bound).has(name)) report(at, `${name} is masked; use the masked field's \`reveal\``);
      }
  }
}

function checkExpression({ at, bound, recorder, secrets, report, expression }: AnyCheck, source: AnySource): void {
  if (typeof source !== 'function') return;
  const recording = expression(at, (r) => source(recorder.row(bound, r) as never, recorder.args, recorder.rows(r)));
  for (const name of recording.touched)
    if (secrets(bound).has(name))
      report(at, `it reads ${name}, which is masked elsewhere; declare this field masked too`);
}

function checkColumn({ at, bound, field, secrets, report, column }: AnyCheck, name: string): void {
  column(at, name);
  if (isNonNullType(field.type) && bound.columns.get(name)?.nullable)
    report(at, `the column ${name} may be null, the field may not; make the field nullable`);
  if (secrets(bound).has(name))
    report(at, `it shows ${name}, which is masked elsewhere; declare this field masked too`);
}

function checkMasked({ at, bound, field, recorder, report, expression }: AnyCheck, source: Of<'masked'>): void {
  for (const part of [source.clear, source.mask])
    expression(at, (r) => part(recorder.row(bound, r) as never, recorder.args, recorder.rows(r)));
  if (isNonNullType(field.type) && bound.columns.get(field.name)?.nullable)
    report(at, 'the column may be null, the field may not; make the field nullable');
}

function modelBehind({ at, catalog, field, report }: AnyCheck): Bound | undefined {
  const { name } = catalog.targetOf(field);
  const model = catalog.models.get(name);
  if (isAbstractType(catalog.schema.getType(name))) report(at, `${name} is a union or interface; use oneOf`);
  else if (!model) report(at, `there is no read model of ${name}; give it to the Reader`);
  return model;
}

function checkOne(context: AnyCheck, source: Of<'one'>): void {
  const { at, bound, field, report, column } = context;
  column(at, source.local);
  const target = modelBehind(context);
  if (!target) return;
  if (target.place.kind === 'parent')
    report(at, `${target.name} has its place by its parent and cannot be reached by its key; use many from the parent`);
  const always =
    target.place.kind === 'itself' &&
    source.local === placeColumn(bound) &&
    ['itself', 'column'].includes(bound.place.kind) &&
    target.declaration.read === bound.declaration.read &&
    !target.declaration.deleted &&
    !target.past &&
    !bound.past &&
    !bound.columns.get(source.local)?.nullable;
  if (isNonNullType(field.type) && !always)
    report(at, "it may be absent, deleted, or out of the viewer's sight; make the field nullable");
}

function checkMany(context: AnyCheck, source: Of<'many'> | Of<'related'>): void {
  const { at, bound, catalog, field, recorder, report, secrets, expression } = context;
  const target = modelBehind(context);
  if (!target) return;
  const { list, connection } = catalog.targetOf(field);
  if (source.kind === 'many') {
    checkForeign(context, target, source.foreign);
    if (!list && !connection) report(at, 'many answers a list or a connection; use one or related for a single object');
  } else {
    if (target.place.kind === 'parent') report(at, `${target.name} has its place by its parent; use many`);
    const other = { touched: new Set<string>(), problems: [] as string[] };
    const self = expression(at, (r) => {
      const condition = source.on(recorder.row(target, other) as Row<never>, recorder.row(bound, r), recorder.rows(r));
      r.problems.push(...other.problems);
      return condition;
    });
    for (const [model, touched] of [
      [bound, self.touched],
      [target, other.touched],
    ] as const)
      for (const name of touched)
        if (secrets(model).has(name)) report(at, `its condition touches ${model.name}.${name}, which is masked`);
    if (!list && !connection && isNonNullType(field.type))
      report(at, 'there may be no such row; make the field nullable');
  }
  if (!target.orders.size) report(at, `${target.name} declares no order; declare one`);
  else if (source.order && !target.orders.has(source.order))
    report(at, `${target.name} has no order ${source.order}; name one of ${[...target.orders.keys()].join(', ')}`);
  if (connection) for (const problem of checkConnection(catalog, connection)) report(at, problem);
  const paged = field.args.some((a) => a.name === 'first' || a.name === 'last');
  if (connection && !paged) report(at, 'a connection needs the arguments first and last; add them');
  if (list && !paged && !(source.boundedBy ?? target.declaration.boundedBy))
    report(at, 'a list without first and last must be bounded by nature; declare boundedBy, or answer a connection');
}

function checkForeign({ at, bound, report, secrets }: AnyCheck, target: Bound, foreign: string): void {
  if (!target.columns.has(foreign))
    report(at, `${target.name} has no column ${foreign}; name the one that points here`);
  else if (target.past && !target.past.columns.has(foreign))
    report(at, `the versions of ${target.name} have no column ${foreign}; add it to their entity`);
  if (secrets(target).has(foreign)) report(at, `${target.name}.${foreign} is masked`);
  if (bound.keys.length > 1) report(at, 'the entity has a key of several columns, to which nothing can point');
}

function checkFigures(context: AnyCheck, source: Of<'count'> | Of<'aggregate'>): void {
  const { at, catalog, field, recorder, report, secrets } = context;
  const target = catalog.find(source.of());
  if (!target) return report(at, `there is no read model of ${source.of().name}; give it to the Reader`);
  checkForeign(context, target, source.foreign);
  const evaluate = (where: string, expression: NonNullable<Of<'count'>['where']>): void => {
    const recording = recorder.record((r) =>
      expression(recorder.row(target, r) as never, recorder.args, recorder.rows(r)),
    );
    for (const problem of recording.problems) report(where, problem);
    for (const name of recording.touched)
      if (secrets(target).has(name)) report(where, `it reads ${target.name}.${name}, which is masked`);
  };
  if (source.kind === 'count') return source.where && evaluate(at, source.where);
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return report(at, 'an aggregate answers an object type with one field for each figure');
  catalog.shapes.add(type);
  for (const name of Object.keys(type.getFields()))
    if (!source.fields[name]) report(`${at}.${name}`, 'the aggregate does not declare this figure; declare it');
  for (const [name, figure] of Object.entries(source.fields)) {
    if (!type.getFields()[name]) report(`${at}.${name}`, 'declared, but the type has no such field');
    evaluate(`${at}.${name}`, figure);
  }
}

function checkSameRow(context: AnyCheck): void {
  const { at, bound, field, report } = context;
  const target = modelBehind(context);
  if (!target) return;
  if (target.declaration.entity !== bound.declaration.entity || target.place.kind !== bound.place.kind)
    report(at, `${target.name} must be read from the same entity with the same place`);
  if (isNonNullType(field.type) && target.declaration.read !== bound.declaration.read)
    report(at, "its permission is another, so it may be out of the viewer's sight; make the field nullable");
}

function checkOneOf({ at, catalog, field, report, column }: AnyCheck, source: Of<'oneOf'>): void {
  const type = getNamedType(field.type);
  if (!isAbstractType(type)) report(at, 'oneOf answers a union or an interface');
  if (isNonNullType(field.type)) report(at, "it may be absent or out of the viewer's sight; make the field nullable");
  for (const [name, local] of Object.entries(source.columns)) {
    column(at, local);
    const target = catalog.models.get(name);
    if (!target) report(at, `there is no read model of ${name}; give it to the Reader`);
    else if (target.place.kind === 'parent') report(at, `${name} has its place by its parent and cannot be reached`);
    else if (isAbstractType(type) && !catalog.schema.isSubType(type, target.type))
      report(at, `${name} is no ${type.name}; add it to the union or let it implement the interface`);
  }
}
