import { Obligations } from '@dangwu/activities';
import type { Actor } from '@dangwu/organization';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';

/** What the rules ask of everybody, from the organizations and activities there are; one of it is waived. */
export async function addObligations(
  tx: EntityManager,
  app: INestApplicationContext,
  { associationId, name }: Actor,
  days: Days,
): Promise<void> {
  await app.get(Obligations).derive(tx, associationId, 'ALL');
  await tx.query(
    `update obligation set waived_at = $2::date + time '09:30', waived_by = $3, waived_reason = '全体党员赴外地参加行业展会'
     where id = (select o.id from obligation o join activity_type t on t.id = o.activity_type_id
       where o.association_id = $1 and t.key = 'THEME_DAY' and o.period = 'MONTH' and o.ends_on < $4 and o.held = 0
         and o.recorded = 0 and o.deleted_at is null order by o.ends_on desc, o.organization_id limit 1)`,
    [associationId, days.at(-5), name, days.today],
  );
}
