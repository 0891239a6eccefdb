import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { accessErrors } from './access.errors';
import type { Permission } from './permissions';
import { permission } from './vocabulary';
import type { Place, Position } from './place';
import { Places } from './places';
import type { Viewer } from './viewer';

/** May this viewer do that there? For operations; reads take `viewer.area(…)` to the read models. */
@Injectable()
export class Access {
  constructor(private readonly places: Places) {}

  /**
   * The node of the tree with this id (a UUID, not a global id).
   *
   * @param tx the running transaction, so that its own changes are seen; null outside of one
   * @throws UNKNOWN_ID when the viewer's association has no such node
   */
  async place(tx: EntityManager | null, viewer: Viewer, id: string): Promise<Place> {
    const { association, confirmable } = viewer;
    const place =
      tx === null && confirmable
        ? await this.places.remembered(confirmable.version, association.id, id)
        : await this.places.find(tx, association.id, id);
    if (!place) throw platformErrors.UNKNOWN_ID();
    return place;
  }

  /**
   * Refuses unless the viewer holds the permission at the place.
   *
   * @param seenBy what makes the object visible to the viewer in the first place: whoever does not hold it there is
   * told that there is no such object. Organizations are known to everyone in the association.
   * @throws UNKNOWN_ID, PERMISSION_MISSING
   */
  require(viewer: Viewer, key: Permission, place: Position, seenBy: Permission = 'organization.identify'): void {
    if (viewer.can(key, place)) return;
    if (!viewer.can(seenBy, place)) throw platformErrors.UNKNOWN_ID();
    throw missing(key);
  }

  /** The part of the tree that `within: ID` of a list asks for. @throws MALFORMED_ID, UNKNOWN_ID */
  async below(viewer: Viewer, organizationId: string): Promise<Area> {
    return Area.subtree(await this.place(null, viewer, localId('PartyOrganization', organizationId)));
  }
}

/** The refusal that names the permission. */
export const missing = (key: Permission) => {
  const { zh, en } = permission(key);
  return accessErrors.PERMISSION_MISSING({ permission: key, nameZh: zh, nameEn: en });
};
