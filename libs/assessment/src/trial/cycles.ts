import { insertRows } from '@dangwu/platform/database';
import { globalId, newId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';
import { SchemeVersionEntity, AssessmentSchemeEntity } from '../scheme/scheme.entity';
import { AssessmentSubject, SchemeVersionState } from '../scheme/scheme.enums';
import type { SchemeTree } from '../engine';
import { smallScheme } from './small-scheme';

export interface CycleAnswer {
  readonly id: string;
  readonly version: number;
  readonly stage: string;
  readonly title: string;
}

export interface AssessmentAnswer {
  readonly id: string;
  readonly version: number;
  readonly subjectName: string;
  readonly participation: string;
  readonly groupKey: string;
}

const answer = 'id version stage title';
const assessed = 'id version subjectName participation groupKey';

/** Deadlines of all stages, two days apart. */
export const deadlinesFrom = (first: string): { stage: string; dueOn: string }[] =>
  ['SELF_ASSESSMENT', 'VERIFICATION', 'EXPERT_REVIEW', 'MODERATION', 'NOTICE', 'OBJECTION', 'FINAL'].map(
    (stage, i) => ({
      stage,
      dueOn: new Date(Date.parse(first) + i * 2 * 86_400_000).toISOString().slice(0, 10),
    }),
  );

/** Cycles of a world, by the API as people use it. */
export class Cycles {
  constructor(readonly world: World) {}

  /** A scheme with a published version. @returns the global id of the version */
  async scheme(
    more: { tree?: SchemeTree; state?: string; subject?: string; retiredOn?: string } = {},
  ): Promise<string> {
    const { associationId, clock } = this.world;
    const { tree = smallScheme, state = 'PUBLISHED', subject = 'ORGANIZATION', retiredOn = null } = more;
    const [schemeId, id] = [newId(), newId()];
    const published = state === 'PUBLISHED';
    await this.world.write(async (tx) => {
      await insertRows(tx, AssessmentSchemeEntity, [
        {
          id: schemeId,
          ...{ associationId, retiredOn, key: `trial-${schemeId.slice(-6)}` },
          ...{ nameZh: '六强考核', nameEn: 'Six strengths', subject: subject as AssessmentSubject },
          ...{ basisZh: '', basisEn: '', shipped: false },
        },
      ]);
      await insertRows(tx, SchemeVersionEntity, [
        {
          ...{ id, associationId, schemeId, tree, no: 1, note: '', state: state as SchemeVersionState },
          ...{ hash: published ? '0'.repeat(64) : null, publishedAt: published ? clock.now() : null },
          publishedBy: published ? '测试' : null,
        },
      ]);
    });
    return globalId('SchemeVersion', id);
  }

  async do<T = CycleAnswer>(name: string, input: object, actor?: Actor, fields = answer): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
    return (await this.world.as(actor ?? this.world.staff).mutate<Record<string, T>>(document, { input }))[name]!;
  }

  facts(more: object = {}) {
    return {
      organizationId: this.world.root.id,
      relations: ['LEADS', 'GUIDES'],
      groupBy: 'TIER',
      title: '2026 年上半年考核',
      periodFrom: '2026-01-01',
      periodTo: '2026-06-30',
      deadlines: deadlinesFrom(this.world.clock.today()),
      ...more,
    };
  }

  async open(more: object = {}, actor?: Actor, fields = answer): Promise<CycleAnswer> {
    const schemeVersionId = await this.scheme();
    return this.do('openAssessmentCycle', { schemeVersionId, ...this.facts(more) }, actor, fields);
  }

  step(name: string, { id, version }: CycleAnswer, more: object = {}, actor?: Actor): Promise<CycleAnswer> {
    return this.do(name, { id, version, ...more }, actor);
  }

  /** Whatever is missing. */
  advance(cycle: CycleAnswer, to?: string): Promise<CycleAnswer> {
    return this.step('advanceAssessmentCycle', cycle, { to, reason: '测试' });
  }

  async read<T = CycleAnswer>(id: string, fields = answer, actor: Actor = this.world.staff): Promise<T> {
    const document = `query ($id: ID!) { assessmentCycle(id: $id) { ${fields} } }`;
    return (await this.world.as(actor).query<{ assessmentCycle: T }>(document, { id })).assessmentCycle;
  }

  async ask<T>(query: string, id: string, fields: string, actor: Actor = this.world.staff): Promise<T> {
    const document = `query ($id: ID!) { ${query}(cycleId: $id) { ${fields} } }`;
    return (await this.world.as(actor).query<Record<string, T>>(document, { id }))[query]!;
  }

  async assessments<T = AssessmentAnswer>(
    filter: object,
    actor: Actor = this.world.staff,
    fields = assessed,
  ): Promise<T[]> {
    const document = `query ($filter: AssessmentFilter) { assessments(first: 100, filter: $filter) { nodes { ${fields} } } }`;
    const { assessments } = await this.world.as(actor).query<{ assessments: { nodes: T[] } }>(document, { filter });
    return assessments.nodes;
  }

  async assessment(cycle: { id: string }, name: string, actor?: Actor): Promise<AssessmentAnswer> {
    const found = await this.assessments({ cycleId: cycle.id, search: name }, actor);
    return found[0]!;
  }
}
