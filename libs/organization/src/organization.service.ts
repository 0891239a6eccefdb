import { Access, placeOfAssociation, type Viewer } from '@dangwu/access';
import { leavesNothing } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeOrganization } from './change-organization';
import { ChangeOrganizationType } from './changes/change-organization-type';
import { DissolveOrganization } from './changes/dissolve-organization';
import { MoveOrganization } from './changes/move-organization';
import { RenameOrganization } from './changes/rename-organization';
import { FoundOrganizations } from './found-organizations';
import { Idempotency } from './idempotency';
import type { Actor, OrganizationFacts } from './organization-facts';
import { lockOrganizations } from './organization-lock';
import { normalizeCode, normalizeName } from './organization-rules';
import { PartyOrganizationEntity } from './organization.entity';
import { organizationErrors } from './organization.errors';
import type {
  ChangeOrganizationTypeInput,
  DissolveOrganizationInput,
  FoundOrganizationInput,
  MoveOrganizationInput,
  RenameOrganizationInput,
} from './organization.inputs';

/** What people do to party organizations. Each answers the UUID of the organization, which the caller reads anew. */
@Injectable()
export class OrganizationService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly founding: FoundOrganizations,
    private readonly idempotency: Idempotency,
    private readonly changes: ChangeOrganization,
    private readonly renaming: RenameOrganization,
    private readonly retyping: ChangeOrganizationType,
    private readonly moving: MoveOrganization,
    private readonly dissolving: DissolveOrganization,
  ) {}

  /**
   * @throws CODE_TAKEN, NAME_TAKEN, ROOT_EXISTS, TYPE_UNDER_TYPE, PARENT_NOT_ACTIVE and the like; EXTERNAL_ID_TAKEN,
   * IDEMPOTENCY_KEY_REUSED when the request was sent before with other content
   */
  async found(viewer: Viewer, { idempotencyKey, parentId: parent, ...input }: FoundOrganizationInput): Promise<string> {
    const parentId = parent ? localId('PartyOrganization', parent) : null;
    const place = parentId
      ? await this.access.place(null, viewer, parentId)
      : placeOfAssociation(viewer.association.no);
    this.access.require(viewer, 'organization.maintain', place);
    const actor: Actor = {
      associationId: viewer.association.id,
      accountId: viewer.account.id,
      name: viewer.account.name,
    };
    const facts: OrganizationFacts = { ...input, parentId, relation: input.relation ?? null };
    return this.database.transaction(viewer.scope('organization.maintain'), async (tx) => {
      await lockOrganizations(tx, actor.associationId);
      const request = { operation: 'foundOrganization', key: idempotencyKey, request: facts };
      return this.idempotency.once(tx, actor, request, async () => {
        const same = await this.sameAsBefore(tx, actor, facts);
        if (same) leavesNothing('the organization is there, under the same external id');
        return same ?? (await this.founding.foundAll(tx, actor, [facts]))[0]!.id;
      });
    });
  }

  rename(viewer: Viewer, input: RenameOrganizationInput): Promise<string> {
    return this.changes.record(viewer, this.renaming, input, { name: normalizeName(input.name) });
  }

  changeType(viewer: Viewer, input: ChangeOrganizationTypeInput): Promise<string> {
    return this.changes.record(viewer, this.retyping, input, { type: input.type });
  }

  /** Both the organization and the new parent must be the viewer's to maintain. */
  async move(viewer: Viewer, input: MoveOrganizationInput): Promise<string> {
    const parentId = localId('PartyOrganization', input.parentId);
    this.access.require(viewer, 'organization.maintain', await this.access.place(null, viewer, parentId));
    return this.changes.record(viewer, this.moving, input, { parentId, relation: input.relation });
  }

  dissolve(viewer: Viewer, input: DissolveOrganizationInput): Promise<string> {
    return this.changes.record(viewer, this.dissolving, input, {});
  }

  /** The organization that has the external id already, if it is what the request asks for. @throws EXTERNAL_ID_TAKEN */
  private async sameAsBefore(tx: EntityManager, actor: Actor, facts: OrganizationFacts): Promise<string | null> {
    const { externalId } = facts;
    if (!externalId) return null;
    const present = await tx.findOne(PartyOrganizationEntity, {
      where: { associationId: actor.associationId, externalId },
    });
    if (!present) return null;
    const asked = { ...facts, name: normalizeName(facts.name), code: normalizeCode(facts.code) };
    const compared = ['name', 'code', 'type', 'parentId', 'relation', 'tier', 'foundedOn', 'termYears'] as const;
    const fields = compared.filter((field) => asked[field] != null && asked[field] !== present[field]);
    if (fields.length)
      throw organizationErrors.EXTERNAL_ID_TAKEN({ externalId, name: present.name, code: present.code, fields });
    return present.id;
  }
}
