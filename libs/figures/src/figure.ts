import type { LocalText } from '@dangwu/platform/graphql';
import type { Permission } from '@dangwu/access';
import { type Figure as ToldFigure, FigureUnit } from './figure.type';

/** One thing that reports, mails and assessments count, with the only way there is to count it. */
export interface Figure {
  readonly key: string;
  readonly name: LocalText;
  /** what is counted, what is left out, and what it is divided by */
  readonly definition: LocalText;
  readonly unit: FigureUnit;
  /** the rows it is counted from, as the API names them */
  readonly source: string;
  /** who may read those rows may read the figure, for the same part of the tree */
  readonly permission: Permission;
  /**
   * SQL of rows `organization_id, day date, part numeric, whole numeric`. A figure is the sum of its parts, divided by
   * the sum of its wholes where these are not null: the rate of a subtree is not the average of rates. $1 is the day on
   * which it is asked for; days outside $2 to $3 need not be given. What `records` gives when left out.
   */
  readonly rows: string;
  /**
   * SQL of what `rows` sums, one by one: `id, type, title_zh, title_en, organization_id, day, part, whole`, where `type` is
   * that of the id, such as Activity. The parameters are those of `rows`. Without it, the figure cannot be followed down.
   */
  readonly records?: string;
  /**
   * What it counts stands on a day, or is divided by what does: of several months it is told as on the last day, or today
   * before that, and a month of its trend is asked for by itself.
   */
  readonly standing?: true;
  /** a rate that is no percentage: without rows there is nothing to divide by */
  readonly ratio?: true;
  /**
   * SQL of the organizations, `id`, whose rows may have changed: $1 is the association, $2 the horizon of synchronization
   * since when. An `id` of null: those of all. With it, breakdowns are remembered.
   */
  readonly changed?: string;
  /**
   * SQL of what `rows` sums to by organization, `organization_id, path, part, whole`, where that can be asked for without
   * looking at each row: between the days $1 and $2, of only the organizations $3 or, for null, of all that the transaction
   * reaches.
   */
  readonly sums?: string;
}

type Counted = Pick<Figure, 'rows'> | Required<Pick<Figure, 'records'>>;
type Definition = Omit<Figure, 'key' | 'rows'> & Counted;

/** What is summed of records. */
const summed = (records: string | undefined): string =>
  `select organization_id, day, part, whole from (${records}) records`;

const registered = new Map<string, Figure>();

/**
 * Adds figures to the register, under the keys that reports and schemes of assessment name them by.
 *
 * @param definitions by key, `area.what`; a key never changes its meaning
 */
export function defineFigures(definitions: Readonly<Record<string, Definition>>): void {
  for (const [key, definition] of Object.entries(definitions)) {
    if (registered.has(key)) throw new Error(`The figure ${key} is defined twice`);
    registered.set(key, { key, rows: summed(definition.records), ...definition });
  }
}

/** All figures, in the order in which they were defined. */
export function figureRegister(): readonly Figure[] {
  return [...registered.values()];
}

export function figureOf(key: string): Figure | undefined {
  return registered.get(key);
}

/** Whether a figure has a whole that it is divided by. */
export const isRate = ({ unit, ratio }: Pick<Figure, 'unit' | 'ratio'>): boolean =>
  unit === FigureUnit.PERCENT || ratio === true;

/** An entry of the register as it is told. */
export const toldFigure = (figure: Figure): ToldFigure => ({
  ...{ key: figure.key, name: figure.name, definition: figure.definition, unit: figure.unit, source: figure.source },
  rate: isRate(figure),
  listed: figure.records !== undefined,
});
