import { Access, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope, together } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { figureOf, figureRegister, toldFigure, type Figure } from './figure';
import { FigureUnit, type FigureMonth, type FigureShare, type FigureValue } from './figure.type';
import { countedRows, type RowsQuestion } from './counted-rows';
import type { CountedRowPage } from './counted-row.type';
import { figureErrors } from './figures.errors';
import { checkMonths, eachMonth, type Months } from './months';
import {
  valuesOfOrganizations,
  type FigureReader,
  type OrganizationsQuestion,
  type OrganizationValue,
} from './organization-values';
import { placesIn } from './places-in';
import { confirm, Memory } from './remembered';
import { RememberedShares, type OwnShare } from './remembered-shares';

/** Of what a figure is asked for: whole months, of the whole tree or of a part of it. */
export interface FigureQuestion extends Months {
  /** global id of the organization at the head of the part */
  readonly within: string | null;
}

interface Sums {
  readonly part: number;
  readonly whole: number | null;
}

/** The organization asked about. */
interface Head {
  readonly id: string;
  readonly path: string;
}

interface ShareRow extends Sums, Omit<FigureShare, 'value' | 'organizationId' | keyof Sums> {
  readonly id: string;
  readonly path: string;
  readonly dissolved: boolean;
}

const sums = 'coalesce(sum(r.part), 0)::float8 as part, sum(r.whole)::float8 as whole';
/** The rows of a figure between the days, which may be given by the year, of the organizations asked for. */
const rowsOf = (figure: Figure, places: string): string =>
  `(select * from (${figure.rows}) counted
    where day between $2::date and $3::date and $1::date is not null and ${places})`;
/** A statement about the rows of a figure. */
type Statement = (rows: string) => string;

/**
 * Counts figures of the register for whoever asks. Row-level security narrows every statement to what the viewer may read
 * and, of that, to the part of the tree asked for.
 */
@Injectable()
export class Figures {
  private readonly memory = new Memory<OwnShare, RememberedShares>();

  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** @param keys of figures, or null for all that the viewer may read somewhere */
  async values(viewer: Viewer, question: FigureQuestion, keys: readonly string[] | null): Promise<FigureValue[]> {
    const figures = keys ? keys.map(known) : figureRegister();
    const readable = figures.filter(({ permission }) => !viewer.area(permission).empty);
    const found = new Map<Figure, Sums>();
    for (const permission of new Set(readable.map((figure) => figure.permission))) {
      const same = readable.filter((figure) => figure.permission === permission);
      const rows = await this.ask<Sums>(viewer, same, question, (of) => `select ${sums} from ${of} r`);
      same.forEach((figure, i) => found.set(figure, rows[i]![0]!));
    }
    return readable.map((figure) => ({ figure: toldFigure(figure), ...counted(figure, found.get(figure)!) }));
  }

  /**
   * Figures for many organizations, each by itself, as exact decimals; as things stand now, whatever the months. Organizations
   * that the reader may not read have none.
   */
  async ofOrganizations(
    reader: FigureReader,
    { keys, ...question }: OrganizationsQuestion,
  ): Promise<OrganizationValue[]> {
    checkMonths(question);
    return valuesOfOrganizations(this.database, reader, keys.map(known), question, this.clock.today());
  }

  /** The rows that a figure is counted from, a page of them. */
  async rowsOf(viewer: Viewer, key: string, question: RowsQuestion): Promise<CountedRowPage> {
    checkMonths(question);
    const { database, access } = this;
    return countedRows({ database, access }, viewer, known(key), question, this.clock.today());
  }

  private async value(viewer: Viewer, figure: Figure, question: FigureQuestion) {
    const [rows] = await this.ask<Sums>(viewer, [figure], question, (of) => `select ${sums} from ${of} r`);
    return counted(figure, rows![0]!);
  }

