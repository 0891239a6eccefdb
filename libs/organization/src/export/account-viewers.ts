import { AccountEntity, GrantEntity, Viewer, type Permission, type ViewerData } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { AssociationEntity, Database } from '@dangwu/platform/database';
import type { JobContext } from '@dangwu/platform/jobs';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { organizationErrors } from '../organization.errors';
import { PartyOrganizationEntity } from '../organization.entity';

/** What may be read, and what must be held beside it to take it away as a file. */
const exportOf: Readonly<Record<string, Permission | undefined>> = {
  'organization.read': 'organization.export',
  'unit.read': 'unit.export',
  'member.read': 'member.export',
  'activity.read': 'activity.export',
  'matter.read': 'matter.export',
  'dispatch.read': 'dispatch.export',
} satisfies Partial<Record<Permission, Permission>>;

/** Reads only where the account may read and export. */
class ExportingViewer extends Viewer {
  override area(key: string) {
    const area = super.area(key);
    const exporting = exportOf[key];
    return exporting ? area.intersect(super.area(exporting)) : area;
  }
}

/** The account behind a job with the rights it has now, not those it had when it asked. */
@Injectable()
export class AccountViewers {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws EXPORTER_GONE when the account may not sign in any more */
  async exporting(job: JobContext): Promise<Viewer> {
    return new ExportingViewer(await this.data(job));
  }

  /** The same for somebody who asks now. */
  exportingAs({ account, association, session, grants }: Viewer): Viewer {
    return new ExportingViewer({ account, association, session, grants });
  }

  /** For work in somebody's name. @throws EXPORTER_GONE */
  async acting(job: JobContext): Promise<Viewer> {
    return new Viewer(await this.data(job));
  }

  private async data(job: JobContext): Promise<ViewerData> {
    const now = this.clock.now();
    return this.database.transaction(job.scope, async (tx) => {
      const association = await tx.findOneByOrFail(AssociationEntity, { id: job.associationId });
      const account = await tx.findOneBy(AccountEntity, { id: job.accountId ?? '', disabledAt: IsNull() });
      if (!account) throw organizationErrors.EXPORTER_GONE();
      const held = await tx.findBy(GrantEntity, { accountId: account.id });
      const grants = held.filter(({ since, until }) => since <= now && (!until || until > now));
      const places = await Promise.all(
        grants.map(({ organizationId: id }) => (id ? tx.findOneBy(PartyOrganizationEntity, { id }) : null)),
      );
      return {
        account,
        association,
        session: { id: job.id, signedInAt: now, idleUntil: now, expiresAt: now },
        grants: grants.map(({ id, role, organizationId }, i) => {
          const place = places[i];
          return {
            id,
            role,
            organizationId,
            place: place ? { path: place.path, leadsPath: place.leadsPath, ledSize: 100, treeSize: 100 } : null,
          };
        }),
      };
    });
  }
}
