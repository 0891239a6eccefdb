import { Clock } from '@dangwu/platform/clock';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { OrganizationHistory } from '../history/organization-history';
import { when } from '../history/organization-times';
import { OperationKind, OrganizationStatus } from '../organization.enums';
import type { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import { DissolutionChecks } from './dissolution-checks';
import type { Decision, OrganizationChange, Period } from './organization-change';

@Injectable()
export class DissolveOrganization implements OrganizationChange<object> {
  readonly kind = OperationKind.DISSOLVED;
  readonly action = 'dissolveOrganization';

  /** what it was merged into */
  refersTo(wanted: object): readonly string[] {
    const { intoId } = wanted as { readonly intoId?: string };
    return intoId ? [intoId] : [];
  }

  constructor(
    private readonly history: OrganizationHistory,
    private readonly checks: DissolutionChecks,
    private readonly clock: Clock,
  ) {}

  /** @throws ROOT_STAYS, HAS_CHILDREN, LATER_OPERATION, and what other areas refuse */
  async decide(
    tx: EntityManager,
    organization: PartyOrganizationEntity,
    _: object,
    { from }: Period,
  ): Promise<Decision> {
    const { id, name } = organization;
    if (!organization.parentId) throw organizationErrors.ROOT_STAYS({ name });
    const children = await this.history.childrenSince(tx, id, from, null);
    if (children[0])
      throw organizationErrors.HAS_CHILDREN({
        name,
        child: children[0].name,
        count: children.length,
        ...when(from, this.clock.today()),
      });
    const [later] = await tx.query<{ day: string }[]>(
      `select effective_on::text as day from organization_operation
       where organization_id = $1 and state = 'APPLIED' and effective_on > $2 order by effective_on desc limit 1`,
      [id, from],
    );
    if (later) throw organizationErrors.LATER_OPERATION({ name, later: later.day, on: from });
    await this.checks.check(tx, { organizationId: id, name, on: from });
    return {
      set: { status: OrganizationStatus.DISSOLVED, dissolved_on: from },
      before: { status: organization.status },
      after: { status: OrganizationStatus.DISSOLVED },
    };
  }
}
