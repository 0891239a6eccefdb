import type { Viewer } from '@dangwu/access';
import { figureRegister } from '@dangwu/figures';
import { OrganizationType, Tier } from '@dangwu/organization';
import { Database } from '@dangwu/platform/database';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { compute, type Inputs, nodesOf, type Score, type SchemeTree } from '../engine';
import { gradeOf, presentNodes } from '../result/present';
import { faultsOf } from './faults-of';
import { figureTable } from './figure-table';
import { madeUp, noReason } from './made-up';
import { presentInputFaults } from './present-faults';
import type { PreviewSchemeInput } from './preview.inputs';
import type { SchemePreview } from './preview.type';

type Entered = Pick<PreviewSchemeInput, 'figures' | 'scores' | 'papers' | 'occurrences'>;

const nothing: Omit<SchemePreview, 'schemeFaults'> = {
  ...{ inputFaults: [], total: null, grade: null, nodes: [], figures: [], scores: [], papers: [], occurrences: [] },
};

/** Computes schemes with made-up data, by the engine that computes cycles. */
@Injectable()
export class PreviewSchemes {
  constructor(private readonly database: Database) {}

  async preview(viewer: Viewer, { tree: given, seed, ...input }: PreviewSchemeInput): Promise<SchemePreview> {
    const schemeFaults = faultsOf(given);
    if (schemeFaults.length > 0) return { ...nothing, schemeFaults };
    const tree = given as SchemeTree;
    const type = input.organizationType ?? OrganizationType.BRANCH;
    const duties = await this.database.transaction(viewer.scope('scheme.maintain'), (tx) =>
      dutiesOf(tx, viewer.association.id),
    );
    const subject = { type, tier: input.tier ?? Tier.SECRETARIAT, duties: duties.get(type) ?? [] };
    const inputs = entered(madeUp(tree, seed, subject, figureTable()), input);
    return { ...told(tree, inputs), schemeFaults };
  }
}

/** What was entered in place of what was made up; of what the scheme does not ask nothing is taken. */
function entered(inputs: Inputs, { figures, scores, papers, occurrences }: Entered): Inputs {
  const all = { ...inputs.figures };
  for (const { key, part, whole } of figures ?? [])
    if (Object.hasOwn(all, key)) all[key] = { part, whole: all[key]!.whole === null ? null : (whole ?? null) };
  const scored: Record<string, readonly Score[]> = { ...inputs.scores };
  for (const { key, scorer, level, points } of scores ?? [])
    if (Object.hasOwn(scored, key))
      scored[key] = scored[key]!.map((score) =>
        score.scorer === scorer
          ? { scorer, role: score.role, ...(level ? { level } : {}), ...(points ? { points } : {}) }
          : score,
      );
  const votes: Record<string, Record<string, Record<string, number>>> = structuredClone({ ...inputs.votes });
  for (const { key, group, option, papers: count } of papers ?? [])
    if (Object.hasOwn(votes, key) && Object.hasOwn(votes[key]!, group)) votes[key]![group]![option] = count;
  const noted = { ...inputs.occurrences };
  for (const { key, times } of occurrences ?? [])
    if (times > 0) noted[key] = [{ times, reason: noReason }];
    else delete noted[key];
  return { ...inputs, figures: all, scores: scored, votes, occurrences: noted };
}

function told(tree: SchemeTree, inputs: Inputs): Omit<SchemePreview, 'schemeFaults'> {
  const { total, grade, faults, root } = compute(tree, inputs);
  const names = new Map(figureRegister().map(({ key, name }) => [key, name]));
  const noted = nodesOf(tree.root).flatMap(({ node }) =>
    'figure' in node && node.figure === null && node.kind !== 'METRIC' ? [node.key] : [],
  );
  return {
    total,
    grade: gradeOf(tree, grade),
    // nobody explains a score that was made up
    inputFaults: presentInputFaults(
      faults.filter(({ code }) => code !== 'COMMENT_MISSING'),
      tree,
    ),
    nodes: presentNodes(root, null, tree),
    figures: Object.entries(inputs.figures).map(([key, { part, whole }]) => ({
      ...{ key, part, whole },
      name: names.get(key) ?? { zh: key, en: key },
    })),
    scores: Object.entries(inputs.scores).flatMap(([key, scores]) =>
      scores.map(({ scorer, role, level = null, points = null }) => ({ key, scorer, role, level, points })),
    ),
    papers: Object.entries(inputs.votes).flatMap(([key, groups]) =>
      Object.entries(groups).flatMap(([group, options]) =>
        Object.entries(options).map(([option, papers]) => ({ key, group, option, papers })),
      ),
    ),
    occurrences: noted.map((key) => ({ key, times: inputs.occurrences[key]?.[0]?.times ?? 0 })),
  };
}

/** Keys of the duties that organizations of a type have now. */
async function dutiesOf(tx: EntityManager, associationId: string): Promise<Map<string, string[]>> {
  const rows = await tx.query<{ type: string; duties: readonly { readonly key: string }[] }[]>(
    `select type, duties from duty_profile where association_id = $1 and deleted_at is null`,
    [associationId],
  );
  return new Map(rows.map(({ type, duties }) => [type, duties.map(({ key }) => key)]));
}
