import { Access, type Viewer } from '@dangwu/access';
import { Audit, type AuditEntry } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId } from '@dangwu/platform/ids';
import { keyErrors } from '@dangwu/platform/keys';
import { holdsFormalAffiliations, lockOrganizations, PartyOrganizationEntity, typeWords } from '@dangwu/organization';
import { Injectable } from '@nestjs/common';
import { QueryFailedError, type EntityManager } from 'typeorm';
import { MemberAnnouncements } from './member-announcements';
import { both, MemberHistory, type Concern } from './member-history';
import { MemberEntity } from './member.entity';
import { AffiliationKind } from './member.enums';
import { memberErrors } from './member.errors';

export interface MemberStep {
  /** global id */
  readonly id: string;
  readonly version: number;
}

/** What the audit log is to keep of a change: never a number of the person. */
export interface Told {
  readonly before?: object;
  readonly after: object;
}

/** And organizations that it concerns beside those to which the member belongs. */
export interface Changed extends Told {
  readonly concern?: Concern;
}

type MemberPermission = 'member.maintain' | 'member.unmask' | 'member.erase';

/** The frame of all changes of members: rights, lock, version, history, audit, live event, in one transaction. */
@Injectable()
export class ChangeMember {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly history: MemberHistory,
    private readonly announcements: MemberAnnouncements,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, and what `work` refuses @returns the member's UUID */
  async change(
    viewer: Viewer,
    action: string,
    step: MemberStep,
    work: (tx: EntityManager, member: MemberEntity) => Promise<Changed>,
    permission: MemberPermission = 'member.maintain',
  ): Promise<string> {
    const id = localId('Member', step.id);
    await this.refuse(viewer, id, permission);
    await this.write(viewer, async (tx) => {
      const member = await tx.findOneBy(MemberEntity, { id });
      if (!member) throw platformErrors.UNKNOWN_ID();
      if (member.erasedAt) throw keyErrors.PERSON_ERASED();
      if (member.version !== step.version) throw platformErrors.STALE_VERSION({ current: member.version });
      const told = await work(tx, member);
      await tx.query(`update member set version = $2 where id = $1`, [id, step.version + 1]);
      await this.record(tx, viewer, action, id, told);
    });
    return id;
  }

  /** One change of an association at a time, as with organizations: what was decided on still holds when it is written. */
  async write<T>(viewer: Viewer, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.database.transaction(viewer.scope('member.maintain'), async (tx) => {
        await lockOrganizations(tx, viewer.association.id);
        return work(tx);
      });
    } catch (error) {
      throw asRefusal(error);
    }
  }

  /** Who may see the member but not do this is told so; to others the member does not exist. */
  async refuse(viewer: Viewer, id: string, permission: MemberPermission): Promise<MemberEntity> {
    const member = await this.database.transaction(viewer.scope('member.read'), (tx) =>
      tx.findOneBy(MemberEntity, { id }),
    );
    if (!member) throw platformErrors.UNKNOWN_ID();
    const place = await this.access.place(null, viewer, member.organizationId);
    this.access.require(viewer, permission, place, 'member.read');
    return member;
  }

  /** After a change was written: history, audit log, live event. */
  record(tx: EntityManager, viewer: Viewer, action: string, id: string, changed: Changed): Promise<void> {
    return this.recordAll(tx, viewer, action, new Map([[id, changed]]));
  }

  /** The same after the same change of many, by their UUIDs. */
  async recordAll(
    tx: EntityManager,
    viewer: Viewer,
    action: string,
    changes: ReadonlyMap<string, Changed>,
  ): Promise<void> {
    const ids = [...changes.keys()];
    let concerned = await this.history.derive(tx, ids, this.today());
    const rows = await tx.query<{ id: string; at: string }[]>(
      `select id, organization_id as at from member where id = any($1)`,
      [ids],
    );
    const places = new Map(rows.map(({ id, at }) => [id, at]));
    const events: AuditEntry[] = [];
    for (const [id, { before, after, concern }] of changes) {
      const { basis = null, ...told } = { ...after } as Record<string, unknown> & { basis?: string | null };
      const about = { action, subjectType: 'Member', subjectId: id, organizationId: places.get(id) };
      events.push({ ...about, before: before ? { ...before } : null, after: told, reason: basis });
      if (concern) concerned = both(concerned, concern);
    }
    await this.audit.recordAll(tx, events);
    const [only] = ids;
    const told = only && ids.length === 1 ? globalId('Member', only) : '';
    await this.announcements.announce(tx, viewer.association.id, concerned, told);
  }

  /** The organization behind a global id, where the viewer may maintain members. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async organization(tx: EntityManager, viewer: Viewer, id: string): Promise<PartyOrganizationEntity> {
    const place = await this.access.place(tx, viewer, localId('PartyOrganization', id));
    this.access.require(viewer, 'member.maintain', place);
    return tx.findOneByOrFail(PartyOrganizationEntity, { id: place.id });
  }

  today(): string {
    return this.clock.today();
  }
}

/** Whether members may belong there by such an affiliation. @throws NO_AFFILIATIONS_HERE */
export function checkAffiliation({ name, type, status }: PartyOrganizationEntity, kind: AffiliationKind): void {
  if (status === 'ACTIVE' && (kind === AffiliationKind.FUNCTIONAL || holdsFormalAffiliations(type))) return;
  const { zh, en } = typeWords[type];
  throw memberErrors.NO_AFFILIATIONS_HERE({ name, typeZh: zh, typeEn: en });
}

/** What the database keeps up for rows that this transaction does not see comes out as a refusal, too. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  if (error.message.includes('member_id_number')) return memberErrors.ID_NUMBER_TAKEN();
  if (/affiliation_(one_formal|once)/.test(error.message)) return memberErrors.AFFILIATION_OVERLAPS();
  return error;
}
