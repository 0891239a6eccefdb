import type { Scope } from '@dangwu/platform/database';
import { Area, type ReadViewer } from '@dangwu/read-model';
import type { Permission } from './permissions';
import { permission, vocabulary } from './vocabulary';
import { placeOfAssociation, type Position } from './place';
import { areaOf } from './reach';
import { everyoneHolds, reaches, type RoleKey } from './roles';

/** An estimate for the planner of reads: an association is never a small part of the tree. */
const wholeSize = 1_000_000;

/** A role in force, and where. */
export interface Grant {
  readonly id: string;
  readonly role: RoleKey;
  /** null: for the whole association */
  readonly organizationId: string | null;
  /** where that organization stands today, or stood last; null with it */
  readonly place: (Position & { readonly ledSize: number; readonly treeSize: number }) | null;
}

/** What an organization shows to the one that guides it: a second, explicit way in. */
export interface Published {
  readonly permission: Permission;
  /** the organization that shows it, with what it leads */
  readonly place: Position & { readonly ledSize: number };
  /** to whom */
  readonly guide: Position;
}

export interface ViewerData {
  readonly account: { readonly id: string; readonly username: string; readonly name: string };
  readonly association: {
    readonly id: string;
    readonly no: number;
    readonly name: string;
    readonly kind: 'LIVE' | 'SANDBOX';
  };
  readonly session: {
    readonly id: string;
    readonly signedInAt: Date;
    readonly idleUntil: Date;
    readonly expiresAt: Date;
  };
  readonly grants: readonly Grant[];
  /** by a token of the session's rather than its cookie */
  readonly byToken?: boolean;
  /** what is published to organizations at or below the places of the grants; default: nothing */
  readonly published?: readonly Published[];
}

/** What lets a statement confirm that a viewer remembered from an earlier request is still the same. */
export interface Confirmable {
  /** of everybody's rights in the association, when they were read */
  readonly version: string;
  /** arguments of `access_confirms`, for this moment */
  readonly proof: () => readonly unknown[];
}

/**
 * Who asks: an account, its association and what it may do where. Made anew for each request, from the primary; or
 * remembered, and confirmed by every statement that reads for it.
 */
export class Viewer implements ReadViewer {
  readonly account: ViewerData['account'];
  readonly association: ViewerData['association'];
  readonly session: ViewerData['session'];
  readonly grants: readonly Grant[];
  readonly byToken: boolean;
  private readonly published: readonly Published[];
  private readonly wholeAssociation: Area;
  private readonly areas = new Map<Permission, Area>();

  constructor(
    data: ViewerData,
    /** set on viewers that are remembered: what is read for them must be confirmed */
    readonly confirmable?: Confirmable,
  ) {
    this.account = data.account;
    this.association = data.association;
    this.session = data.session;
    this.grants = data.grants;
    this.byToken = data.byToken ?? false;
    this.published = data.published ?? [];
    this.wholeAssociation = Area.subtree({ ...placeOfAssociation(data.association.no), size: wholeSize });
  }

  /** whose own rows the read models answer */
  get key(): string {
    return this.account.id;
  }

  get associationId(): string {
    return this.association.id;
  }

  get proof(): (() => readonly unknown[]) | undefined {
    return this.confirmable?.proof;
  }

  get sessionId(): string {
    return this.session.id;
  }

  /** Where the viewer holds the permission: the union over all grants that carry it. */
  area(key: string): Area {
    const known = permission(key).key;
    let area = this.areas.get(known);
    if (!area) this.areas.set(known, (area = this.derive(known)));
    return area;
  }

  /** Whether the viewer holds the permission at this place. */
  can(key: string, place: Position): boolean {
    return this.area(key).covers(Area.led(place));
  }

  /** Whether the viewer holds the permission anywhere. */
  holds(key: string): boolean {
    return !this.area(key).empty;
  }

  /** Whether the viewer holds the permission in the whole association: by a grant for all of it, or from its root. */
  holdsEverywhere(key: string): boolean {
    return this.area(key).covers(this.wholeAssociation);
  }

  /** What a transaction that writes with this permission may touch. */
  scope(key: string): Scope {
    const places = this.area(key).ranges.map(({ by, lo, hi }) => ({ by, lo, hi }));
    return { association: this.association.id, places, account: this.account.id, permission: permission(key).key };
  }

  /** All permissions held anywhere, for the console to show or hide what needs them. */
  get permissions(): readonly Permission[] {
    return [...vocabulary.keys()].filter((key): key is Permission => this.holds(key));
  }

  private derive(key: Permission): Area {
    if (everyoneHolds.has(key)) return this.wholeAssociation;
    const granted = Area.union(
      this.grants.flatMap((grant) =>
        reaches(grant.role, key).map((reach) => areaOf(grant, reach, this.wholeAssociation)),
      ),
    );
    // by grants alone: what is published to a guided organization is not shown further up
    const shown = this.published.filter((one) => one.permission === key && granted.covers(Area.led(one.guide)));
    if (shown.length === 0) return granted;
    return Area.union([granted, ...shown.map(({ place }) => Area.led({ ...place, size: place.ledSize }))]);
  }
}
