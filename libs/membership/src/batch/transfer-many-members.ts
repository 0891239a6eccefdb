import { missing, type Viewer } from '@dangwu/access';
import {
  BatchFrame,
  checkEffectiveOn,
  ChosenRows,
  lockOrganizations,
  PartyOrganizationEntity,
  rowList,
  Verdicts,
  type Batch,
  type DoneBatch,
  type ForeseenBatch,
} from '@dangwu/organization';
import { Database } from '@dangwu/platform/database';
import { DomainError, platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import type { AffiliationEntity } from '../affiliation.entity';
import { ChangeMember, checkAffiliation, type Changed } from '../change-member';
import { holdsOn } from '../dated';
import { MemberEntity } from '../member.entity';
import { AffiliationKind } from '../member.enums';
import { memberErrors } from '../member.errors';
import { endedByTransfer, holdsPosts } from '../transfer';
import type { BatchTransferMembersInput, MembersTransferInput } from './member-batch.inputs';
import { formalAffiliations, moveAffiliations, type Move } from './move-affiliations';

/** `statuses` narrows here: nobody is listed by a status unless it is asked for. */
const members = rowList('members', 'MemberFilter', ['includeLeft']);

/** Names of those the viewer may read, by UUID; the others do not exist for them. */
type Visible = ReadonlyMap<string, string>;
type Work = Parameters<Batch<MembersTransferInput, Visible>['carryOut']>[0];

/**
 * 整批转接组织关系: each member is judged as alone, those that pass are moved together. Only formal affiliations are:
 * whoever left, or only takes part, is not brought in by a filter that happened to find them.
 */
@Injectable()
export class TransferManyMembers implements Batch<MembersTransferInput, Visible>, OnModuleInit {
  readonly job = 'MEMBER_BATCH_TRANSFER';
  readonly atOnce = 1000;
  readonly permission = 'member.maintain';
  readonly rows = { zh: '名党员', en: 'members' };

  constructor(
    private readonly frame: BatchFrame,
    private readonly chosen: ChosenRows,
    private readonly database: Database,
    private readonly changes: ChangeMember,
  ) {}

  onModuleInit(): void {
    this.frame.offer(this);
  }

  foresee(viewer: Viewer, input: MembersTransferInput): Promise<ForeseenBatch> {
    return this.frame.foresee(viewer, this, input);
  }

  transfer(viewer: Viewer, { expected, ...input }: BatchTransferMembersInput): Promise<DoneBatch> {
    return this.frame.carryOut<MembersTransferInput, Visible>(viewer, this, input, expected);
  }

  async choose(viewer: Viewer, input: MembersTransferInput): Promise<readonly string[]> {
    const ids = await this.chosen.ids(viewer, members, input);
    return ids.map((id) => localId('Member', id));
  }

  /** @throws TOO_FAR_AHEAD */
  prepare(viewer: Viewer, ids: readonly string[], { effectiveOn }: MembersTransferInput): Promise<Visible> {
    checkEffectiveOn(effectiveOn, this.changes.today());
    return this.database.transaction(viewer.scope('member.read'), async (tx) => {
      const rows = await tx.find(MemberEntity, { where: { id: In([...ids]) }, select: { id: true, name: true } });
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
  }

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, NO_AFFILIATIONS_HERE: what is wrong with where they are to go */
  async carryOut({ tx, viewer, ids, input, prepared: visible, trying, progress }: Work): Promise<Verdicts> {
    await lockOrganizations(tx, viewer.association.id);
    const to = await this.changes.organization(tx, viewer, input.organizationId);
    checkAffiliation(to, AffiliationKind.FORMAL);
    const mine = new Map((await tx.findBy(MemberEntity, { id: In([...ids]) })).map((member) => [member.id, member]));
    const formal = await formalAffiliations(tx, [...mine.keys()]);
    const verdicts = new Verdicts();
    const moves: Move[] = [];
    for (const [at, id] of ids.entries()) {
      await progress(at);
      const name = visible.get(id);
      const member = mine.get(id);
      if (name === undefined) verdicts.skip({ id }, platformErrors.UNKNOWN_ID());
      else if (!member) verdicts.skip({ id, name }, missing('member.maintain'));
      else {
        const old = judge(verdicts, member, formal.get(id) ?? [], to, input.effectiveOn);
        if (old) moves.push({ member, old });
      }
    }
    const { effectiveOn: on } = input;
    const basis = input.basis.trim();
    const holding = await moveAffiliations(tx, moves, { organizationId: to.id, on, basis });
    for (const { member } of moves) {
      const posts = holding.get(member.id);
      if (posts) verdicts.skip(member, holdsPosts(posts));
      else verdicts.change(member);
    }
    const moved = moves.filter(({ member }) => !holding.has(member.id));
    if (!trying && moved.length > 0) await this.record(tx, viewer, moved, { organization: to.name, on, basis });
    return verdicts;
  }

  private async record(
    tx: EntityManager,
    viewer: Viewer,
    moved: readonly Move[],
    told: { readonly organization: string; readonly on: string; readonly basis: string },
  ): Promise<void> {
    const ids = moved.map(({ member }) => member.id);
    await tx.query(`update member set version = version + 1 where id = any($1)`, [ids]);
    const from = await tx.findBy(PartyOrganizationEntity, { id: In(moved.map(({ old }) => old.organizationId)) });
    const names = new Map(from.map(({ id, name }) => [id, name]));
    const after = { ...told, kind: AffiliationKind.FORMAL };
    const changes = moved.map(({ member, old }): [string, Changed] => [
      member.id,
      { before: { organization: names.get(old.organizationId) ?? null }, after },
    ]);
    await this.changes.recordAll(tx, viewer, 'member.transfer', new Map(changes));
  }
}

/** @returns the affiliation to end; null for those that stay, about whom the verdict is spoken */
function judge(
  verdicts: Verdicts,
  member: MemberEntity,
  all: readonly AffiliationEntity[],
  to: PartyOrganizationEntity,
  on: string,
): AffiliationEntity | null {
  try {
    if (!all.some((one) => holdsOn(one, on))) throw memberErrors.NO_FORMAL_AFFILIATION({ on });
    return endedByTransfer(all, to, AffiliationKind.FORMAL, on) ?? null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    if (error.reason === 'SAME_ORGANIZATION') verdicts.leave(member);
    else verdicts.skip(member, error);
    return null;
  }
}
