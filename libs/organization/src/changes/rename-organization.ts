import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkSiblings } from '../organization-checks';
import { spell } from '../organization-names';
import { normalizeName } from '../organization-rules';
import { OperationKind } from '../organization.enums';
import type { PartyOrganizationEntity } from '../organization.entity';
import { organizationErrors } from '../organization.errors';
import type { Decision, OrganizationChange, Period } from './organization-change';

export interface NewName {
  readonly name: string;
}

@Injectable()
export class RenameOrganization implements OrganizationChange<NewName> {
  readonly kind = OperationKind.RENAMED;
  readonly action = 'renameOrganization';

  /** @throws NAME_TAKEN, NOTHING_CHANGES */
  async decide(
    tx: EntityManager,
    organization: PartyOrganizationEntity,
    wanted: NewName,
    { from, until }: Period,
  ): Promise<Decision> {
    const name = normalizeName(wanted.name);
    if (!until && name === organization.name)
      throw organizationErrors.NOTHING_CHANGES({ name: organization.name, on: from });
    if (!until) await checkSiblings(tx, organization.associationId, [{ ...organization, name }]);
    const { pinyin, pinyinInitials } = spell(name);
    return {
      set: { name, pinyin, pinyin_initials: pinyinInitials },
      before: { name: organization.name },
      after: { name },
    };
  }
}
