import { Access, AccountEntity, everywhere, GrantEntity, reaches, type Place, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { DomainError, platformErrors, type Messages } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MoveOrganization } from './move-organization';
import { countAccounts, type PlacedGrant } from './move-sight';
import { moveWarnings } from './move-warnings';
import { PartyOrganizationEntity } from '../organization.entity';
import type { MoveConsequencesInput } from '../organization.inputs';

/** Answer of `moveConsequences`; organizations by UUID, the resolver reads them. */
export interface ForeseenMove {
  readonly organizationCount: number;
  readonly newRelation: MoveConsequencesInput['relation'];
  readonly fromId: string | null;
  readonly toId: string;
  readonly accountsGaining: number;
  readonly accountsLosing: number;
  readonly refusals: Messages[];
  readonly warnings: Messages[];
}

/** What a move would bring about, decided by the very code that carries it out. */
@Injectable()
export class ForeseeMove {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly moving: MoveOrganization,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING when the organization is not the viewer's to maintain */
  async foresee(viewer: Viewer, input: MoveConsequencesInput): Promise<ForeseenMove> {
    const id = localId('PartyOrganization', input.id);
    const parentId = localId('PartyOrganization', input.parentId);
    const place = await this.access.place(null, viewer, id);
    const parent = await this.access.place(null, viewer, parentId);
    this.access.require(viewer, 'organization.maintain', place);
    return this.database.transaction(viewer.scope('organization.maintain'), async (tx) => {
      const organization = await tx.findOne(PartyOrganizationEntity, { where: { id } });
      if (!organization) throw platformErrors.UNKNOWN_ID();
      const today = this.clock.today();
      const from = input.effectiveOn ?? today;
      const refusals = [
        ...(await refusalsOf(() => this.access.require(viewer, 'organization.maintain', parent))),
        ...(await refusalsOf(() =>
          this.moving.decide(tx, organization, { parentId, relation: input.relation }, { from, until: null }),
        )),
      ];
      const counts = await this.countBelow(tx, place);
      const present = place.parentId ? await this.access.place(tx, viewer, place.parentId) : null;
      const sight = countAccounts(await this.grants(tx, viewer), {
        moved: place,
        guidedBelow: counts.guided > 0,
        before: present && { parent: present, relation: place.relation! },
        after: { parent, relation: input.relation },
      });
      return {
        organizationCount: counts.all,
        newRelation: input.relation,
        fromId: place.parentId,
        toId: parentId,
        accountsGaining: sight.gaining,
        accountsLosing: sight.losing,
        refusals,
        warnings: await moveWarnings(tx, organization, { parentId, relation: input.relation, from, today }),
      };
    });
  }

  private async countBelow(tx: EntityManager, { path, leadsPath }: Place): Promise<{ all: number; guided: number }> {
    const [row] = await tx.query<{ all: number; guided: number }[]>(
      `select count(*)::int as all, (count(*) filter (where not starts_with(leads_path, $3)))::int as guided
       from party_organization where path >= $1 and path < $2 and status <> 'DISSOLVED' and deleted_at is null`,
      [path, `${path.slice(0, -1)}0`, leadsPath],
    );
    return row!;
  }

  /** All grants in force that let somebody read organizations, with their places, wherever the viewer may reach. */
  private async grants(tx: EntityManager, viewer: Viewer): Promise<PlacedGrant[]> {
    const rows = await everywhere(tx, () =>
      tx
        .createQueryBuilder(GrantEntity, 'held')
        .innerJoin(AccountEntity, 'account', 'account.id = held.accountId and account.disabledAt is null')
        .where('held.associationId = :association', { association: viewer.association.id })
        .andWhere('held.since <= :now and (held.until is null or held.until > :now)', { now: this.clock.now() })
        .getMany(),
    );
    const reading = rows.filter((row) => reaches(row.role, 'organization.read').length > 0);
    const ids = [...new Set(reading.flatMap((row) => row.organizationId ?? []))];
    const places = await tx.query<{ id: string; path: string; leadsPath: string }[]>(
      `select id, path, leads_path as "leadsPath" from organization_version where id = any($1) and valid_to is null`,
      [ids],
    );
    const placeOf = new Map(places.map((place) => [place.id, place]));
    return reading.map(({ accountId, role, organizationId }) => ({
      accountId,
      reaches: reaches(role, 'organization.read'),
      place: organizationId ? (placeOf.get(organizationId) ?? null) : 'ASSOCIATION',
    }));
  }
}

/** What the check throws as a list: refusals are answers here. Anything else stays an error. */
async function refusalsOf(check: () => unknown): Promise<Messages[]> {
  try {
    await check();
    return [];
  } catch (error) {
    if (error instanceof DomainError) return [error.messages];
    throw error;
  }
}
