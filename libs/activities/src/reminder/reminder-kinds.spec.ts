import { momentOf, type Stage, type Told } from './reminder-kinds';

describe('the moment of a reminder', () => {
  const monday = '2026-11-30T01:00:00.000Z';
  const tuesday = '2026-12-01T01:00:00.000Z';
  /** Tells as the job does, and keeps what was told. */
  function people(): { tell(time: string, stage: Stage): boolean } {
    const told: Told[] = [];
    return {
      tell: (time, stage) => {
        const moment = momentOf(told, time, stage);
        if (moment) told.push({ moment });
        expect(new Set(told.map((one) => one.moment)).size).toBe(told.length);
        return moment !== null;
      },
    };
  }

  it('comes once for each stage, and not again when the clock goes back', () => {
    const { tell } = people();
    expect([tell(monday, 1), tell(monday, 1), tell(monday, 2), tell(monday, 2), tell(monday, 1)]).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('leaves out the first of what was planned when the last was due already', () => {
    const { tell } = people();
    expect([tell(monday, 2), tell(monday, 1)]).toEqual([true, false]);
  });

  it('is another after a change of the time, also back to where it was', () => {
    const { tell } = people();
    expect([
      tell(monday, 1),
      tell(tuesday, 1),
      tell(tuesday, 1),
      tell(monday, 1),
      tell(monday, 1),
      tell(monday, 2),
      tell(tuesday, 2),
    ]).toEqual([true, true, false, true, false, true, true]);
  });
});
