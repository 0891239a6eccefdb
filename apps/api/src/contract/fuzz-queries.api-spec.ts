import { FuzzRun } from '@dangwu/testing';

/** FUZZ_SEED repeats a run, FUZZ_CASES makes it longer, FUZZ_ONLY names the input to look at: npm run drill:fuzz */
const seed = Number(process.env['FUZZ_SEED'] ?? 20_260_918);
const casesPerInput = Number(process.env['FUZZ_CASES'] ?? 200);
const only = process.env['FUZZ_ONLY'];

it(
  'queries stand whatever they are given: no 5xx, nothing of the inside told',
  async () => {
    const wanted = ({ name }: { readonly name: string }): boolean =>
      only ? name === only : !name.startsWith('Mutation.');
    const report = await FuzzRun.of({ seed, casesPerInput, wanted, logLevel: process.env['FUZZ_LOG'] ?? 'silent' });
    console.info(report.summary);
    expect(report.faults).toEqual([]);
    expect(report.cases).toBe(report.inputs * casesPerInput);
    if (!only) expect(report.share).toBeGreaterThan(0.25);
  },
  casesPerInput * 5_000,
);
