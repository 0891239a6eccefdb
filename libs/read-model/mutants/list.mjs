/** Faults put into the compiler one at a time: [file, text, replacement]. Each must make a spec fail. */
export const mutants = [
  // places and sight
  [
    'area.ts',
    "if (outer.by === 'path') return inner.node.path.startsWith(outer.lo);",
    "if (outer.by === 'path') return inner.lo.startsWith(outer.lo);",
  ],
  ['area.ts', 'if (contains(subtree, led)) return led;', ''],
  ['area.ts', 'hi: `${lo.slice(0, -1)}0`', 'hi: `${lo}~`'],
  ['area.ts', "this.ranges.map((r) => (r.by === 'path' ? r : range('path', r.node, r.size)))", 'this.ranges'],
  ['compile/scope.ts', 'here.inside(run).acrossEdges()', 'here.inside(run)'],
  [
    'compile/scope.ts',
    'if (!inTree(from) || !inTree(to) || local !== placeColumn(from)) return undefined;',
    'if (!inTree(from) || !inTree(to)) return undefined;',
  ],
  ['compile/scope.ts', 'list(run)[Math.min(i, list(run).length - 1)]!', 'list(run)[0]!'],
  [
    'compile/scope.ts',
    "...this.ranges(leads, (run) => area(run).by('leads'), shape.leads),",
    "...this.ranges(path, (run) => area(run).by('leads'), shape.leads),",
  ],
  ['compile/scope.ts', "return allowed.covers(inside) ? 'all'", "return !allowed.intersect(inside).empty ? 'all'"],
  [
    'compile/scope.ts',
    'return this.lies(standing(here), (run) => run.viewer.area(permission));',
    'return this.lies(standing(here), here.inside);',
  ],
  ['compile/scope.ts', 'key(run) == null || (read !== undefined && sight(run).empty)', 'key(run) == null'],
  [
    'compile/scope.ts',
    'const past = then && this.context.past ? catalog.treePast : undefined;',
    'const past = undefined;',
  ],
  ['compile/scope.ts', '${value} >= s.lo and ${value} < s.hi', '${value} < s.hi'],
  [
    'compile/compiler.ts',
    'if (past && ask((run) => run.within !== undefined)) wheres.push(',
    'if (past && ask((run) => run.within === undefined)) wheres.push(',
  ],
  [
    'compile/fields.ts',
    'compiler.scope.visible({ ...here, bound }, here.inside)',
    '{ wheres: [], inside: here.inside }',
  ],
  [
    'reader.ts',
    'const area = within && asOf === undefined ? sight.intersect(within) : sight;',
    'const area = within && asOf === undefined ? within : sight;',
  ],
  // rows
  ['compile/context.ts', 'const base = deleted ? [trusted`${row[deleted]!} is null`] : [];', 'const base: Sql[] = [];'],
  ['compile/context.ts', 'if (deleted) base.push(', 'if (deleted && !past) base.push('],
  ['compile/context.ts', 'is null or ${day} < ${alias}.${to})', 'is null or ${day} <= ${alias}.${to})'],
  [
    'compile/context.ts',
    'if (!table.past) return join(conditions(table.row));',
    'return join(conditions(table.row as AnyRow));',
  ],
  ['compile/rows.ts', 'const wheres = [...there.base];', 'const wheres: Sql[] = [];'],
  ['compile/rows.ts', 'wheres.push(...scope.visible(', 'void (scope.visible('],
  ['compile/fields.ts', 'having true', ''],
  ['sql.ts', 'piece.trusted ? piece : trusted`(${piece})`', 'piece'],
  // pages
  ['compile/paging.ts', 'if (!past && by.some((b) => bound.unique.has(b.column))) return by;', 'return by;'],
  ['compile/paging.ts', ".map((v) => (v === null ? '1' : '0'))", ".map(() => '0')"],
  [
    'compile/paging.ts',
    "const backward = ask((run) => args(run)['last'] != null);",
    'const backward = ask(() => false) || false;',
  ],
  ['compile/paging.ts', 'page.boundedBy! + 1', 'page.boundedBy!'],
  [
    'compile/paging.ts',
    'ask((run) => filterValue(run, name) != null)',
    'context.ask((run) => (filterValue(run, name), true)) && true',
  ],
  ['cursor.ts', 'return down(c) ? trusted`${c.value} is not null` : never;', 'return never;'],
  [
    'cursor.ts',
    '? trusted`(${c.value} > ${cursor[i]!} or ${c.value} is null)`',
    '? trusted`${c.value} > ${cursor[i]!}`',
  ],
  ['compile/drive.ts', 'const late = counted ? paging.beyond(here.row) : [];', 'const late: Sql[] = [];'],
  ['compile/drive.ts', "if (how === 'both' && kind === 'leads')", "if (how === 'both' && kind === 'path')"],
  ['compile/drive.ts', 'if (area.whole || area.empty) return', 'if (area.whole) return'],
  ['compile/drive.ts', 'ordered: false', 'ordered: true'],
  ['compile/drive.ts', 'return path ? (several ?', 'return path ? (!several ?'],
  [
    'compile/pages.ts',
    'const more = trusted`(select count(*) > ${paging.limit}::int from ${page})`;',
    'const more = trusted`(select count(*) >= ${paging.limit}::int from ${page})`;',
  ],
  ['compile/pages.ts', 'order by ${orderBy(columns, last)} limit 1', 'order by ${orderBy(columns, !last)} limit 1'],
  ['compile/pages.ts', '!reached && !context.past &&', '!reached &&'],
  // plans
  [
    'compile/selection.ts',
    '? ask((run) => run.variables[value.name.value] === true)',
    '? ((ask as unknown as { run: never }), true)',
  ],
  ['plans.ts', 'const key = `${shape} ${bound.name}`;', 'const key = shape;'],
  [
    'plans.ts',
    "ask((r) => (r.info.fieldNodes.length === 1 ? '' : r.info.fieldNodes.map((n) => this.number(n)).join()));",
    '',
  ],
  [
    'compile/scope.ts',
    "`${rounded(a.by('path').length)} ${rounded(a.by('leads').length)}`",
    "`${a.by('path').length ? 1 : 0} ${a.by('leads').length ? 1 : 0}`",
  ],
  ['compile/selection.ts', 'key === nameOf(nodes) ? literal(key) : trusted`${key}::text`', 'literal(key)'],
  ['compile/json.ts', 'substr(${text}, 2, length(${text}) - 2)', 'substr(${text}, 2, length(${text}) - 1)'],
  // what proves that no condition is needed
  [
    'compile/scope.ts',
    'if (known && ask((run) => sight(run).covers(known(run)))) return { wheres: [], inside: known };',
    'if (known) return { wheres: [], inside: known };',
  ],
  [
    'compile/scope.ts',
    'inside: known ? (run) => sight(run).intersect(known(run)) : sight,',
    'inside: () => Area.nowhere,',
  ],
  ['compile/scope.ts', "if (here.past && from.place.kind !== 'itself') return undefined;", ''],
  ['compile/scope.ts', "target.past && to.place.kind !== 'itself' ? undefined : here.inside", 'here.inside'],
  [
    'compile/scope.ts',
    'foreign === this.context.catalog.tree.parent && !target.past',
    'foreign === this.context.catalog.tree.parent',
  ],
];
