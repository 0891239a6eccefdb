import { among, asc, desc, readModel, reference, sql, type Sql } from '@dangwu/read-model';
import { RuleEntity } from './rule.entity';
import type { RuleFilter, RuleOrder } from './rule.inputs';
import { Rule } from './rule.type';

/** Shipped rows whose value or article nobody has compared with the regulation yet. */
const unconfirmed = (rule: { source: Sql; articleUncertain: Sql; confirmedAt: Sql }): Sql =>
  sql`(${rule.confirmedAt} is null and (${rule.articleUncertain} or ${rule.source} in ('SECONDARY', 'GENERAL_KNOWLEDGE')))`;

const both = (zh: Sql, en: Sql): Sql => sql`json_build_object('zh', ${zh}, 'en', ${en})`;
const bothOrNone = (zh: Sql, en: Sql): Sql => sql`case when ${zh} is not null then ${both(zh, en)} end`;

export const RuleModel = readModel<Rule, RuleEntity, RuleFilter, `${RuleOrder}`>({
  type: Rule,
  entity: RuleEntity,
  place: 'association',
  associationColumn: 'associationId',
  read: 'rule.read',
  deleted: 'deletedAt',
  fields: {
    name: (rule) => both(rule.nameZh, rule.nameEn),
    unit: (rule) => bothOrNone(rule.unitZh, rule.unitEn),
    basis: (rule) => both(rule.basisZh, rule.basisEn),
    note: (rule) => bothOrNone(rule.noteZh, rule.noteEn),
    organizationId: reference('PartyOrganization', 'organizationId'),
    needsConfirmation: unconfirmed,
  },
  orders: { KEY: [asc('key'), asc('effectiveFrom')], NEWEST: [desc('effectiveFrom'), asc('key')] },
  filters: {
    search: (rule, value) =>
      sql`strpos(lower(concat_ws(' ', ${rule.key}, ${rule.nameZh}, ${rule.nameEn}, ${rule.basisZh})), lower(${value})) > 0`,
    layers: among('layer'),
    strengths: among('strength'),
    sources: among('source'),
    needsConfirmation: (rule, value) => sql`${unconfirmed(rule)} = ${value}`,
    inForceOn: (rule, day) =>
      sql`(${rule.effectiveFrom} <= ${day} and (${rule.effectiveTo} is null or ${day} < ${rule.effectiveTo}))`,
  },
});
