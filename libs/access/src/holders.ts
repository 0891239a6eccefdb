import { Clock } from '@dangwu/platform/clock';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Permission } from './permissions';
import { reaches, roleKeys, type RoleKey } from './roles';
import { Viewer, type Grant, type ViewerData } from './viewer';

/** An account that may sign in, and where it holds a permission today. */
export interface Holder {
  readonly accountId: string;
  readonly area: Area;
}

interface Held {
  readonly id: string;
  readonly role: RoleKey;
  readonly organizationId: string | null;
  readonly path: string | null;
  readonly leadsPath: string | null;
  readonly account: ViewerData['account'];
  readonly association: ViewerData['association'];
}

/** Who must be told of something: everybody who holds a permission, and where. For jobs; requests ask their viewer. */
@Injectable()
export class Holders {
  constructor(private readonly clock: Clock) {}

  async of(tx: EntityManager, associationId: string, permission: Permission): Promise<Holder[]> {
    const now = this.clock.now();
    const held = await tx.query<Held[]>(
      `select g.id, g.role, g.organization_id as "organizationId", o.path, o.leads_path as "leadsPath",
         json_build_object('id', a.id, 'username', a.username, 'name', a.name) as account,
         json_build_object('id', s.id, 'no', s.no, 'name', s.name, 'kind', s.kind) as association
       from access_grant g join account a on a.id = g.account_id join association s on s.id = g.association_id
       left join party_organization o on o.id = g.organization_id
       where g.association_id = $1 and g.role = any($2) and g.deleted_at is null and g.since <= $3
         and (g.until is null or g.until > $3) and a.disabled_at is null and a.deleted_at is null
       order by a.id`,
      [associationId, roleKeys.filter((role) => reaches(role, permission).length > 0), now],
    );
    const byAccount = new Map<string, Held[]>();
    for (const one of held) byAccount.set(one.account.id, [...(byAccount.get(one.account.id) ?? []), one]);
    return [...byAccount].map(([accountId, grants]) => {
      const { account, association } = grants[0]!;
      const session = { id: accountId, signedInAt: now, idleUntil: now, expiresAt: now };
      const viewer = new Viewer({ account, association, session, grants: grants.map(grantOf) });
      return { accountId, area: viewer.area(permission) };
    });
  }
}

const grantOf = ({ id, role, organizationId, path, leadsPath }: Held): Grant => ({
  id,
  role,
  organizationId,
  // sizes are for planning reads, and nothing is read here
  place: path === null || leadsPath === null ? null : { path, leadsPath, ledSize: 1, treeSize: 1 },
});
