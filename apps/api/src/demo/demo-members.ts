import { ImportKind } from '@dangwu/imports';
import { LeadershipTeamEntity } from '@dangwu/membership';
import type { Actor } from '@dangwu/organization';
import { newId } from '@dangwu/platform/ids';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { importRoster, rosters, type Row } from './demo-rosters';
import type { Past } from './past';

/** Imports the roster of members as it stood on a day, with the posts they held. */
export function addMembers(
  tx: EntityManager,
  app: INestApplicationContext,
  past: Past,
  actor: Actor,
  day: string,
): Promise<void> {
  const rows = rosters.members.map((row) => asOf(row, day));
  return past.at(day, () =>
    importRoster(tx, app, actor, { kind: ImportKind.MEMBERS, fileName: '党员名册.xlsx', rows }),
  );
}

/** Whoever becomes a full member later is on probation on that day. */
function asOf(row: Row, day: string): Row {
  return String(row['转正时间']) > day ? { ...row, 党员类别: '预备党员', 转正时间: '' } : row;
}

interface Elected {
  readonly organizationId: string;
  readonly since: string;
  readonly endsOn: string;
  readonly remindOn: string;
  readonly posts: number;
  readonly led: boolean;
}

/** Teams have three, five or seven seats; one without a secretary has that seat free. */
const seatsOf = ({ posts, led }: Elected): number => {
  const needed = led ? posts : posts + 1;
  return [3, 5, 7].find((seats) => seats >= needed) ?? needed;
};

/** The teams behind the terms of the tree, where posts are held. */
export async function addTeams(tx: EntityManager, associationId: string): Promise<void> {
  const elected = await tx.query<Elected[]>(
    `select o.id as "organizationId", o.term_ends_on::text as "endsOn", count(*)::int as posts,
       bool_or(a.post = 'SECRETARY') as led,
       (o.term_ends_on - make_interval(years => case o.type when 'COMMITTEE' then 5 else 3 end))::date::text as since,
       (o.term_ends_on - interval '6 months')::date::text as "remindOn"
     from party_organization o join appointment a on a.organization_id = o.id and a.until is null
     where o.association_id = $1 and o.status = 'ACTIVE' and o.term_ends_on is not null
     group by o.id order by o.path`,
    [associationId],
  );
  await tx.insert(
    LeadershipTeamEntity,
    elected.map((team, i) => ({
      organizationId: team.organizationId,
      since: team.since,
      endsOn: team.endsOn,
      remindOn: team.remindOn,
      id: newId(),
      associationId,
      termNo: 2 + (i % 4),
      until: null,
      seats: seatsOf(team),
      basis: `关于同意换届选举结果的批复（示党字〔${team.since.slice(0, 4)}〕${i + 1} 号）`,
    })),
  );
}
