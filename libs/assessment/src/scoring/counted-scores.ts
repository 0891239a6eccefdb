import type { Aggregation, Score } from '../engine';
import type { ScoreSource } from './scoring.enums';

/** A score of a sheet that was handed in. */
export interface KeptScore {
  readonly nodeKey: string;
  readonly source: `${ScoreSource}`;
  readonly accountId: string;
  /** of an expert in the cycle; null for others */
  readonly role: string | null;
  readonly level: string | null;
  /** exact decimal */
  readonly points: string | null;
  readonly occurrences: number | null;
  readonly comment: string;
}

/**
 * Which scores of a rubric count: those of all experts; where none scored it that of the verifier, else that of the assessed.
 * A scheme that weighs by roles may name VERIFIER and SELF among them, whose scores then count beside those of experts.
 */
export function countedScores(kept: readonly KeptScore[], aggregation: Aggregation): Score[] {
  const of = (source: KeptScore['source']) => kept.filter((one) => one.source === source);
  const [experts, verifier, self] = [of('EXPERT'), of('VERIFIER'), of('SELF')];
  if (aggregation.by === 'ROLES') {
    const named = new Set(aggregation.roles.map(({ role }) => role));
    return [...experts, ...verifier, ...self].map(scoreOf).filter(({ role }) => named.has(role));
  }
  return [experts, verifier, self].find((some) => some.length > 0)?.map(scoreOf) ?? [];
}

/** By account, since people of one name are told apart; whoever shows it knows whom it may name. */
const scoreOf = ({ source, accountId, role, level, points, comment }: KeptScore): Score => ({
  scorer: `${source}:${accountId}`,
  role: role ?? source,
  ...(level !== null && { level }),
  ...(points !== null && { points }),
  ...(comment && { comment }),
});
