import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { localId, newId } from '@dangwu/platform/ids';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { VenueEntity } from './catalogue.entities';
import { catalogueErrors } from './catalogue.errors';
import { ChangeCatalogue, changesOf } from './change-catalogue';
import type { ChangeVenueInput, CloseVenueInput, RegisterVenueInput } from './venue.inputs';
import { lockVenue } from './venue-lock';

/** Places where activities are held. Each answers the UUID. */
@Injectable()
export class VenuesService {
  constructor(
    private readonly changes: ChangeCatalogue,
    private readonly clock: Clock,
  ) {}

  /** @throws VENUE_NAME_TAKEN, VENUE_NOT_HERE */
  async register(viewer: Viewer, input: RegisterVenueInput): Promise<string> {
    const organizationId = localId('PartyOrganization', input.organizationId);
    await this.changes.require(viewer, 'venue.maintain', organizationId);
    return this.changes.write(viewer, 'venue.maintain', async (tx) => {
      const organization = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
      if (organization.status !== 'ACTIVE') throw catalogueErrors.VENUE_NOT_HERE({ organization: organization.name });
      const name = input.name.trim();
      await checkName(tx, organizationId, name);
      const { kind, capacity = null } = input;
      const facts = { name, kind, address: input.address?.trim() || null, capacity };
      const id = newId();
      await tx.insert(VenueEntity, { id, associationId: viewer.association.id, organizationId, ...facts });
      return { action: 'venue.register', type: 'Venue', id, name, organizationId, after: facts };
    });
  }

  /** @throws VENUE_NAME_TAKEN, VENUE_CLOSED, STALE_VERSION */
  async change(viewer: Viewer, { id: global, version, ...input }: ChangeVenueInput): Promise<string> {
    const id = localId('Venue', global);
    await this.refuseReaders(viewer, id);
    return this.changes.write(viewer, 'venue.maintain', async (tx) => {
      const venue = await this.open(tx, { id, version });
      const change = changesOf(venue, {
        name: input.name?.trim() || undefined,
        kind: input.kind ?? undefined,
        address: input.address === undefined ? undefined : input.address?.trim() || null,
        capacity: input.capacity,
      });
      if (!change) return id;
      const { organizationId } = venue;
      if ('name' in change.after) await checkName(tx, organizationId, String(change.after.name));
      await tx.update(VenueEntity, { id }, change.after);
      return { action: 'venue.change', type: 'Venue', id, name: venue.name, organizationId, ...change };
    });
  }

  /** @throws VENUE_BOOKED_AHEAD, VENUE_CLOSED, STALE_VERSION */
  async close(viewer: Viewer, { id: global, version, on }: CloseVenueInput): Promise<string> {
    const id = localId('Venue', global);
    await this.refuseReaders(viewer, id);
    return this.changes.write(viewer, 'venue.maintain', async (tx) => {
      const { name, organizationId } = await this.open(tx, { id, version });
      const closedOn = on ?? this.clock.today();
      await lockVenue(tx, id);
      // those of others, too: it is open to the whole association, so they are counted past the viewer's reach
      const [booked] = await tx.query<{ count: number }[]>(`select dangwu_venue_bookings($1, $2) as count`, [
        id,
        closedOn,
      ]);
      if (booked!.count > 0) throw catalogueErrors.VENUE_BOOKED_AHEAD({ name, on: closedOn, count: booked!.count });
      await tx.update(VenueEntity, { id }, { closedOn });
      return { action: 'venue.close', type: 'Venue', id, name, organizationId, after: { closedOn } };
    });
  }

  private async open(tx: EntityManager, step: { readonly id: string; readonly version: number }): Promise<VenueEntity> {
    const venue = await this.changes.current(tx, VenueEntity, step);
    if (venue.closedOn) throw catalogueErrors.VENUE_CLOSED({ name: venue.name, on: venue.closedOn });
    return venue;
  }

  /** Everybody in the association may see venues; who may not keep this one is told so. */
  private async refuseReaders(viewer: Viewer, id: string): Promise<void> {
    const { organizationId } = await this.changes.find(viewer, VenueEntity, id);
    await this.changes.require(viewer, 'venue.maintain', organizationId);
  }
}

async function checkName(tx: EntityManager, organizationId: string, name: string): Promise<void> {
  if (!(await tx.existsBy(VenueEntity, { organizationId, name }))) return;
  const organization = await tx.findOneByOrFail(PartyOrganizationEntity, { id: organizationId });
  throw catalogueErrors.VENUE_NAME_TAKEN({ organization: organization.name, name });
}
