import type { Viewer } from '@dangwu/access';
import { systemScope, type Database, type Scope } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Area } from '@dangwu/read-model';
import type { EntityManager } from 'typeorm';
import { ExactSum, type ExactSums, type ExactValue } from './decimals';
import type { Figure } from './figure';
import { FigureReach } from './figure.type';
import type { Months } from './months';
import { placesIn } from './places-in';

/** By whose right it is counted: what a person may read; or all of an association, for its own work. */
export type FigureReader = Viewer | { readonly association: { readonly id: string } };

/** Figures of many organizations, each by itself. */
export interface OrganizationsQuestion extends Months {
  readonly keys: readonly string[];
  /** UUIDs */
  readonly organizationIds: readonly string[];
  /** `LED` is how assessments count */
  readonly reach: FigureReach;
}

/** What a figure comes to for one organization. */
export interface OrganizationValue extends ExactValue {
  readonly key: string;
  /** UUID */
  readonly organizationId: string;
  /** where in the console its rows are to be looked at */
  readonly address: string;
}

interface Standing {
  readonly id: string;
  readonly path: string;
  readonly leadsPath: string;
}

interface OwnSums extends ExactSums {
  readonly id: string;
}

/** With so few organizations their rows are looked up; with more, all that are in sight are gone through once. */
const few = 50;

/**
 * Counts figures for organizations: a statement for each figure, whatever the number of organizations, each summed once and
 * then added up along the tree. Figures of one permission are counted in one transaction, of which all see the same state.
 *
 * @param today the day it is asked for
 */
export async function valuesOfOrganizations(
  database: Database,
  reader: FigureReader,
  figures: readonly Figure[],
  question: Omit<OrganizationsQuestion, 'keys'>,
  today: string,
): Promise<OrganizationValue[]> {
  const found: OrganizationValue[] = [];
  for (const permission of new Set(figures.map((figure) => figure.permission))) {
    const same = figures.filter((figure) => figure.permission === permission);
    const sight = sightOf(reader, permission);
    if (sight.area.empty) continue;
    const values = await database.transaction(sight.scope, (tx) => count(tx, same, question, sight.area, today));
    found.push(...values);
  }
  return found;
}

function sightOf(reader: FigureReader, permission: Figure['permission']): { area: Area; scope: Scope } {
  return 'area' in reader
    ? { area: reader.area(permission), scope: reader.scope(permission) }
    : { area: Area.everywhere, scope: systemScope(reader.association.id) };
}

async function count(
  tx: EntityManager,
  figures: readonly Figure[],
  question: Omit<OrganizationsQuestion, 'keys'>,
  sight: Area,
  today: string,
): Promise<OrganizationValue[]> {
  const { organizationIds, from, to, reach } = question;
  const standing = await tx.query<Standing[]>(`select id, path, leads_path as "leadsPath" from party_organization`);
  const tree = new Map(standing.map((one) => [one.id, one]));
  const asked = [...new Set(organizationIds)].flatMap((id) => tree.get(id) ?? []);
  const narrow = asked.length > few ? sight : Area.union(asked.map(reach === FigureReach.SUBTREE ? subtree : led));
  const places = placesIn(narrow, 'organization_id', 4);
  const found: OrganizationValue[] = [];
  for (const figure of figures) {
    const own = await tx.query<OwnSums[]>(
      `select r.organization_id as id, sum(r.part)::text as part, sum(r.whole)::text as whole, count(*)::int as rows
       from (select * from (${figure.records ?? figure.rows}) counted
         where day between $2::date and $3::date and $1::date is not null and ${places.text}) r
       group by r.organization_id`,
      [today, from, to, ...places.values],
    );
    const sums = addedUp(asked, own, tree, reach);
    for (const { id } of asked) {
      const address = addressOf(figure.key, { organizationId: id, from, to, reach });
      found.push({ key: figure.key, organizationId: id, ...sums.get(id)!.of(figure), address });
    }
  }
  return found;
}

const led = (place: Standing): Area => Area.led(place);
const subtree = (place: Standing): Area => Area.subtree(place);

/** What organizations count by themselves, added to each that is asked about and counts it. */
function addedUp(
  asked: readonly Standing[],
  own: readonly OwnSums[],
  tree: ReadonlyMap<string, Standing>,
  reach: FigureReach,
): ReadonlyMap<string, ExactSum> {
  const byId = new Map(asked.map(({ id }) => [id, new ExactSum()]));
  const pathOf = ({ path, leadsPath }: Standing): string => (reach === FigureReach.SUBTREE ? path : leadsPath);
  const byPath = new Map(asked.map((one) => [pathOf(one), byId.get(one.id)!]));
  for (const row of own) {
    const place = tree.get(row.id);
    if (reach === FigureReach.OWN) byId.get(row.id)?.add(row);
    else if (place) for (const above of upwards(pathOf(place))) byPath.get(above)?.add(row);
  }
  return byId;
}

/** A path and those of all above: `/1/2/3/`, `/1/2/`, `/1/`. */
function upwards(path: string): string[] {
  const found: string[] = [];
  for (let end = path.length; end > 1; end = path.lastIndexOf('/', end - 2) + 1) found.push(path.slice(0, end));
  return found;
}

interface RowsPlace extends Months {
  /** UUID */
  readonly organizationId: string;
  readonly reach: FigureReach;
}

/** The page of the console that lists the rows of a figure. */
export function addressOf(key: string, { organizationId, from, to, reach }: RowsPlace): string {
  const rows = globalId('PartyOrganization', organizationId);
  return `/figures?${new URLSearchParams({ figure: key, rows, from, to, reach }).toString()}`;
}
