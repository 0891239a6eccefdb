import type { MadeLine } from './made-workbook';
import type { Random } from './random';

/** Lines, and those of them that nobody refers to: what is wrong with them harms no other row. */
export interface Made<Field extends string> {
  readonly lines: MadeLine<Field>[];
  readonly leaves: MadeLine<Field>[];
}

export interface Around<Field extends string, Roster extends Made<Field>> {
  readonly random: Random;
  readonly made: Roster;
  /** a clean leaf that stands above the line in the file */
  earlier(line: MadeLine<Field>): MadeLine<Field> | undefined;
}

/** Puts the fault into a line; answers false when the line does not lend itself to it. */
export type MadeInjection<Field extends string, Roster extends Made<Field> = Made<Field>> = readonly [
  field: Field,
  inject: (line: MadeLine<Field>, around: Around<Field, Roster>) => boolean | void,
];

export interface Injected<Field extends string> {
  readonly line: MadeLine<Field>;
  readonly field: Field;
  readonly code: string;
}

/** Puts faults into leaves, one each, the codes in turn. */
export function inject<Field extends string, Roster extends Made<Field>>(
  random: Random,
  made: Roster,
  byCode: Readonly<Record<string, readonly MadeInjection<Field, Roster>[]>>,
  count: number,
): Injected<Field>[] {
  const order = new Map(made.lines.map((line, i) => [line, i]));
  const waiting = random.shuffled(made.leaves);
  // a quarter stays clean, for those that name another one
  const clean = waiting.splice(0, Math.floor(waiting.length / 4));
  const injected: Injected<Field>[] = [];
  const codes = Object.keys(byCode);
  const earlier = (line: MadeLine<Field>): MadeLine<Field> | undefined =>
    random.shuffled(clean).find((other) => order.get(other)! < order.get(line)!);
  for (let i = 0; injected.length < count && waiting.length > 0; i++) {
    const code = codes[i % codes.length]!;
    const [field, put] = random.of(byCode[code]!);
    for (let tries = 0; tries < waiting.length; tries++) {
      const line = waiting.shift()!;
      if (put(line, { random, made, earlier }) === false) {
        waiting.push(line);
        continue;
      }
      injected.push({ line, field, code });
      break;
    }
  }
  return injected;
}
