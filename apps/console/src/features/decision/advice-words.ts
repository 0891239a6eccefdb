import type { State } from '../../components/state-glyph';
import type { AdviceKind, AdviceStance, AdviceState } from '../../generated/graphql';
import { today } from '../../lib/dates';

export const KINDS: readonly AdviceKind[] = ['EXPERT', 'LEGAL'];
export const STANCES: readonly AdviceStance[] = ['SUPPORT', 'SUPPORT_WITH_RESERVATION', 'OPPOSE'];

interface Judged {
  state: AdviceState;
  dueOn: string;
  stance: AdviceStance | null;
}

const given: Readonly<Record<AdviceStance, State>> = {
  SUPPORT: 'done',
  SUPPORT_WITH_RESERVATION: 'risk',
  OPPOSE: 'late',
};

/** Whether it is awaited after its day. */
export const isOverdue = ({ state, dueOn }: Pick<Judged, 'state' | 'dueOn'>): boolean =>
  state === 'ASKED' && dueOn < today();

/** The sign of an opinion: of one that was given by what it comes to. */
export function adviceSign({ state, dueOn, stance }: Judged): State {
  if (state === 'ASKED') return isOverdue({ state, dueOn }) ? 'late' : 'pending';
  if (state === 'GIVEN' && stance) return given[stance];
  return state === 'DECLINED' ? 'refused' : 'waived';
}

/** How several come out together: how many, their mean score to one decimal, how many have a reservation or are against. */
export function summed(advice: readonly (Judged & { score: number | null })[]) {
  const all = advice.filter(({ state }) => state === 'GIVEN');
  const scores = all.flatMap(({ score }) => score ?? []);
  const mean = scores.length ? scores.reduce((sum, score) => sum + score, 0) / scores.length : null;
  return {
    given: all.length,
    mean: mean === null ? null : mean.toFixed(1),
    reserved: all.filter(({ stance }) => stance === 'SUPPORT_WITH_RESERVATION').length,
    opposed: all.filter(({ stance }) => stance === 'OPPOSE').length,
  };
}
