import { pairOccurrences, type Standing } from './pair-occurrences';

const there = (...days: string[]): Standing[] =>
  days.map((day) => ({ occursOn: `2026-06-${day.replace('!', '')}`, kept: day.endsWith('!') }));
const due = (...days: string[]) => days.map((day) => ({ originalDate: `2026-06-${day}` }));
const told = (pairs: ReturnType<typeof pairOccurrences<Standing, { originalDate: string }>>) => ({
  moved: pairs.moved.map(([one, other]) => `${one.occursOn.slice(8)}>${other.originalDate.slice(8)}`),
  surplus: pairs.surplus.map(({ occursOn }) => occursOn.slice(8)),
  fresh: pairs.fresh.map(({ originalDate }) => originalDate.slice(8)),
});

describe('occurrences of a series that changes', () => {
  it('keep their days where these stay', () => {
    expect(told(pairOccurrences(there('05', '12'), due('05', '12', '19')))).toEqual({
      moved: ['05>05', '12>12'],
      surplus: [],
      fresh: ['19'],
    });
  });

  it('move to the nearest where they do not', () => {
    expect(told(pairOccurrences(there('05', '12'), due('04', '11'))).moved).toEqual(['05>04', '12>11']);
  });

  it('fall away where there are fewer', () => {
    expect(told(pairOccurrences(there('02', '04', '09', '11'), due('02', '09')))).toEqual({
      moved: ['02>02', '09>09'],
      surplus: ['04', '11'],
      fresh: [],
    });
  });

  it('are left alone where people changed them, and stand for what would take their place', () => {
    expect(told(pairOccurrences(there('05', '12!', '19'), due('04', '11', '18')))).toEqual({
      moved: ['05>04', '19>18'],
      surplus: [],
      fresh: [],
    });
    // neither is what lies a month away the same occurrence
    const may = [{ originalDate: '2026-05-01' }];
    expect(told(pairOccurrences(there('05'), may))).toEqual({ moved: [], surplus: ['05'], fresh: ['01'] });
    expect(told(pairOccurrences(there('05!'), due('05')))).toEqual({ moved: [], surplus: [], fresh: [] });
  });
});
