import type { Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { ChangeCycle } from '../cycle/change-cycle';
import { takingPart } from '../cycle/cycle-gaps';
import type { AssessmentsToSettle } from './to-settle.type';

/** So many are told by name; all are counted. */
const most = 500;

/** What keeps the results of a cycle from being final: objections that nobody decided, and totals that are missing. */
@Injectable()
export class ToSettle {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeCycle,
  ) {}

  /** Of all who take part. @throws UNKNOWN_ID, PERMISSION_MISSING */
  async of(viewer: Viewer, global: string): Promise<AssessmentsToSettle> {
    const { id } = await this.changes.find(viewer, global);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const rows = await tx.query<{ id: string; name: string; objections: number; lacking: boolean }[]>(toSettle, [
        id,
        takingPart,
      ]);
      const lacking = rows.filter((row) => row.lacking);
      const objected = rows.filter(({ objections }) => objections > 0);
      const told = (some: typeof rows) =>
        some.slice(0, most).map((row) => ({ assessmentId: globalId('Assessment', row.id), name: row.name }));
      return {
        objections: objected.reduce((sum, row) => sum + row.objections, 0),
        objected: told(objected),
        lackingCount: lacking.length,
        lacking: told(lacking),
      };
    });
  }
}

const toSettle = `
  select * from (
    select a.id, a.subject_name as name, a.group_name, a.total is null as lacking,
      (select count(*)::int from assessment_objection o
         where o.assessment_id = a.id and o.state = 'OPEN' and o.deleted_at is null) as objections
    from assessment a where a.cycle_id = $1 and a.participation = any ($2) and a.deleted_at is null) a
  where lacking or objections > 0 order by group_name, name, id`;
