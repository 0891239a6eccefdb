import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { OwnSession } from './session-parts.type';

/** So many are answered at once. */
const most = 50;

/** Sessions in which one is entitled to sit, whatever one may read otherwise. */
@Injectable()
export class OwnSessions {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Those called or sitting and not over, the soonest first. What is still being prepared nobody is told. */
  async of(viewer: Viewer): Promise<OwnSession[]> {
    const scope = { ...systemScope(viewer.association.id), account: viewer.account.id };
    const rows = await this.database.transaction(scope, (tx) =>
      tx.query<OwnSession[]>(
        `select s.id, s.title, s.starts_at as "startsAt", s.ends_at as "endsAt", s.place, s.state, m.chair,
           (select count(*)::int from session_item i
            where i.session_id = s.id and i.state <> 'REMOVED' and i.deleted_at is null) as "itemCount"
         from review_session s join (
           select session_id, bool_or(chair) as chair from session_member
           where account_id = $2 and deleted_at is null group by session_id) m on m.session_id = s.id
         where s.association_id = $1 and s.deleted_at is null
           and (s.state = 'OPEN' or s.state = 'NOTIFIED' and s.ends_at > $3::timestamptz - interval '1 day')
         order by s.starts_at, s.id limit ${most}`,
        [viewer.association.id, viewer.account.id, this.clock.now()],
      ),
    );
    return rows.map((row) => ({ ...row, id: globalId('ReviewSession', row.id) }));
  }
}
