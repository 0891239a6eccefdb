import type { Fault } from './fault';

/** Looks at a value and says where it is not of the shape, and what was expected there. */
type Shape = (value: unknown, path: string, wrong: (path: string, expected: string) => void) => void;

const text: Shape = (value, path, wrong) => {
  if (typeof value !== 'string') wrong(path, 'text');
};
const flag: Shape = (value, path, wrong) => {
  if (typeof value !== 'boolean') wrong(path, 'true or false');
};
const places: Shape = (value, path, wrong) => {
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > 6) wrong(path, '0 to 6');
};
const count: Shape = (value, path, wrong) => {
  if (typeof value !== 'number') wrong(path, 'number');
};
const oneOf =
  (...names: string[]): Shape =>
  (value, path, wrong) => {
    if (!names.includes(value as string)) wrong(path, names.join(' | '));
  };
const nullable =
  (shape: Shape): Shape =>
  (value, path, wrong) => {
    if (value !== null) shape(value, path, wrong);
  };
const optional =
  (shape: Shape): Shape =>
  (value, path, wrong) => {
    if (value !== undefined) shape(value, path, wrong);
  };
const list =
  (shape: Shape): Shape =>
  (value, path, wrong) => {
    if (!Array.isArray(value)) return wrong(path, 'list');
    value.forEach((item, index) => shape(item, `${path}.${index}`, wrong));
  };
const object =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value, path, wrong) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong(path, 'object');
    const given = value as Readonly<Record<string, unknown>>;
    for (const [name, shape] of Object.entries(fields)) shape(given[name], `${path}.${name}`, wrong);
    // what nobody reads would be believed to count
    for (const name of Object.keys(given))
      if (!Object.hasOwn(fields, name)) wrong(`${path}.${name}`, Object.keys(fields).join(' | '));
  };
/** One of several shapes, told apart by what stands in a field. */
const byField = (field: string, fields: Readonly<Record<string, Readonly<Record<string, Shape>>>>): Shape => {
  const shapes = new Map(Object.entries(fields).map(([name, own]) => [name, object({ [field]: text, ...own })]));
  return (value, path, wrong) => {
    const name = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[field] : undefined;
    const found = typeof name === 'string' ? shapes.get(name) : undefined;
    if (!found) return wrong(`${path}.${field}`, [...shapes.keys()].join(' | '));
    found(value, path, wrong);
  };
};

const words = object({ zh: text, en: text });
const named = { key: text, name: words };
const listed = { list: list(text) };
const conditions = optional(
  list(
    byField('on', {
      WHOLE_ZERO: { figure: text },
      TYPE_IN: listed,
      TYPE_NOT_IN: listed,
      TIER_IN: listed,
      TIER_NOT_IN: listed,
      DUTY_NONE_OF: listed,
    }),
  ),
);
const aggregation = byField('by', {
  AVERAGE: {},
  TRIMMED: { drop: count },
  ROLES: { roles: list(object({ role: text, name: words, weight: text })) },
});
const band = object({ from: nullable(text), to: nullable(text), share: text });
const mapping = byField('by', {
  LINEAR: { from: text, to: text },
  STEPPED: { bands: list(band) },
  FORMULA: { formula: text },
});
const node = { ...named, notApplicable: conditions, tags: optional(list(text)) };
const weighted = { ...node, weight: text };
const counted = { ...node, figure: nullable(text) };
const pointed = { ...counted, each: text, cap: text };

/** Deep enough for every tree that is let through; what is deeper would not end. */
const deepestRead = 12;

const nodeShape: Shape = (value, path, wrong) => {
  if (path.split('.children.').length > deepestRead) return wrong(path, `${deepestRead} levels at most`);
  kinds(value, path, wrong);
};

const kinds = byField('kind', {
  GROUP: {
    ...weighted,
    bonusRoom: optional(text),
    children: list((value, path, wrong) => nodeShape(value, path, wrong)),
  },
  METRIC: { ...weighted, figure: text, unit: oneOf('COUNT', 'PERCENT', 'HOURS'), mapping },
  RUBRIC: {
    ...weighted,
    entry: oneOf('LEVEL', 'POINTS'),
    levels: list(object({ ...named, share: text })),
    commentWhenCut: flag,
    scorers: optional(aggregation),
  },
  BALLOT: {
    ...weighted,
    groups: list(object({ ...named, weight: text })),
    options: list(object({ ...named, share: nullable(text) })),
  },
  DEDUCTION: pointed,
  BONUS: pointed,
  VETO: { ...counted, capsAt: text },
});

const rootShape: Shape = (value, path, wrong) => {
  const kind = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)['kind'] : undefined;
  if (kind !== 'GROUP') return wrong(`${path}.kind`, 'GROUP');
  nodeShape(value, path, wrong);
};

const tree = object({
  rounding: object({ scale: places, mode: oneOf('HALF_UP', 'HALF_EVEN', 'DOWN') }),
  scorers: aggregation,
  root: rootShape,
  grades: list(object({ ...named, from: nullable(text) })),
  topShare: nullable(object({ share: text, atLeastOne: flag })),
  tieBreakers: list(
    byField('by', { NODE: { key: text }, FIGURE: { figure: text, name: words, first: oneOf('HIGH', 'LOW') } }),
  ),
  equalAtLimit: oneOf('BOTH', 'NEITHER'),
});

/** Where a value that came as JSON is no scheme; nothing: it is a SchemeTree, whose content may still be wrong. */
export function shapeFaults(value: unknown): Fault[] {
  const faults: Fault[] = [];
  tree(value, 'scheme', (path, expected) => faults.push({ code: 'SHAPE_WRONG', path, params: { expected } }));
  return faults;
}
