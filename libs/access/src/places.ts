import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Place, Position } from './place';

export interface Sizes {
  /** nodes below across all edges, with itself; counted up to 10,001 */
  readonly tree: number;
  /** nodes led, with itself; counted up to 10,001 */
  readonly led: number;
}

const keep = 10 * 60_000;
const most = 5_000;

/** Finds nodes of the tree for permission checks, whatever row-level security lets the transaction reach. */
@Injectable()
export class Places {
  private readonly known = new Map<string, { readonly until: number; readonly sizes: Sizes }>();
  private readonly places = new Map<string, { readonly version: string; readonly place: Place }>();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** A node by its UUID; null when the association has none such. Dissolved ones are found at their last place. */
  async find(tx: EntityManager | null, associationId: string, id: string): Promise<Place | null> {
    const [row] = await (tx ?? this.database.source).query<Omit<Place, 'size'>[]>(
      `select id, association_id as "associationId", no, parent_id as "parentId", relation, path,
         leads_path as "leadsPath" from access_place($1, $2)`,
      [associationId, id],
    );
    return row ? { ...row, size: (await this.sizesOf(row, tx)).tree } : null;
  }

  /**
   * The same for a viewer that is still to be confirmed: as it was under this version of the association's rights. The
   * statement that confirms the viewer confirms the place, since no node moves without the version rising.
   */
  async remembered(version: string, associationId: string, id: string): Promise<Place | null> {
    const key = `${associationId} ${id}`;
    const known = this.places.get(key);
    if (known?.version === version) return known.place;
    const [row] = await this.database.source.query<(Omit<Place, 'size'> & { version: string })[]>(
      `select p.id, p.association_id as "associationId", p.no, p.parent_id as "parentId", p.relation, p.path,
         p.leads_path as "leadsPath", access_version_of($1) as version from access_place($1, $2) p`,
      [associationId, id],
    );
    if (!row) return null;
    const { version: now, ...found } = row;
    const place = { ...found, size: (await this.sizesOf(found)).tree };
    if (now === version) {
      if (this.places.size >= most) this.places.clear();
      this.places.set(key, { version, place });
    }
    return place;
  }

  /**
   * How many nodes lie there: a hint for the planner of reads, never a right, and therefore allowed to be ten minutes
   * old, while places themselves are read anew each time.
   */
  async sizesOf({ path, leadsPath }: Position, tx: EntityManager | null = null): Promise<Sizes> {
    const key = `${path} ${leadsPath}`;
    const now = this.clock.now().getTime();
    const known = this.known.get(key);
    if (known && known.until > now) return known.sizes;
    // on the transaction's own connection: waiting for a second one of the pool could wait for ever
    const [sizes] = await (tx ?? this.database.source).query<Sizes[]>(
      `select tree, led from access_place_sizes($1, $2)`,
      [path, leadsPath],
    );
    if (this.known.size >= most) this.known.clear();
    this.known.set(key, { until: now + keep, sizes: sizes! });
    return sizes!;
  }
}
