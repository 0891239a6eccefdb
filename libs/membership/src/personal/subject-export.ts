import type { Viewer } from '@dangwu/access';
import { Audit, auditWords } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import type { Messages } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ChangeMember } from '../change-member';
import { MemberNumbers } from '../member-numbers';
import type { MemberEntity } from '../member.entity';
import { genderWords, memberStatusWords, PersonalField, postWords } from '../member.enums';
import { StaffAssignmentEntity } from '../staff/staff-assignment.entity';
import { StaffPhones } from '../staff/staff-phones';
import { OtherRecords } from './other-records';
import type { ExportSubjectInput } from './personal.inputs';
import type { SubjectExport, SubjectRecord } from './subject-export.type';

const sections = {
  facts: { zh: '基本信息', en: 'Facts' },
  affiliations: { zh: '组织关系', en: 'Affiliations' },
  posts: { zh: '党内任职', en: 'Posts' },
  staff: { zh: '党务工作', en: 'Party-affairs work' },
  access: { zh: '谁看过、改过', en: 'Who looked and changed' },
} as const;

const affiliationWords = {
  FORMAL: { zh: '正式组织关系', en: 'Formal affiliation' },
  FUNCTIONAL: { zh: '功能型组织关系', en: 'Functional affiliation' },
} as const;

interface Dated {
  readonly kind: keyof typeof affiliationWords;
  readonly post: keyof typeof postWords;
  readonly organization: string;
  readonly since: string;
  readonly until: string | null;
  readonly basis: string;
}

/**
 * All that is kept of a person, for the person who asks. Nothing of it is stored: it is answered once, after the log says
 * who took it out and why.
 */
@Injectable()
export class SubjectExports {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeMember,
    private readonly numbers: MemberNumbers,
    private readonly phones: StaffPhones,
    private readonly audit: Audit,
    private readonly others: OtherRecords,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING */
  async export(viewer: Viewer, input: ExportSubjectInput): Promise<SubjectExport> {
    const id = localId('Member', input.id);
    const member = await this.changes.refuse(viewer, id, 'member.unmask');
    return this.database.transaction(viewer.scope('member.unmask'), async (tx) => {
      const records = [
        ...(await this.facts(tx, member)),
        ...(await dated(tx, 'affiliation', id)).map((row) =>
          record('affiliations', affiliationWords[row.kind], same(row.organization), row),
        ),
        ...(await dated(tx, 'appointment', id)).map((row) =>
          record('posts', postWords[row.post], same(row.organization), row),
        ),
        ...(await this.staff(tx, id)),
        ...(await this.others.tell(tx, id)),
        ...(await accesses(tx, id)),
      ];
      await this.audit.record(tx, {
        action: 'member.exportSubject',
        subjectType: 'Member',
        subjectId: id,
        organizationId: member.organizationId,
        after: { rows: records.length },
        reason: input.reason.trim(),
      });
      return { name: member.name, records };
    });
  }

  private async facts(tx: EntityManager, member: MemberEntity): Promise<SubjectRecord[]> {
    const facts: [zh: string, en: string, value: Messages | string | null][] = [
      ['姓名', 'Name', member.name],
      ['性别', 'Gender', member.gender && genderWords[member.gender]],
      ['出生日期', 'Date of birth', member.birthDate],
      ['民族', 'Ethnic group', member.ethnicity],
      ['学历', 'Education', member.education],
      ['工作岗位', 'Position at work', member.jobTitle],
      ['身份证号', 'ID number', await this.numbers.open(tx, member, PersonalField.ID_NUMBER)],
      ['手机号', 'Phone number', await this.numbers.open(tx, member, PersonalField.PHONE)],
      ['党员类别', 'Status', memberStatusWords[member.status]],
      ['入党时间', 'Admitted on', member.joinedOn],
      ['转正时间', 'Full member on', member.fullOn],
      ['离开协会时间', 'Left on', member.leftOn],
    ];
    return facts.flatMap(([zh, en, value]) =>
      value === null ? [] : [record('facts', { zh, en }, typeof value === 'string' ? same(value) : value)],
    );
  }

  private async staff(tx: EntityManager, memberId: string): Promise<SubjectRecord[]> {
    const assignments = await tx.find(StaffAssignmentEntity, { where: { memberId }, order: { since: 'ASC' } });
    const records: SubjectRecord[] = [];
    for (const assignment of assignments) {
      const phone = await this.phones.open(tx, assignment);
      records.push(record('staff', { zh: '岗位', en: 'Position' }, same(assignment.position), assignment));
      if (phone) records.push(record('staff', { zh: '工作手机号', en: 'Phone at work' }, same(phone), assignment));
    }
    return records;
  }
}

const same = (text: string): Messages => ({ zh: text, en: text });

const record = (
  section: keyof typeof sections,
  item: Messages,
  value: Messages,
  { since = null, until = null, basis = null }: Partial<Pick<SubjectRecord, 'since' | 'until' | 'basis'>> = {},
): SubjectRecord => ({ section: sections[section], item, value, since, until, basis });

/** Affiliations or appointments, also at organizations that the viewer does not reach: it is the person who asks. */
const dated = (tx: EntityManager, table: 'affiliation' | 'appointment', memberId: string): Promise<Dated[]> =>
  tx.query<Dated[]>(
    `select ${table === 'affiliation' ? 'd.kind' : 'd.post'}, d.since::text, d.until::text, d.basis,
       coalesce((select v.name from organization_version v where v.id = d.organization_id and v.valid_to is null),
         '') as organization
     from ${table} d where d.member_id = $1 and d.deleted_at is null order by d.since, d.id`,
    [memberId],
  );

async function accesses(tx: EntityManager, memberId: string): Promise<SubjectRecord[]> {
  const events = await tx.query<{ action: string; at: string; by: string | null; reason: string | null }[]>(
    `select e.action, to_char(e.at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as at, a.name as by, e.reason
     from audit_event e left join account a on a.id = e.account_id
     where e.subject_type = 'Member' and e.subject_id = $1 order by e.id`,
    [memberId],
  );
  return events.map(({ action, at, by, reason }) =>
    record('access', auditWords.action(action), by === null ? { zh: '系统', en: 'the system' } : same(by), {
      since: at,
      basis: reason,
    }),
  );
}
