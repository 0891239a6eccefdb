import { Access, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { lockActivities } from './activity-lock';
import { VenueBookings } from './venue-bookings';

/** What every write of activities, and of what belongs to them, begins with: the rights, and one transaction. */
@Injectable()
export class ActivityFrame {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly bookings: VenueBookings,
  ) {}

  /**
   * A row that the viewer may change. Who may read it but not change it is told so; to others it does not exist.
   * @throws UNKNOWN_ID, PERMISSION_MISSING
   */
  async find<Row extends { readonly organizationId: string }>(
    viewer: Viewer,
    look: (tx: EntityManager) => Promise<Row | null>,
  ): Promise<Row> {
    const kept = await this.database.transaction(viewer.scope('activity.maintain'), look);
    if (kept) return kept;
    const row = await this.database.transaction(viewer.scope('activity.read'), look);
    if (!row) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, row.organizationId);
    this.access.require(viewer, 'activity.maintain', place, 'activity.read');
    return row;
  }

  /**
   * One write of an organization's activities at a time: of two that cancel what a rule needs, the second sees that the
   * first has; and a repeated request finds what it has done before.
   * @param permission by which the viewer may; of whoever is only to sign, that of reading
   * @throws VENUE_TAKEN, and what `work` refuses
   */
  async write(
    viewer: Viewer,
    organizationId: string,
    work: (tx: EntityManager) => Promise<string>,
    permission: 'activity.maintain' | 'activity.read' = 'activity.maintain',
  ): Promise<string> {
    return this.transact(
      viewer,
      async (tx) => {
        await lockActivities(tx, organizationId);
        return work(tx);
      },
      permission,
    );
  }

  /** As `write`, of what locks for itself. @throws VENUE_TAKEN, and what `work` refuses */
  async transact(
    viewer: Viewer,
    work: (tx: EntityManager) => Promise<string>,
    permission: 'activity.maintain' | 'activity.read' = 'activity.maintain',
  ): Promise<string> {
    try {
      return await this.database.transaction(viewer.scope(permission), work);
    } catch (error) {
      throw await this.bookings.refusalOf(viewer, error);
    }
  }
}
