import { Clock } from '@dangwu/platform/clock';
import { Database, type Scope } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { Access } from '../access';
import type { Permission } from '../permissions';
import { vocabulary } from '../vocabulary';
import { depthOf, isBelow, placeOfAssociation, type Place, type Position, type Relation } from '../place';
import { subjects, type SubjectKey } from '../publications/subjects';
import { areaOf } from '../reach';
import { everyoneHolds, reaches, roles, type RoleKey } from '../roles';
import type { Viewer } from '../viewer';
import type { PermissionName, RightsAtOrganization, RightsStep } from './rights.type';

interface Held {
  readonly id: string;
  readonly account: string;
  readonly name: string;
  readonly role: RoleKey;
  readonly since: Date;
  readonly until: Date | null;
  readonly basis: string | null;
  readonly path: string | null;
  readonly leadsPath: string | null;
}

interface Above extends Position {
  readonly id: string;
  readonly name: string;
  readonly relation: Relation | null;
}

/** Who can do what at an organization, and why: the same reach of the same grants that decides requests. */
@Injectable()
export class Rights {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** @param accountId only this account's, with the grants that do not reach here, too. @throws UNKNOWN_ID */
  async at(viewer: Viewer, organizationId: string, accountId?: string | null): Promise<RightsAtOrganization[]> {
    const scope: Scope = { association: viewer.association.id, places: 'everywhere', account: viewer.account.id };
    return this.database.transaction(scope, async (tx) => {
      const place = await this.access.place(tx, viewer, localId('PartyOrganization', organizationId));
      const held = await tx.query<Held[]>(
        `select g.id, a.id as account, a.name, g.role, g.since, g.until, g.basis, o.path, o.leads_path as "leadsPath"
         from access_grant g join account a on a.id = g.account_id
         left join party_organization o on o.id = g.organization_id
         where g.association_id = $1 and g.deleted_at is null and g.since <= $2 and (g.until is null or g.until > $2)
           and a.disabled_at is null and ($3::uuid is null or a.id = $3)
           and (g.organization_id is null or starts_with($4, o.path))
         order by coalesce(length(o.path), 0), a.name, g.id limit 500`,
        [viewer.association.id, this.clock.now(), accountId ? localId('Account', accountId) : null, place.path],
      );
      const above = await tx.query<Above[]>(
        `select id, name, relation, path, leads_path as "leadsPath" from party_organization
         where association_id = $1 and starts_with($2, path) order by length(path)`,
        [viewer.association.id, place.path],
      );
      const shown = await tx.query<{ subject: SubjectKey; path: string; to: string }[]>(
        `select p.subject, o.path, p.to_id as to from publication p
         join party_organization o on o.id = p.organization_id and o.parent_id = p.to_id and o.relation = 'GUIDES'
         where p.withdrawn_at is null and p.deleted_at is null and starts_with($1, o.path)
           and o.leads_path = left($2, length(o.leads_path))`,
        [place.path, place.leadsPath],
      );
      const whole = Area.subtree({ ...placeOfAssociation(viewer.association.no), size: 1 });
      const explained = held.map((each) => explain(each, place, above, shown, whole));
      return accountId ? explained : explained.filter((one) => one.permissions.length + one.published.length > 0);
    });
  }
}

function explain(
  { id, account, name, role, since, until, basis, path, leadsPath }: Held,
  place: Place,
  above: readonly Above[],
  shown: readonly { subject: SubjectKey; to: string }[],
  whole: Area,
): RightsAtOrganization {
  const grant = path && leadsPath ? { place: { path, leadsPath, ledSize: 1, treeSize: 1 } } : { place: null };
  const reachesTo = (key: Permission, to: Position): boolean =>
    reaches(role, key).some((reach) => areaOf(grant, reach, whole).covers(Area.led(to)));
  const carried = [...vocabulary.keys()]
    .filter((key): key is Permission => !everyoneHolds.has(key as Permission))
    .filter((key) => reaches(role, key).length > 0);
  const here = carried.filter((key) => reachesTo(key, place));
  const published = carried.filter(
    (key) =>
      !here.includes(key) &&
      shown.some(
        ({ subject, to }) =>
          subjects[subject]?.permission === key && above.some((one) => one.id === to && reachesTo(key, one)),
      ),
  );
  const ended = carried.filter((key) => !here.includes(key) && reaches(role, key).includes('LEADS'));
  const { zh, en } = roles[role];
  return {
    grantId: globalId('AccessGrant', id),
    accountId: globalId('Account', account),
    accountName: name,
    role,
    roleName: { zh, en },
    since,
    until,
    basis,
    steps: path ? stepsFrom(path, above) : [],
    permissions: here.map(named),
    endedByGuides: ended.filter((key) => !published.includes(key)).map(named),
    published: published.map(named),
  };
}

const stepsFrom = (path: string, above: readonly Above[]): RightsStep[] =>
  above
    .filter((one) => isBelow(one, { path }))
    .map((one) => ({
      organizationId: globalId('PartyOrganization', one.id),
      name: one.name,
      relation: depthOf(one.path) === depthOf(path) ? null : one.relation,
    }));

function named(key: Permission): PermissionName {
  const { zh, en } = vocabulary.get(key)!;
  return { key, name: { zh, en } };
}
