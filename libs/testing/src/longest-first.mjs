// The order of spec files: on a fresh clone nothing is known of how long they take, and Jest goes by their size.
import { statSync } from 'node:fs';

/** Short files that take minutes: what is left to the end is waited for by one worker alone. */
const long = /\/(matrix|row-level-security|fuzz-\w+|every-mutation|demo)\.api-spec\.ts$/;

export default class LongestFirst {
  sort(tests) {
    const rank = ({ path }) => (long.test(path) ? 0 : path.endsWith('.api-spec.ts') ? 1 : 2);
    const sized = tests.map((test) => ({ test, rank: rank(test), size: statSync(test.path).size }));
    return sized.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test);
  }

  /** For --shard i/n. */
  shard(tests, { shardIndex, shardCount }) {
    return tests.filter((_, place) => place % shardCount === shardIndex - 1);
  }

  /** Nothing is remembered from one run to the next. */
  allFailedTests(tests) {
    return tests;
  }
  cacheResults() {}
}
