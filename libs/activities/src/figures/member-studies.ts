import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MemberStudy, MemberStudyPage } from './member-study.type';
import { StudyRules, type HoursAsked } from './study-rules';

/** Whose attendance and study is asked about. */
export interface StudyQuestion {
  readonly year: number;
  readonly within: Area | null;
  readonly first: number;
  /** global id of the member after whom the page begins */
  readonly after: string | null;
}

interface Row extends Omit<MemberStudy, 'requiredHours' | 'memberId' | 'organizationId'> {
  readonly id: string;
  readonly at: string;
}

/** So many members are counted for how many of them have their hours. */
const mostCounted = 2_000;

const leads = `exists (select from appointment p where p.member_id = m.id and p.post <> 'GROUP_LEADER' and p.deleted_at is null
  and p.since <= $1 and (p.until is null or $1 < p.until))`;
const members = `member m join party_organization o on o.id = m.organization_id
  where m.deleted_at is null and m.left_on is null and m.status in ('FULL', 'PROBATIONARY')`;

/**
 * Attendance and study by member. Who reads members of an organization sees how often they attended wherever it was, as
 * sums, without seeing those activities.
 */
@Injectable()
export class MemberStudies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: StudyRules,
  ) {}

  async page(viewer: Viewer, { year, within, first, after }: StudyQuestion): Promise<MemberStudyPage> {
    const sight = viewer.area('member.read');
    const area = within ? sight.intersect(within) : sight;
    const scope = { association: viewer.association.id, places: area.ranges, account: viewer.account.id };
    const days = [`${year}-01-01`, `${year}-12-31`];
    const found = await this.database.transaction(scope, async (tx) => {
      const [count] = await tx.query<{ total: number }[]>(`select count(*)::int as total from ${members}`);
      const total = count!.total;
      const from = after === null ? null : localId('Member', after);
      const rows = await this.read(tx, days, from, first + 1);
      return { total, rows, all: total <= mostCounted ? await this.read(tx, days, null, mostCounted) : null };
    });
    const every = found.all ?? found.rows;
    const asked = await this.database.transaction(viewer.scope('organization.identify'), (tx) =>
      this.rules.asked(tx, viewer.association.id, [...new Set(every.map(({ at }) => at))], this.dayOf(year)),
    );
    const nodes = found.rows.slice(0, first).map((row) => told(row, asked));
    return {
      nodes,
      pageInfo: {
        hasNextPage: found.rows.length > first,
        hasPreviousPage: after !== null,
        startCursor: nodes[0]?.memberId ?? null,
        endCursor: nodes.at(-1)?.memberId ?? null,
      },
      totalCount: found.total,
      metCount: found.all?.filter((row) => row.studyHours >= required(row, asked)).length ?? null,
    };
  }

  private read(tx: EntityManager, days: readonly string[], from: string | null, limit: number): Promise<Row[]> {
    return tx.query<Row[]>(
      `with page as materialized (
         select m.id, m.name, m.organization_id, o.name as organization, o.path, m.pinyin, ${leads} as leads
         from ${members} and ($4::uuid is null or (o.path, m.pinyin, m.id) > (
           select lo.path, l.pinyin, l.id from member l join party_organization lo on lo.id = l.organization_id
           where l.id = $4))
         order by o.path, m.pinyin, m.id limit $5)
       select p.id, p.name, p.organization_id as at, p.organization as "organizationName", p.leads,
         coalesce(s.entitled, 0) as entitled, coalesce(s.present, 0) as present, coalesce(s.on_leave, 0) as "onLeave",
         coalesce(s.absent, 0) as absent, round(coalesce(s.study_minutes, 0) / 60.0, 1)::float8 as "studyHours"
       from page p left join dangwu_member_attendance((select array_agg(id) from page), $2, $3) s on s.member_id = p.id
       order by p.path, p.pinyin, p.id`,
      [this.clock.today(), ...days, from, limit],
    );
  }

  /** The day whose rules count for a year: its last one, once it is over. */
  private dayOf(year: number): string {
    const [today, last] = [this.clock.today(), `${year}-12-31`];
    return last < today ? last : today;
  }
}

type Asked = (organizationId: string) => HoursAsked;

const required = ({ at, leads }: Row, asked: Asked): number => (leads ? asked(at).leader : asked(at).member);

function told({ id, at, ...row }: Row, asked: Asked): MemberStudy {
  return {
    ...row,
    memberId: globalId('Member', id),
    organizationId: globalId('PartyOrganization', at),
    requiredHours: required({ id, at, ...row }, asked),
  };
}
