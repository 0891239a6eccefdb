import { type Access, missing, type Viewer } from '@dangwu/access';
import type { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { isDay } from '@dangwu/platform/graphql';
import { globalId, localId, typeOfId } from '@dangwu/platform/ids';
import { Area } from '@dangwu/read-model';
import type { EntityManager } from 'typeorm';
import type { CountedRow, CountedRowPage } from './counted-row.type';
import { decimal, ExactSum, type ExactSums } from './decimals';
import type { Figure } from './figure';
import { FigureReach } from './figure.type';
import { figureErrors } from './figures.errors';
import type { Months } from './months';
import { placesIn } from './places-in';

/** Which rows of a figure are asked for. */
export interface RowsQuestion extends Months {
  /** global id; null: everything that may be read */
  readonly organizationId: string | null;
  readonly reach: FigureReach;
  readonly first: number;
  /** `endCursor` of the page before */
  readonly after: string | null;
}

interface Row extends Omit<CountedRow, 'title'> {
  readonly type: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

/**
 * A page of the rows that a figure is counted from, the latest first, with what all of them come to.
 *
 * @param today the day it is asked for
 * @throws FIGURE_NOT_LISTED, PERMISSION_MISSING, UNKNOWN_ID
 */
export async function countedRows(
  { database, access }: { readonly database: Database; readonly access: Access },
  viewer: Viewer,
  figure: Figure,
  question: RowsQuestion,
  today: string,
): Promise<CountedRowPage> {
  const { key, permission, records } = figure;
  if (!records) throw figureErrors.FIGURE_NOT_LISTED({ key });
  if (!viewer.holds(permission)) throw missing(permission);
  const { first, after } = question;
  const { area, own } = await placed(access, viewer, figure, question);
  const scope = { ...viewer.scope(permission), places: area.ranges };
  const from = statement(records, question, { area, own }, today);
  const { sums, rows } = await database.transaction(scope, async (tx) => ({
    sums: await total(tx, from),
    rows: await page(tx, from, after, first + 1),
  }));
  const sum = new ExactSum();
  sum.add(sums);
  const nodes = rows.slice(0, first).map(told);
  return {
    ...sum.of(figure),
    nodes,
    totalCount: sums.rows,
    pageInfo: {
      hasNextPage: rows.length > first,
      hasPreviousPage: after !== null,
      startCursor: cursorOf(nodes[0]),
      endCursor: cursorOf(nodes.at(-1)),
    },
  };
}

interface Placed {
  readonly area: Area;
  /** UUID of the only organization whose rows count */
  readonly own: string | null;
}

async function placed(access: Access, viewer: Viewer, figure: Figure, question: RowsQuestion): Promise<Placed> {
  const sight = viewer.area(figure.permission);
  const { organizationId, reach } = question;
  if (!organizationId) return { area: sight, own: null };
  const place = await access.place(null, viewer, localId('PartyOrganization', organizationId));
  const asked = reach === FigureReach.SUBTREE ? Area.subtree(place) : Area.led(place);
  return { area: sight.intersect(asked), own: reach === FigureReach.OWN ? place.id : null };
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

function statement(records: string, { from, to }: Months, { area, own }: Placed, today: string): Statement {
  const places = placesIn(area, 'organization_id', 5);
  return {
    text: `(select * from (${records}) counted
      where day between $2::date and $3::date and $1::date is not null
        and ($4::uuid is null or organization_id = $4::uuid) and ${places.text})`,
    values: [today, from, to, own, ...places.values],
  };
}

async function total(tx: EntityManager, { text, values }: Statement): Promise<ExactSums> {
  const [sums] = await tx.query<[ExactSums]>(
    `select sum(r.part)::text as part, sum(r.whole)::text as whole, count(*)::int as rows from ${text} r`,
    [...values],
  );
  return sums;
}

function page(tx: EntityManager, { text, values }: Statement, after: string | null, limit: number): Promise<Row[]> {
  const at = values.length;
  const last = after === null ? null : cursor(after);
  return tx.query<Row[]>(
    `select r.id, r.type, r.title_zh as "titleZh", r.title_en as "titleEn", r.organization_id as "organizationId",
       o.name as "organizationName", r.day::text as day, r.part::text as part, r.whole::text as whole
     from ${text} r join party_organization o on o.id = r.organization_id
     where $${at + 1}::date is null or (r.day, r.id) < ($${at + 1}::date, $${at + 2}::uuid)
     order by r.day desc, r.id desc limit $${at + 3}`,
    [...values, last?.day ?? null, last?.id ?? null, limit],
  );
}

const told = ({ id, type, titleZh, titleEn, organizationId, part, whole, ...row }: Row): CountedRow => ({
  ...row,
  id: globalId(type, id),
  title: { zh: titleZh, en: titleEn },
  organizationId: globalId('PartyOrganization', organizationId),
  part: decimal(part),
  whole: whole && decimal(whole),
});

const cursorOf = (row: CountedRow | undefined): string | null => (row ? `${row.day}.${row.id}` : null);

/** @throws MALFORMED_ID */
function cursor(text: string): { day: string; id: string } {
  const [day = '', id = ''] = text.split('.');
  const local = localId(typeOfId(id), id);
  // what no page has given
  if (!isDay(day)) throw platformErrors.MALFORMED_ID({ id: text.slice(0, 80), type: 'Node' });
  return { day, id: local };
}
