import { ActivityTypeEntity } from '@dangwu/activities';
import { PartyOrganizationEntity } from '@dangwu/organization';
import { newId } from '@dangwu/platform/ids';
import { RuleEntity } from '@dangwu/rules';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';

/** Whose house rule it is: a company of its own, with branches below. */
const holder = 'DZ0022';

/** A company asks for warning education twice as often as the association does, since last year. */
export async function addHouseCadence(tx: EntityManager, associationId: string, days: Days): Promise<void> {
  const { id: organizationId } = await tx.findOneByOrFail(PartyOrganizationEntity, { associationId, code: holder });
  const type = await tx.findOneByOrFail(ActivityTypeEntity, { associationId, key: 'WARNING_EDUCATION' });
  const key = 'warning.house.a';
  const basis = '公司党委会议纪要〔2025〕12号：警示教育每半年不少于两次';
  await tx.insert(RuleEntity, {
    id: newId(),
    associationId,
    key,
    nameZh: '警示教育次数',
    nameEn: 'Warning education, how often',
    value: '2',
    unitZh: '次/半年',
    unitEn: 'a half-year',
    stricter: 'HIGHER',
    strength: 'NORMAL',
    layer: 'ORGANIZATION',
    organizationId,
    basisZh: basis,
    basisEn: basis,
    source: 'HOUSE',
    articleUncertain: false,
    effectiveFrom: `${Number(days.today.slice(0, 4)) - 1}-07-01`,
  });
  await tx.query(
    `insert into cadence (id, association_id, rule_key, activity_type_id, organization_id, period, organization_types,
       risk_days)
     select $1, $2, $3, $4, $5, period, organization_types, risk_days from cadence
     where association_id = $2 and rule_key = 'warning.cadence'`,
    [newId(), associationId, key, type.id, organizationId],
  );
}
