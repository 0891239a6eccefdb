import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { Idempotency, spell } from '@dangwu/organization';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AffiliationEntity } from './affiliation.entity';
import { ChangeMember, checkAffiliation } from './change-member';
import { checkFacts, leastAgeRule, type CheckedFacts, type StatedFacts } from './member-facts';
import { MemberNumbers } from './member-numbers';
import { MemberEntity } from './member.entity';
import { PersonalField } from './member.enums';
import { memberErrors } from './member.errors';
import type { ChangeMemberInput, RegisterMemberInput, RevealMemberInput } from './member.inputs';

/** Registering members, correcting what is known of them, and looking at their numbers. */
@Injectable()
export class MemberService {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeMember,
    private readonly numbers: MemberNumbers,
    private readonly idempotency: Idempotency,
    private readonly rules: Rules,
    private readonly audit: Audit,
  ) {}

  /** @throws ID_NUMBER_TAKEN, NO_AFFILIATIONS_HERE, DAY_AHEAD, what `checkFacts` refuses @returns the UUID */
  register(viewer: Viewer, input: RegisterMemberInput): Promise<string> {
    const { idempotencyKey: key = null, organizationId, kind, since } = input;
    const today = this.changes.today();
    if (since > today) throw memberErrors.DAY_AHEAD({ on: since });
    const basis = input.basis.trim();
    const actor = { associationId: viewer.association.id, accountId: viewer.account.id, name: viewer.account.name };
    return this.changes.write(viewer, async (tx) => {
      const { columns, ...clear } = await this.check(tx, viewer, input);
      const organization = await this.changes.organization(tx, viewer, organizationId);
      checkAffiliation(organization, kind);
      // what a key stands for is kept: numbers by their marks only
      const request = { ...columns, ...(await this.numbers.marks(clear)), organizationId, kind, since, basis };
      return this.idempotency.once(tx, actor, { operation: 'registerMember', key, request }, async () => {
        const id = newId();
        const [numbers] = await this.numbers.seal(tx, actor.associationId, [{ personId: id, ...clear }]);
        const place = { associationId: actor.associationId, organizationId: organization.id };
        const spelt = spell(columns.name);
        await tx.insert(MemberEntity, { id, ...place, affiliationKind: kind, ...columns, ...spelt, ...numbers });
        await tx.insert(AffiliationEntity, { id: newId(), ...place, memberId: id, kind, since, basis });
        const after = { name: columns.name, status: columns.status, organization: organization.name, kind, since };
        await this.changes.record(tx, viewer, 'member.register', id, { after });
        return id;
      });
    });
  }

  /** Numbers that are left out stay. @throws ID_NUMBER_TAKEN, STALE_VERSION, what `checkFacts` refuses */
  change(viewer: Viewer, input: ChangeMemberInput): Promise<string> {
    return this.changes.change(viewer, 'member.change', input, async (tx, member) => {
      // whatever is said of gender and birth must fit the number on record, too
      const known = input.idNumber?.trim() ? undefined : await this.numbers.open(tx, member, PersonalField.ID_NUMBER);
      const { columns, ...given } = await this.check(tx, viewer, known ? { ...input, idNumber: known } : input);
      const clear = known ? { ...given, idNumber: undefined } : given;
      const [numbers] = await this.numbers.seal(tx, member.associationId, [{ personId: member.id, ...clear }]);
      await tx.update(MemberEntity, { id: member.id }, { ...columns, ...spell(columns.name), ...numbers });
      const changed = Object.keys(columns).filter(
        (name) => columns[name as keyof typeof columns] !== member[name as keyof typeof columns],
      );
      const only = (of: object): object =>
        Object.fromEntries(Object.entries(of).filter(([name]) => changed.includes(name)));
      const renewed = [clear.idNumber && 'idNumber', clear.phone && 'phone'].filter(Boolean);
      return { before: only(member), after: { ...only(columns), ...(renewed.length && { renewed }) } };
    });
  }

  /** One number of one member, in the clear, to whoever may; the look is in the audit log before it is answered. */
  async reveal(viewer: Viewer, input: RevealMemberInput): Promise<string> {
    const id = localId('Member', input.id);
    const member = await this.changes.refuse(viewer, id, 'member.unmask');
    return this.database.transaction(viewer.scope('member.unmask'), async (tx) => {
      const clear = await this.numbers.open(tx, member, input.field);
      if (clear === null) throw memberErrors.NOTHING_TO_REVEAL();
      await this.audit.record(tx, {
        action: 'member.reveal',
        subjectType: 'Member',
        subjectId: id,
        organizationId: member.organizationId,
        after: { field: input.field },
        reason: input.reason.trim(),
      });
      return clear;
    });
  }

  private async check(tx: EntityManager, viewer: Viewer, stated: StatedFacts): Promise<CheckedFacts> {
    const rules = await this.rules.ofAssociation(tx, viewer.association.id);
    return checkFacts(stated, { today: this.changes.today(), leastAge: rules.get(leastAgeRule) });
  }
}
