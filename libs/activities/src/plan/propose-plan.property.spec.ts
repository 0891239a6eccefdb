import { Random } from '@dangwu/testing';
import { eachDay, plusDays, weekdayOf } from '@dangwu/platform/clock';
import {
  proposeInSteps,
  proposePlan,
  type Duty,
  type Present,
  type Proposed,
  type Question,
  type TypeTime,
} from './propose-plan';

const cases = Number(process.env['PLAN_CASES'] ?? 600);
const seed = Number(process.env['PLAN_SEED'] ?? 20_261_126);
const random = new Random(seed);
const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;

const first = '2027-01-04';
const last = '2027-06-30';
const open = { from: 9 * 60, to: 17 * 60 + 30 };
const types = ['assembly', 'theme day', 'lecture', 'school'];
const venues = [null, 'room 1', 'room 2'];
const spans = [7, 30, 91, 181];

/** A quarter of all days off, some weekends worked. */
function calendar(): { isWorkingDay(day: string): boolean } {
  const special = new Map<string, boolean>();
  for (let i = random.below(25); i > 0; i--) special.set(plusDays(first, random.below(178)), random.below(3) === 0);
  return { isWorkingDay: (day) => special.get(day) ?? weekdayOf(day) <= 5 };
}

function question(): Question {
  const organizations = Array.from({ length: 1 + random.below(5) }, (_, i) => `branch ${i}`);
  const people = ['wang', 'li', 'zhang', 'zhao'];
  const times = new Map<string, TypeTime>(
    types.map((type) => [
      type,
      {
        weekday: random.below(3) === 0 ? 1 + random.below(5) : null,
        from: type === 'school' ? 18 * 60 + 30 : 9 * 60 + 30 * random.below(12),
        minutes: 60 + 30 * random.below(3),
        venueId: pick(venues),
      },
    ]),
  );
  const duties: Duty[] = [];
  for (const organizationId of organizations)
    for (const activityTypeId of types) {
      const span = pick(spans);
      for (let from = first; from <= last; from = plusDays(from, span))
        if (random.below(4) > 0)
          duties.push({
            id: `${organizationId} ${activityTypeId} ${from}`,
            organizationId,
            activityTypeId,
            from,
            to: plusDays(from, span - 1) < last ? plusDays(from, span - 1) : last,
            required: 1 + random.below(2),
            weekday: random.below(5) === 0 ? 5 : null,
          });
    }
  const day = () => plusDays(first, random.below(170));
  return {
    calendar: calendar(),
    first,
    last,
    open,
    timeOf: (type) => times.get(type)!,
    duties,
    counted: Array.from({ length: random.below(10) }, () => ({
      organizationId: pick(organizations),
      activityTypeId: pick(types),
      day: day(),
    })),
    busy: Array.from({ length: random.below(30) }, () => {
      const from = 8 * 60 + random.below(9) * 60;
      return { organizationId: pick(organizations), venueId: pick(venues), day: day(), from, to: from + 120 };
    }),
    present: [],
    leaders: new Map(organizations.map((id) => [id, random.below(2) ? [pick(people)] : []])),
  };
}

const overlaps = (a: { from: number; to: number }, b: { from: number; to: number }) => a.from < b.to && b.from < a.to;

/** What must never be, said of one question and its answer. */
function faultsOf(asked: Question, answer: readonly Proposed[]): string[] {
  const faults: string[] = [];
  const placed = answer.filter((item) => item.day !== null);
  const duties = new Map(asked.duties.map((duty) => [duty.id, duty]));
  for (const item of placed) {
    const duty = duties.get(item.dutyId)!;
    const { day } = item as { day: string };
    if (day < duty.from || day > duty.to || day < asked.first) faults.push(`${item.dutyId} lies beyond its period`);
    if (!asked.calendar.isWorkingDay(day)) faults.push(`${item.dutyId} lies on a day off`);
    const time = asked.timeOf(item.activityTypeId);
    const within = item.from >= open.from && item.to <= open.to;
    if (!within && item.from !== time.from) faults.push(`${item.dutyId} lies out of hours`);
  }
  const fixed = asked.present.filter((item) => item.fixed && !item.leftOut && item.day);
  const together = [...placed, ...fixed, ...asked.busy];
  for (const [i, item] of placed.entries())
    for (const [j, other] of together.entries()) {
      if (i === j || item.day !== other.day || !overlaps(item, other)) continue;
      if (item.organizationId === other.organizationId) faults.push(`two at once of ${item.organizationId}`);
      if (item.venueId && item.venueId === other.venueId) faults.push(`two at once at ${item.venueId}`);
      const [here, there] = [item, other].map(({ organizationId }) => asked.leaders.get(organizationId) ?? []);
      if (here!.some((person) => there!.includes(person))) faults.push(`${here!.join()} at two places`);
    }
  for (const duty of asked.duties) {
    const within = (day: string | null) => day !== null && duty.from <= day && day <= duty.to;
    const same = (one: { organizationId: string; activityTypeId: string }) =>
      one.organizationId === duty.organizationId && one.activityTypeId === duty.activityTypeId;
    const count =
      asked.counted.filter((one) => same(one) && within(one.day)).length +
      [...placed, ...fixed].filter((one) => same(one) && within(one.day)).length +
      asked.present.filter((one) => one.leftOut && one.dutyId === duty.id).length +
      answer.filter((one) => one.dutyId === duty.id && !one.day).length;
    if (count < duty.required) faults.push(`${duty.id} is neither planned nor told to be missing`);
  }
  const names = [...answer, ...asked.present.filter(({ fixed: stays }) => stays)].map(
    (item) => `${item.dutyId} ${item.ordinal}`,
  );
  if (new Set(names).size !== names.length) faults.push('two items of one name');
  for (const item of answer.filter(({ why }) => why === 'NO_DAY')) {
    const duty = duties.get(item.dutyId)!;
    const from = duty.from < asked.first ? asked.first : duty.from;
    if ([...eachDay(from, duty.to)].some((day) => asked.calendar.isWorkingDay(day)))
      faults.push('a day was overlooked');
  }
  return faults;
}

