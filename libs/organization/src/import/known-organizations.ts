import { comparable } from '@dangwu/imports';
import type { EntityManager } from 'typeorm';
import type { OrganizationStatus, OrganizationType, ParentRelation, Tier } from '../organization.enums';

/** An organization as the system has it, as far as a roster says anything about it. */
export interface KnownOrganization {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly type: OrganizationType;
  readonly status: OrganizationStatus;
  readonly tier: Tier | null;
  readonly parentId: string | null;
  readonly relation: ParentRelation | null;
  readonly path: string;
  readonly leadsPath: string;
  readonly foundedOn: string | null;
  readonly termYears: number | null;
  readonly reportedMemberCount: number | null;
  readonly version: number;
  /** created by an import that was undone: its code brings it back */
  readonly undone: boolean;
}

/** All organizations of an association, found as rosters refer to them. */
export class KnownOrganizations {
  readonly byCode = new Map<string, KnownOrganization>();
  readonly byId = new Map<string, KnownOrganization>();
  /** by comparable name; dissolved ones too, so that a reference to them can be answered */
  readonly byName = new Map<string, KnownOrganization[]>();
  readonly children = new Map<string, KnownOrganization[]>();
  readonly root: KnownOrganization | undefined;

  constructor(
    readonly all: readonly KnownOrganization[],
    /** the place above all of the association's organizations */
    readonly associationPath: string,
  ) {
    for (const one of all) {
      this.byCode.set(one.code.toUpperCase(), one);
      this.byId.set(one.id, one);
      if (!one.undone) append(this.byName, comparable(one.name), one);
      if (one.parentId && !one.undone && one.status !== 'DISSOLVED') append(this.children, one.parentId, one);
    }
    this.root = all.find((one) => one.parentId === null);
  }

  /** Those that a roster may mean by a code or a name, dissolved ones too. */
  called(reference: string): readonly KnownOrganization[] {
    const written = comparable(reference);
    const byCode = this.byCode.get(written.toUpperCase());
    return byCode && !byCode.undone ? [byCode] : (this.byName.get(written) ?? []);
  }

  static async load(tx: EntityManager): Promise<KnownOrganizations> {
    const [association] = await tx.query<{ path: string }[]>(
      `select '/' || no || '/' as path from association where id = dangwu_association()`,
    );
    const all = await tx.query<KnownOrganization[]>(
      `select id, code, name, type, status, tier, parent_id as "parentId", relation, path, leads_path as "leadsPath",
         to_char(founded_on, 'YYYY-MM-DD') as "foundedOn", term_years as "termYears",
         reported_member_count as "reportedMemberCount", version, deleted_at is not null as undone
       from party_organization where association_id = dangwu_association() order by no`,
    );
    return new KnownOrganizations(all, association?.path ?? '/');
  }
}

function append<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
