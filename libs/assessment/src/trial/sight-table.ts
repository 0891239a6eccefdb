/*
 * Who sees what of an assessment, and since when, written by hand from the domain. Specs compare the code with it.
 *
 * P: from PREPARING on, S: once those below are told (SELF_ASSESSMENT), N: once it is on notice, -: never. Where the assessed is
 * guided and it matters, a second letter follows a slash.
 *
 * The cycle is conducted at the root. `between` stands below that and above `parent`, which verifies; both have staff who conduct
 * cycles of their own. `other` is the staff of a committee above none of the assessed, `neighbour` the secretary of another one
 * assessed, `recused` an expert who keeps away from this one.
 */

/** By the API. */
export const readingTable = `
| thing           | conductor | leader | between | parent | other | assessed | neighbour | expert | recused | member |
| --------------- | --------- | ------ | ------- | ------ | ----- | -------- | --------- | ------ | ------- | ------ |
| cycle           | P         | P      | -       | -      | -     | -        | -         | -      | -       | -      |
| names experts   | P         | -      | -       | -      | -     | -        | -         | -      | -       | -      |
| experts         | P         | -      | -       | -      | -     | -        | -         | -      | -       | -      |
| distribution    | P         | -      | -       | -      | -     | -        | -         | -      | -       | -      |
| assessment      | P         | S      | S       | S      | -     | S        | -         | -      | -       | -      |
| in the list     | P         | S      | S       | S      | -     | S        | -         | -      | -       | -      |
| its cycle       | P         | S      | S       | S      | -     | S        | -         | -      | -       | -      |
| total           | P         | N      | N       | N      | -     | N        | -         | -      | -       | -      |
| moderation step | P         | N      | N       | N      | -     | N        | -         | -      | -       | -      |
| result          | P         | N      | N       | N      | -     | N        | -         | -      | -       | -      |
| trend           | P         | N      | N       | N      | -     | N        | -         | -      | -       | -      |
| self sheet      | S         | -      | S/-     | S/-    | -     | S        | -         | -      | -       | -      |
| verifier sheet  | S         | -      | S       | S      | -     | -        | -         | -      | -       | -      |
| … what it said  | S         | -      | S       | S      | -     | -        | -         | -      | -       | -      |
| … its draft     | -         | -      | -       | -      | -     | -        | -         | -      | -       | -      |
| expert sheet    | -         | -      | -       | -      | -     | -        | -         | S      | -       | -      |
| … what it said  | -         | -      | -       | -      | -     | -        | -         | S      | -       | -      |
| … its draft     | -         | -      | -       | -      | -     | -        | -         | -      | -       | -      |
| … as verified   | -         | -      | -       | -      | -     | -        | -         | S      | -       | -      |
| notice          | N         | N      | N       | N      | N     | N        | N         | N      | N       | N      |
`.trim();

/**
 * By row-level security alone, in any transaction that the permissions of whoever asks open at their places. Figures, papers and
 * objections are not there before the assessed knows of them, so that nothing hides them.
 */
export const rowsTable = `
| thing            | conductor | leader | between | parent | other | assessed | neighbour | expert | recused | member |
| ---------------- | --------- | ------ | ------- | ------ | ----- | -------- | --------- | ------ | ------- | ------ |
| cycle            | P         | P      | S       | S      | -     | S        | S         | S      | S       | -      |
| stage            | P         | P      | S       | S      | -     | S        | S         | S      | S       | -      |
| assessment       | P         | S      | S       | S      | -     | S        | -         | S      | S       | -      |
| expert           | P         | -      | -       | -      | -     | -        | -         | P      | -       | -      |
| named step       | P         | -      | -       | -      | -     | -        | -         | -      | -       | -      |
| figure           | P         | P      | P       | P      | -     | P        | -         | S      | -       | -      |
| self, said       | P         | -      | S       | S      | -     | S        | -         | S      | -       | -      |
| self, draft      | P         | -      | S/-     | S/-    | -     | S        | -         | -      | -       | -      |
| verifier, said   | P         | -      | S       | S      | -     | -        | -         | S      | -       | -      |
| verifier, draft  | P         | -      | S       | S      | -     | -        | -         | -      | -       | -      |
| expert, said     | P         | -      | -       | -      | -     | -        | -         | P      | -       | -      |
| papers           | P         | P      | P       | P      | -     | P        | -         | S      | -       | -      |
| given back step  | P         | S      | S       | S      | -     | S        | -         | S      | -       | -      |
| moderation       | P         | N      | N       | N      | -     | N        | -         | -      | -       | -      |
| moderation step  | P         | N      | N       | N      | -     | N        | -         | -      | -       | -      |
| result           | P         | N      | N       | N      | -     | N        | -         | -      | -       | -      |
| objection        | P         | P      | P       | P      | -     | P        | -         | -      | -       | -      |
`.trim();

export type Looker =
  'conductor' | 'leader' | 'between' | 'parent' | 'other' | 'assessed' | 'neighbour' | 'expert' | 'recused' | 'member';

/** A row of a table: a thing and since when each sees it. */
export interface Seen {
  readonly thing: string;
  readonly since: Readonly<Record<Looker, string>>;
}

/** @param relation of the assessed to whoever conducts the cycle */
export function seenBy(table: string, relation: 'LEADS' | 'GUIDES'): Seen[] {
  const cells = table.split('\n').map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const [head, , ...rows] = cells;
  const letter = (cell: string): string => cell.split('/').at(relation === 'GUIDES' ? -1 : 0)!;
  // what is said on a sheet stands under that sheet
  let sheet = '';
  return rows.map(([name, ...given]) => {
    if (!name!.startsWith('…')) sheet = name!;
    const since = Object.fromEntries(given.map((cell, i) => [head![i + 1]!, letter(cell)]));
    const thing = name === sheet ? sheet : `${sheet} ${name}`;
    return { thing, since: since as Record<Looker, string> };
  });
}

/** Whether somebody who sees it since then sees it at this stage. */
export function sees(since: string, stage: string): boolean {
  if (since === 'P') return true;
  if (since === 'S') return stage !== 'PREPARING';
  return since === 'N' && ['NOTICE', 'OBJECTION', 'FINAL'].includes(stage);
}