  private async standing(viewer: Viewer, question: FigureQuestion, figure: Figure): Promise<FigureMonth[]> {
    checkMonths(question);
    const found: FigureMonth[] = [];
    for (const month of eachMonth(question))
      found.push({ month: month.from, ...(await this.value(viewer, figure, { ...question, ...month })) });
    return found;
  }

  /** The figure month by month; months without rows have 0, a rate has no value then. */
  async trend(viewer: Viewer, question: FigureQuestion, key: string): Promise<FigureMonth[]> {
    const figure = known(key);
    if (figure.standing) return this.standing(viewer, question, figure);
    const [rows = []] = await this.ask<Sums & { month: string }>(
      viewer,
      [figure],
      question,
      (of) => `select m::date::text as month, ${sums}
       from generate_series($2::date::timestamp, $3::date::timestamp, interval '1 month') m
       left join ${of} r on r.day >= m and r.day < m + interval '1 month'
       group by m order by m`,
    );
    return rows.map(({ month, ...row }) => ({ month, ...counted(figure, row) }));
  }

  /**
   * The figure of each organization directly below, with everything below that, in the order of the tree; the organization
   * asked about stands first, by itself alone. Their parts add up to the figure.
   */
  async breakdown(viewer: Viewer, question: FigureQuestion, key: string): Promise<FigureShare[]> {
    const figure = known(key);
    const head = await this.head(viewer, question.within);
    if (!head) return [];
    const rows = await this.shares(viewer, figure, question, head);
    return rows.map(({ id, name, code, own, hasChildren, part, whole }) => ({
      organizationId: globalId('PartyOrganization', id),
      name,
      code,
      own,
      hasChildren,
      ...counted(figure, { part, whole }),
    }));
  }

  private async shares(viewer: Viewer, figure: Figure, question: FigureQuestion, head: Head): Promise<ShareRow[]> {
    const { area, scope, values } = await this.asked(viewer, figure, question);
    const { association } = scope;
    const key = JSON.stringify([
      association,
      figure.key,
      area.ranges.map(({ by, lo, hi }) => [by, lo, hi]),
      values,
      head,
    ]);
    return this.database.transaction(scope, async (tx) => {
      const own: OwnQuestion = { figure, area, values, head };
      const count = (of: readonly string[] | null): Promise<OwnShare[]> => ownShares(tx, own, of);
      const summed = (): Promise<OwnShare[]> => sharesByHead(tx, own);
      const proof = viewer.proof?.();
      const { changed } = figure;
      const remembered = changed
        ? this.memory.current(tx, { key, association, proof, changed, count, summed, keep })
        : confirm(tx, proof).then(async () => keep('', '', await summed(), false));
      // sent with the look for what has changed
      const [{ byHead }, places] = await together([remembered, below(tx, head)]);
      const rows = places.filter(({ dissolved, path }) => !dissolved || byHead.has(path));
      return rows.map((row) => ({ ...row, ...(byHead.get(row.path) ?? { part: 0, whole: null }) }));
    });
  }

  /** The organization asked about; of a question about everything, the root of the tree. */
  private async head(viewer: Viewer, within: string | null): Promise<Head | undefined> {
    if (within) {
      const { id, path } = await this.access.place(null, viewer, localId('PartyOrganization', within));
      return { id, path };
    }
    const [root] = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      tx.query<{ id: string; path: string }[]>(
        `select id, path from party_organization where association_id = $1 and parent_id is null and deleted_at is null`,
        [viewer.association.id],
      ),
    );
    return root;
  }

  /** A statement about each of the figures, which are of one permission, in one transaction. */
  private async ask<Row>(
    viewer: Viewer,
    figures: readonly Figure[],
    question: FigureQuestion,
    statement: Statement,
  ): Promise<Row[][]> {
    const { area, scope, values } = await this.asked(viewer, figures[0]!, question);
    const places = placesIn(area, 'organization_id', values.length + 1);
    return this.database.transaction(scope, (tx: EntityManager) =>
      together(
        figures.map((figure) => tx.query<Row[]>(statement(rowsOf(figure, places.text)), [...values, ...places.values])),
      ),
    );
  }

  /** Where, and by which day and months, it is counted. @throws FIGURE_MONTHS, FIGURE_SPAN */
  private async asked(viewer: Viewer, figure: Figure, { from, to, within }: FigureQuestion) {
    checkMonths({ from, to });
    const sight = viewer.area(figure.permission);
    const area = within ? sight.intersect(await this.access.below(viewer, within)) : sight;
    const scope = { association: viewer.association.id, places: area.ranges, account: viewer.account.id };
    return { area, scope, values: [this.clock.today(), from, to] as const };
  }
}