/** Some items in the hands of people, the rest as proposed. */
function touched(answer: readonly Proposed[]): Present[] {
  return answer.map((item): Present => {
    const by = random.below(5);
    if (by === 0 && item.day) return { ...item, day: plusDays(item.day, random.below(5)), fixed: true, leftOut: false };
    return { ...item, fixed: by === 1, leftOut: by === 1 };
  });
}

it(`keeps to what a plan must, in ${cases} generated plans (seed ${seed})`, () => {
  let items = 0;
  let unplaced = 0;
  for (let i = 0; i < cases; i++) {
    const asked = question();
    const answer = proposePlan(asked);
    expect({ i, faults: faultsOf(asked, answer) }).toEqual({ i, faults: [] });
    // the order in which things are asked is not the answer's
    const shuffled = { ...asked, duties: [...asked.duties].reverse(), busy: [...asked.busy].reverse() };
    expect(new Set(proposePlan(shuffled).map((item) => JSON.stringify(item)))).toEqual(
      new Set(answer.map((item) => JSON.stringify(item))),
    );
    // planned anew without a change, nothing moves
    const present = answer.map((item) => ({ ...item, fixed: false, leftOut: false }));
    expect(new Set(proposePlan({ ...asked, present }).map((item) => JSON.stringify(item)))).toEqual(
      new Set(answer.map((item) => JSON.stringify(item))),
    );
    // after a notice, what people decided is kept, and the rest is as right as before
    const changed = { ...asked, calendar: calendar(), present: touched(answer) };
    const anew = proposePlan(changed);
    expect({ i, anew: faultsOf(changed, anew) }).toEqual({ i, anew: [] });
    const kept = new Set(changed.present.filter(({ fixed }) => fixed).map((item) => `${item.dutyId} ${item.ordinal}`));
    expect(anew.filter((item) => kept.has(`${item.dutyId} ${item.ordinal}`))).toEqual([]);
    items += answer.length;
    unplaced += answer.filter(({ day }) => !day).length;
  }
  // the generator must not make empty plans, nor hopeless ones
  expect(items / cases).toBeGreaterThan(20);
  expect(unplaced / items).toBeLessThan(0.2);
  expect(unplaced).toBeGreaterThan(0);
});

const friday: Question = {
  calendar: { isWorkingDay: (day) => weekdayOf(day) <= 5 && !(day >= '2027-02-05' && day <= '2027-02-11') },
  first,
  last,
  open,
  timeOf: () => ({ weekday: null, from: 840, minutes: 90, venueId: null }),
  duties: [],
  counted: [],
  busy: [],
  present: [],
  leaders: new Map(),
};
const week = (from: string, more: Partial<Duty> = {}): Duty => ({
  id: from,
  organizationId: 'b',
  activityTypeId: 'theme day',
  from,
  to: plusDays(from, 6),
  required: 1,
  weekday: 5,
  ...more,
});

it('keeps a fixed day of the week, and moves to the nearest working day of the period where it is off', () => {
  const duties = ['2027-01-18', '2027-02-01', '2027-02-08'].map((from) => week(from));
  expect(proposePlan({ ...friday, duties }).map(({ day }) => day)).toEqual(['2027-01-22', '2027-02-04', '2027-02-12']);
});

it('plans nothing on top of what is there, and counts what is held each week for the month', () => {
  const month = week('2027-03-01', { id: 'month', to: '2027-03-31', weekday: null });
  const duties = [month, week('2027-03-01'), week('2027-03-08')];
  const counted = [{ organizationId: 'b', activityTypeId: 'theme day', day: '2027-03-04' }];
  expect(proposePlan({ ...friday, duties, counted }).map(({ dutyId, day }) => [dutyId, day])).toEqual([
    ['2027-03-08', '2027-03-12'],
  ]);
});

it('never has the secretary of two branches at both', () => {
  const duties = ['a', 'b'].map((organizationId) => week('2027-03-01', { id: organizationId, organizationId }));
  const leaders = new Map(duties.map(({ organizationId }) => [organizationId, ['wang']]));
  const [one, other] = proposePlan({ ...friday, duties, leaders });
  expect([one!.day, other!.day]).toEqual(['2027-03-05', '2027-03-05']);
  expect(overlaps(one!, other!)).toBe(false);
  expect(proposePlan({ ...friday, duties }).map(({ from }) => from)).toEqual([840, 840]);
});

it('tells from the first duty on how far it is, and proposes the same', () => {
  const duties = Array.from({ length: 450 }, (_, i) =>
    week('2027-03-01', { id: `d${i}`, organizationId: `b${i}`, weekday: null }),
  );
  const question = { ...friday, duties };
  const steps = proposeInSteps(question);
  const told: number[] = [];
  let step = steps.next();
  for (; !step.done; step = steps.next()) told.push(step.value.done / step.value.of);
  expect(told).toEqual([0, 200 / 450, 400 / 450]);
  expect(step.value).toEqual(proposePlan(question));
});
