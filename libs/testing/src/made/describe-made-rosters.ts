import { inject, type Made, type MadeInjection } from './inject';
import { madeFile, type MadeKind, type MadeLine } from './made-workbook';
import { Random } from './random';

/** What a check said of a file; each fault as `row field code`, sorted. */
export interface FoundInRoster {
  readonly rows: number;
  readonly blocked: number;
  readonly faults: readonly string[];
}

export interface MadeRosters<Field extends string, Roster extends Made<Field>> {
  readonly kind: MadeKind<Field>;
  readonly byCode: Readonly<Record<string, readonly MadeInjection<Field, Roster>[]>>;
  /** so many lines without a fault */
  made(random: Random, lines: number): Roster;
  found(bytes: Buffer): Promise<FoundInRoster>;
}

/** Others than these come with DANGWU_ROSTER_SEEDS=4,5,6. */
const seeds = (process.env['DANGWU_ROSTER_SEEDS'] ?? '20261123,7,1921').split(',').map(Number);
const files = 5;
const faultsPerFile = 100;

/** That a check of lists finds exactly the faults put into made ones: none missed, none invented, every code met. */
export function describeMadeRosters<Field extends string, Roster extends Made<Field>>(
  title: string,
  { kind, byCode, made, found }: MadeRosters<Field, Roster>,
): void {
  describe.each(seeds)(`${title}, seed %i`, (seed) => {
    it(`have exactly their ${files * faultsPerFile} faults`, async () => {
      const random = new Random(seed);
      const met = new Map<string, number>();
      for (let file = 0; file < files; file++) {
        const roster = made(random, 320);
        const injected = inject(random, roster, byCode, faultsPerFile);
        const { bytes, rowOf } = await madeFile<Field, MadeLine<Field>>(random, kind, roster.lines);
        const expected = injected.map(({ line, field, code }) => `${rowOf.get(line)!} ${field} ${code}`).sort();
        expect({ seed, file, ...(await found(bytes)) }).toEqual({
          seed,
          file,
          rows: roster.lines.length,
          blocked: 0,
          faults: expected,
        });
        for (const { code } of injected) met.set(code, (met.get(code) ?? 0) + 1);
      }
      const total = [...met.values()].reduce((sum, n) => sum + n, 0);
      console.info(`seed ${seed}: ${total} faults of ${met.size} codes found, none invented`);
      expect([total, [...met.keys()].sort()]).toEqual([files * faultsPerFile, Object.keys(byCode).sort()]);
    }, 120_000);

    it('have no fault when none was put in', async () => {
      const random = new Random(seed + 1);
      const { lines } = made(random, 200);
      const { bytes } = await madeFile<Field, MadeLine<Field>>(random, kind, lines);
      expect(await found(bytes)).toEqual({ rows: 200, blocked: 0, faults: [] });
    });
  });
}
