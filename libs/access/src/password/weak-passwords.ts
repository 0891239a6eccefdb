import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Below 10⁸ guesses: the 49,000 passwords that leaked most often, rows of keys, dates, repetitions, a name with a few digits behind it. */
const leastScore = 3;

/** What people here would put in first. */
const ownWords = ['dangwu', '党务', 'zhongguo', 'woaini'];

let made: ZxcvbnFactory | undefined;
/** Loading the lists takes some tens of milliseconds; who never sets a password does not wait for it. */
const estimator = (): ZxcvbnFactory => (made ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs }));

/**
 * Whether a password is among those that are tried first. It says nothing about which characters a password has.
 *
 * @param about what anybody knows of the person: user name, name
 */
export function isWeak(password: string, about: readonly string[] = []): boolean {
  return estimator().check(password, [...ownWords, ...about]).score < leastScore;
}