const keep = (...given: ConstructorParameters<typeof RememberedShares>): RememberedShares =>
  new RememberedShares(...given);

/** Of which organizations what is counted. */
interface OwnQuestion {
  readonly figure: Figure;
  readonly area: Area;
  readonly values: readonly [today: string, from: string, to: string];
  readonly head: Head;
}

interface Prepared {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What organizations count by themselves. @param of only these; null for all that are asked for */
function ownShares(tx: EntityManager, question: OwnQuestion, of: readonly string[] | null): Promise<OwnShare[]> {
  const { text, values } = owned(question, of);
  return tx.query<OwnShare[]>(text, [...values]);
}

/** The same, summed by what stands directly below the organization asked about. */
function sharesByHead(tx: EntityManager, question: OwnQuestion): Promise<OwnShare[]> {
  const { text, values } = owned(question, null);
  return tx.query<OwnShare[]>(
    `select own.head as id, own.head, sum(own.part) as part, sum(own.whole) as whole from (${text}) own group by own.head`,
    [...values],
  );
}

function owned({ figure, area, values, head }: OwnQuestion, of: readonly string[] | null): Prepared {
  const below = (path: string): string => `case when ${path} = $4 then $4
    else $4 || split_part(substr(${path}, length($4) + 1), '/', 1) || '/' end as head`;
  if (figure.sums) {
    const [, from, to] = values;
    return {
      text: `select s.organization_id as id, s.part, s.whole, ${below('s.path')} from (${figure.sums}) s`,
      values: [from, to, of, head.path],
    };
  }
  const at = values.length + 2;
  const places = of ? { text: `organization_id = any($${at})`, values: [of] } : placesIn(area, 'organization_id', at);
  return {
    text: `select own.id, own.part, own.whole, ${below('o.path')}
      from (select r.organization_id as id, ${sums} from ${rowsOf(figure, places.text)} r group by 1) own
      join party_organization o on o.id = own.id`,
    values: [...values, head.path, ...places.values],
  };
}

/** The organization itself and those directly below; dissolved ones are told of where they have counted something. */
const below = (tx: EntityManager, { id, path }: Head): Promise<Omit<ShareRow, keyof Sums>[]> =>
  tx.query(
    `select c.id, c.path, c.name, c.code, c.path = $1 as own, c.status = 'DISSOLVED' as dissolved,
       exists (select from party_organization b where b.parent_id = c.id and b.deleted_at is null) as "hasChildren"
     from party_organization c
     where (c.path = $1 or c.parent_id = $2) and c.deleted_at is null
     order by c.path = $1 desc, c.path`,
    [path, id],
  );

function known(key: string): Figure {
  const figure = figureOf(key);
  if (!figure) throw figureErrors.FIGURE_UNKNOWN({ key });
  return figure;
}

function counted({ unit, ratio }: Figure, { part, whole }: Sums): Sums & { readonly value: number | null } {
  // a rate without rows has a whole too: nothing
  const of = ratio || unit === FigureUnit.PERCENT ? (whole ?? 0) : whole;
  const share = of === null ? part : of === 0 ? null : part / of;
  const value = share === null ? null : unit === FigureUnit.PERCENT ? share * 100 : share;
  return { value: value === null ? null : Math.round(value * 100) / 100, part, whole: of };
}
