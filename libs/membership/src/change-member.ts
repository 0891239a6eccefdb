import { Access, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { holdsFormalAffiliations, PartyOrganizationEntity, typeWords } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { MemberEntity } from './member.entity';
import { memberErrors } from './member.errors';

export interface MemberStep {
  /** global id */
  readonly id: string;
  readonly version: number;
}

/** The frame of all changes of one member: rights, lock, version, audit, in one transaction. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    readonly clock: Clock,
  ) {}

  /**
   * @param work answers what the audit log is to keep, never a number of the person
   * @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, and what `work` refuses
   */
  async change(
    viewer: Viewer,
    action: string,
    step: MemberStep,
    work: (tx: EntityManager, member: MemberEntity) => Promise<{ before?: object; after: object }>,
  ): Promise<string> {
    const id = localId('Member', step.id);
    const scope = { ...viewer.scope('member.read'), places: 'everywhere' as const };
    await this.refusing(() =>
      this.database.transaction(scope, async (tx) => {
        const member = await this.visible(tx, viewer, id, 'member.maintain');
        if (member.version !== step.version) throw platformErrors.STALE_VERSION({ current: member.version });
        const told = await work(tx, member);
        await tx.query(`update member set version = version + 1 where id = $1`, [id]);
        await this.record(tx, action, id, told);
      }),
    );
    return id;
  }

  /** Locks the member. @throws UNKNOWN_ID to whoever may not read it, PERMISSION_MISSING */
  async visible(
    tx: EntityManager,
    viewer: Viewer,
    id: string,
    permission: 'member.maintain' | 'member.unmask',
  ): Promise<MemberEntity> {
    const member = await tx.findOne(MemberEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!member) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(tx, viewer, member.organizationId);
    this.access.require(viewer, permission, place, 'member.read');
    return member;
  }

  record(
    tx: EntityManager,
    action: string,
    subjectId: string,
    { before, after }: { before?: object; after: object },
    subjectType = 'Member',
  ): Promise<void> {
    return this.audit.record(tx, {
      action,
      subjectType,
      subjectId,
      before: (before as Record<string, unknown>) ?? null,
      after: after as Record<string, unknown>,
    });
  }

  /** The organization behind a global id, maintained by the viewer. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async organization(tx: EntityManager, viewer: Viewer, globalId: string): Promise<PartyOrganizationEntity> {
    const id = localId('PartyOrganization', globalId);
    this.access.require(viewer, 'member.maintain', await this.access.place(tx, viewer, id));
    return tx.findOneByOrFail(PartyOrganizationEntity, { id });
  }

  /** @throws NO_AFFILIATIONS_HERE */
  checkFormal({ name, type, status }: PartyOrganizationEntity): void {
    if (holdsFormalAffiliations(type) && status === 'ACTIVE') return;
    const { zh, en } = typeWords[type];
    throw memberErrors.NO_AFFILIATIONS_HERE({ name, typeZh: zh, typeEn: en });
  }

  /** What the database keeps up under concurrency comes out as a refusal. */
  async refusing<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof QueryFailedError) {
        if (error.message.includes('member_id_number')) throw memberErrors.ID_NUMBER_TAKEN();
        if (/affiliation_one_(formal|active)/.test(error.message)) throw memberErrors.AFFILIATION_OVERLAPS();
      }
      throw error;
    }
  }
}
