/** What can be done to a cycle where it stands, and by whom, written by hand from the domain. Specs compare the code with it. */

/** One column an act. x: possible. */
export const cycleTable = `
| stands at       | change | advance | reopen | cancel | answer | exclude | nameScorers | removeScorer | snapshot | vote | compute | adjust | publish | object | decide | finish | letters | handOver |
| --------------- | ------ | ------- | ------ | ------ | ------ | ------- | ----------- | ------------ | -------- | ---- | ------- | ------ | ------- | ------ | ------ | ------ | ------- | -------- |
| PREPARING       | x      | x       |        | x      |        | x       | x           | x            |          |      |         |        |         |        |        |        |         |          |
| SELF_ASSESSMENT | x      | x       |        | x      | x      | x       | x           | x            | x        | x    |         |        |         |        |        |        |         |          |
| VERIFICATION    | x      | x       | x      | x      |        | x       | x           | x            | x        | x    |         |        |         |        |        |        |         |          |
| EXPERT_REVIEW   | x      | x       | x      | x      |        | x       | x           | x            | x        | x    |         |        |         |        |        |        |         |          |
| MODERATION      | x      |         | x      | x      |        | x       |             | x            | x        |      | x       | x      | x       |        |        |        |         |          |
| NOTICE          | x      | x       | x      | x      |        |         |             |              |          |      |         |        |         | x      | x      |        |         |          |
| OBJECTION       | x      |         | x      | x      |        |         |             |              |          |      |         |        |         |        | x      | x      |         |          |
| FINAL           |        |         | x      |        |        |         |             |              |          |      |         |        |         |        |        |        | x       | x        |
| cancelled       |        |         |        |        |        |         |             |              |          |      |         |        |         |        |        |        |         |          |
`.trim();

/** Who does each, of those a spec tries. Results go on notice and become final by verbs of results. */
export const cycleActors = {
  change: ['conductor'],
  advance: ['conductor'],
  reopen: ['conductor'],
  cancel: ['conductor'],
  answer: ['guided secretary'],
  exclude: ['conductor'],
  nameScorers: ['conductor'],
  removeScorer: ['conductor'],
  snapshot: ['conductor'],
} as const;

const cells = cycleTable.split('\n').map((line) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim()),
);

/** The names of its rows, and of its columns. */
export const cycleStandings = cells.slice(2).map(([name]) => name!);
export const cycleColumns = cells[0]!.slice(1);

/** What the table allows there. */
export const actsAt = (standing: string): string[] => {
  const row = cells.find(([name]) => name === standing)!;
  return cells[0]!.filter((_, i) => row[i] === 'x');
};
