import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import { spell } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { AffiliationEntity } from './affiliation.entity';
import { ChangeMember } from './change-member';
import { checkFacts } from './member-facts';
import { MemberNumbers } from './member-numbers';
import { MemberEntity } from './member.entity';
import { AffiliationKind, type PersonalField } from './member.enums';
import { memberErrors } from './member.errors';
import type { ChangeMemberInput, RegisterMemberInput, RevealMemberInput } from './member.inputs';

/** Registering members, correcting what is known of them, and looking at their numbers. */
@Injectable()
export class MemberService {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeMember,
    private readonly numbers: MemberNumbers,
    private readonly audit: Audit,
  ) {}

  /** @throws ID_NUMBER_TAKEN, NO_AFFILIATIONS_HERE, what `checkFacts` refuses @returns the UUID */
  async register(viewer: Viewer, input: RegisterMemberInput): Promise<string> {
    const today = this.changes.clock.today();
    const { columns, idNumber, phone } = checkFacts(input, today);
    if (input.since > today) throw memberErrors.ENDS_BEFORE_BEGIN({ on: input.since, since: today });
    const id = newId();
    const associationId = viewer.association.id;
    await this.changes.refusing(() =>
      this.database.transaction(viewer.scope('member.maintain'), async (tx) => {
        const organization = await this.changes.organization(tx, viewer, input.organizationId);
        this.changes.checkFormal(organization);
        const [sealed] = await this.numbers.seal(tx, associationId, [
          { personId: id, ...(idNumber && { idNumber }), ...(phone && { phone }) },
        ]);
        const place = { associationId, organizationId: organization.id };
        await tx.insert(MemberEntity, { id, ...place, ...columns, ...spell(columns.name), ...sealed });
        await tx.insert(AffiliationEntity, {
          id: newId(),
          ...place,
          memberId: id,
          kind: AffiliationKind.FORMAL,
          since: input.since,
          basis: input.basis.trim(),
        });
        const after = { name: columns.name, status: columns.status, organization: organization.name };
        await this.changes.record(tx, 'registerMember', id, { after });
      }),
    );
    return id;
  }

  /** Numbers that are left out stay. @throws ID_NUMBER_TAKEN, STALE_VERSION, what `checkFacts` refuses */
  change(viewer: Viewer, input: ChangeMemberInput): Promise<string> {
    const { columns, idNumber, phone } = checkFacts(input, this.changes.clock.today());
    return this.changes.change(viewer, 'changeMember', input, async (tx, member) => {
      const person = { personId: member.id, ...(idNumber && { idNumber }), ...(phone && { phone }) };
      const [sealed] = await this.numbers.seal(tx, member.associationId, [person]);
      await tx
        .createQueryBuilder()
        .update(MemberEntity)
        .set({ ...columns, ...spell(columns.name), ...sealed, version: member.version })
        .where({ id: member.id })
        .execute();
      const known = (['name', 'status', 'joinedOn', 'fullOn'] as const).filter((key) => member[key] !== columns[key]);
      const pick = (from: Partial<typeof columns>) => Object.fromEntries(known.map((key) => [key, from[key] ?? null]));
      const renewed = [...(idNumber ? ['idNumber'] : []), ...(phone ? ['phone'] : [])];
      return { before: pick(member), after: { ...pick(columns), ...(renewed.length && { renewed }) } };
    });
  }

  /** One number of one member, in the clear, to whoever may; the look is in the audit log before it is answered. */
  async reveal(viewer: Viewer, input: RevealMemberInput): Promise<string> {
    const id = localId('Member', input.id);
    // the system's sight, so that "not visible" and "not allowed" are told by the one who decides it
    const scope = { ...viewer.scope('member.read'), places: 'everywhere' as const };
    return this.database.transaction(scope, async (tx) => {
      const member = await this.changes.visible(tx, viewer, id, 'member.unmask');
      const clear = await this.numbers.open(tx, member, input.field satisfies PersonalField);
      if (clear === null) throw memberErrors.NOTHING_TO_REVEAL();
      await this.audit.record(tx, {
        action: 'revealMember',
        subjectType: 'Member',
        subjectId: id,
        after: { field: input.field, reason: input.reason.trim() },
      });
      return clear;
    });
  }
}
