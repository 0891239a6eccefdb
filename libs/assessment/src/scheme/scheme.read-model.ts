import { after, among, asc, desc, reference, readModel, related, sql } from '@dangwu/read-model';
import { AssessmentCycle } from '../cycle/cycle.type';
import type { AssessmentCycleEntity } from '../cycle/cycle.entity';
import { nodesOf, type NodeKind, type SchemeTree } from '../engine';
import { faultsOf } from './faults-of';
import { indicatorsOf, rulesOf } from './present-facts';
import type { IndicatorCount } from './scheme-parts.type';
import { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme.entity';
import { IndicatorKind } from './scheme.enums';
import type { SchemeFilter, SchemeOrder } from './scheme.filters';
import { AssessmentScheme, SchemeDraft, SchemeVersion } from './scheme.type';

const ofAssociation = { place: 'association', associationColumn: 'associationId', deleted: 'deletedAt' } as const;

const counted: readonly Exclude<NodeKind, 'GROUP'>[] = ['METRIC', 'RUBRIC', 'BALLOT', 'DEDUCTION', 'BONUS', 'VETO'];

/** How many indicators there are of each kind that there is. */
function kindsOf(tree: SchemeTree): IndicatorCount[] {
  const kinds = nodesOf(tree.root).map(({ node }) => node.kind);
  return counted
    .map((kind) => ({ kind: IndicatorKind[kind], count: kinds.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0);
}

const versionFields = {
  // graphql-js answers JSON: the text of a statement would be the whole of it
  tree: after<SchemeVersionEntity>(['tree'], ({ tree }) => tree),
  kinds: after<SchemeVersionEntity>(['tree'], ({ tree }) => kindsOf(tree as SchemeTree)),
  indicators: after<SchemeVersionEntity>(['tree'], ({ tree }) => indicatorsOf(tree as SchemeTree)),
  rules: after<SchemeVersionEntity>(['tree'], ({ tree }) => rulesOf(tree as SchemeTree)),
};

/** Published versions alone: whoever reaches this model by a key (`KnownSchemes`) or a relation sees to it. */
export const SchemeVersionModel = readModel<SchemeVersion, SchemeVersionEntity, Record<never, never>, 'LATEST'>({
  type: SchemeVersion,
  entity: SchemeVersionEntity,
  ...ofAssociation,
  read: 'scheme.read',
  boundedBy: 1000,
  fields: {
    ...versionFields,
    cycleCount: (version, _, other) =>
      other.count<AssessmentCycleEntity>(
        () => AssessmentCycle,
        (cycle) => sql`${cycle.schemeVersionId} = ${version.id}`,
      ),
  },
  orders: { LATEST: [desc('no')] },
});

/** What is being written, for those who write. */
export const SchemeDraftModel = readModel<SchemeDraft, SchemeVersionEntity, Record<never, never>, 'LATEST'>({
  type: SchemeDraft,
  entity: SchemeVersionEntity,
  idPrefix: 'SchemeVersion',
  ...ofAssociation,
  read: 'scheme.maintain',
  fields: {
    ...versionFields,
    basedOn: reference('SchemeVersion', 'basedOn'),
    faults: after<SchemeVersionEntity>(['tree'], ({ tree }) => faultsOf(tree)),
  },
  orders: { LATEST: [desc('no')] },
});

/** What the API's filter becomes; `published`: those that were never published are left out. */
export type SchemeConditions = SchemeFilter & { published?: boolean | null };

export const AssessmentSchemeModel = readModel<
  AssessmentScheme,
  AssessmentSchemeEntity,
  SchemeConditions,
  `${SchemeOrder}`
>({
  type: AssessmentScheme,
  entity: AssessmentSchemeEntity,
  ...ofAssociation,
  read: 'scheme.read',
  fields: {
    name: (scheme) => sql`json_build_object('zh', ${scheme.nameZh}, 'en', ${scheme.nameEn})`,
    basis: (scheme) => sql`json_build_object('zh', ${scheme.basisZh}, 'en', ${scheme.basisEn})`,
    retired: (scheme, _, { day }) => sql`(${scheme.retiredOn} is not null and ${scheme.retiredOn} <= ${day})`,
    latest: related<SchemeVersionEntity, AssessmentSchemeEntity>(
      (version, self) => sql`${version.schemeId} = ${self.id} and ${version.state} = 'PUBLISHED'`,
      'LATEST',
    ),
    versions: related<SchemeVersionEntity, AssessmentSchemeEntity>(
      (version, self) => sql`${version.schemeId} = ${self.id} and ${version.state} = 'PUBLISHED'`,
      { order: 'LATEST', boundedBy: 1000 },
    ),
    draft: related<SchemeVersionEntity, AssessmentSchemeEntity>(
      (version, self) => sql`${version.schemeId} = ${self.id} and ${version.state} = 'DRAFT'`,
      'LATEST',
    ),
    cycleCount: (scheme, _, other) =>
      other.count<AssessmentCycleEntity>(
        () => AssessmentCycle,
        (cycle) =>
          other.exists<SchemeVersionEntity>(
            () => SchemeVersion,
            (version) => sql`${version.id} = ${cycle.schemeVersionId} and ${version.schemeId} = ${scheme.id}`,
          ),
      ),
  },
  orders: { NAME: [asc('nameZh')], NEWEST: [desc('createdAt')] },
  filters: {
    search: (scheme, value) =>
      sql`(strpos(lower(${scheme.nameZh}), lower(${value})) > 0 or strpos(lower(${scheme.nameEn}), lower(${value})) > 0)`,
    subjects: among('subject'),
    retired: (scheme, value, { day }) =>
      sql`(${scheme.retiredOn} is not null and ${scheme.retiredOn} <= ${day}) = ${value}::boolean`,
    drafted: (scheme, value, other) =>
      sql`${value}::boolean = ${other.exists<SchemeVersionEntity>(
        () => SchemeDraft,
        (version) => sql`${version.schemeId} = ${scheme.id} and ${version.state} = 'DRAFT'`,
      )}`,
    published: (scheme, value, other) =>
      sql`(not ${value}::boolean or ${other.exists<SchemeVersionEntity>(
        () => SchemeVersion,
        (version) => sql`${version.schemeId} = ${scheme.id} and ${version.state} = 'PUBLISHED'`,
      )})`,
  },
});
