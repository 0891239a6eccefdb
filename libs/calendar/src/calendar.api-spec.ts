import { createWorld, type Actor, type World } from '@dangwu/testing';
import { HolidayYears } from './holidays/holiday-years.service';
import { UnnoticedYearsJob } from './holidays/unnoticed-years.job';

const list = `{ holidayYears { id version year status basis noticedOn days { date kind name { zh en } } } }`;
const days = `query ($from: Date!, $to: Date!) {
  calendarDays(from: $from, to: $to) {
    date working kind holiday { zh en } certainty lunar lunarShort solarTerm { zh } festival { zh en }
  }
}`;
const set = `mutation ($input: SetHolidayYearInput!) { setHolidayYear(input: $input) { id version year status days { date kind } } }`;
const read = `query ($text: String!, $year: Int!) {
  readHolidayNotice(text: $text, year: $year) { days { date kind name { zh } } basis noticedOn faults { line message { zh } } }
}`;

interface Day {
  readonly date: string;
  readonly kind: string;
  readonly name: { readonly zh: string; readonly en: string };
}
interface Year {
  readonly id: string;
  readonly version: number;
  readonly year: number;
  readonly status: string;
  readonly days: readonly Day[];
}

/** A notice nobody has given: 2027 by its statutory days, with the weekends around them. */
const notice2027 = [
  ['2027-01-01', 'OFF', '元旦'],
  ...['05', '06', '07', '08', '09', '10', '11', '12'].map((day) => [`2027-02-${day}`, 'OFF', '春节'] as const),
  ['2027-02-20', 'WORK', '春节'],
  ['2027-04-05', 'OFF', '清明节'],
  ...['01', '02', '03'].map((day) => [`2027-05-${day}`, 'OFF', '劳动节'] as const),
  ['2027-06-09', 'OFF', '端午节'],
  ['2027-09-15', 'OFF', '中秋节'],
  ...['01', '02', '03', '04', '05'].map((day) => [`2027-10-${day}`, 'OFF', '国庆节'] as const),
] as const;
const input = (more: object = {}) => ({
  year: 2027,
  version: 1,
  status: 'NOTICED',
  basis: '国务院办公厅关于2027年部分节假日安排的通知',
  noticedOn: '2026-11-05',
  days: notice2027.map(([date, kind, name]) => ({ date, kind, name })),
  ...more,
});

describe('the calendar', () => {
  let world: World;
  let staff: Actor;
  let member: Actor;

  beforeAll(async () => {
    world = await createWorld();
    staff = world.staff;
    member = await world.account('MEMBER', await world.branch('第一党支部'));
  });
  afterAll(() => world.close());

  const years = async (): Promise<readonly Year[]> =>
    (await world.as(member).query<{ holidayYears: readonly Year[] }>(list)).holidayYears;
  const calendarDays = async (from: string, to: string) =>
    (await world.as(member).query<{ calendarDays: readonly Record<string, unknown>[] }>(days, { from, to }))
      .calendarDays;
  const refuses = (more: object, actor = staff) => expect(world.as(actor).mutate(set, { input: input(more) })).rejects;

  it('ships 2025 and 2026 with their notices and 2027 without', async () => {
    expect((await years()).map(({ year, status, days: of }) => [year, status, of.length])).toEqual([
      [2027, 'PROVISIONAL', 13],
      [2026, 'NOTICED', 39],
      [2025, 'NOTICED', 33],
    ]);
  });

  it('tells everybody signed in what a day is and what it is called', async () => {
    const found = await calendarDays('2026-09-18', '2026-09-25');
    expect(found.map(({ working }) => working)).toEqual([true, false, true, true, true, true, true, false]);
    expect(found[0]).toEqual({
      date: '2026-09-18',
      working: true,
      kind: 'WORKDAY',
      holiday: null,
      certainty: 'NOTICED',
      lunar: '八月初八',
      lunarShort: '初八',
      solarTerm: null,
      festival: null,
    });
    expect(found[2]).toMatchObject({ kind: 'MADE_UP', holiday: { zh: '国庆节', en: 'National Day' } });
    expect(found[5]).toMatchObject({ date: '2026-09-23', solarTerm: { zh: '秋分' } });
    expect(found[7]).toMatchObject({ kind: 'HOLIDAY', festival: { zh: '中秋节', en: 'Mid-Autumn Festival' } });
    expect((await calendarDays('2027-02-06', '2027-02-06'))[0]).toMatchObject({
      certainty: 'PROVISIONAL',
      lunar: '正月初一',
      lunarShort: '正月',
    });
    await expect(world.as(null).query(days, { from: '2026-01-01', to: '2026-01-02' })).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
    });
  });

  it('answers a year at once, and no more', async () => {
    expect(await calendarDays('2026-01-01', '2026-12-31')).toHaveLength(365);
    expect(await calendarDays('9999-12-30', '9999-12-31')).toHaveLength(2);
    expect(await calendarDays('0001-01-01', '0001-01-02')).toHaveLength(2);
    for (const [from, to] of [
      ['2026-01-01', '2027-02-05'],
      ['2026-01-02', '2026-01-01'],
    ] as const)
      await expect(calendarDays(from, to)).rejects.toMatchObject({ reason: 'CALENDAR_RANGE' });
  });

  it('warns of the year that has no notice yet', async () => {
    const { unnoticedYears } = await world
      .as(member)
      .query<{ unnoticedYears: object[] }>('{ unnoticedYears { year from message { zh en } } }');
    expect(unnoticedYears).toEqual([
      {
        year: 2027,
        from: '2027-01-01',
        message: { zh: expect.stringContaining('2027 年的放假安排尚未公布'), en: expect.stringContaining('of 2027') },
      },
    ]);
  });

  it('reads a notice for staff, saving nothing', async () => {
    const text = '一、元旦：1月1日（周五）放假1天。二、春节：2月5日至12日放假，共9天。';
    const { readHolidayNotice } = await world
      .as(staff)
      .query<{ readHolidayNotice: { days: Day[]; faults: object[] } }>(read, { text, year: 2027 });
    expect(readHolidayNotice.days).toHaveLength(9);
    expect(readHolidayNotice.faults).toEqual([
      { line: 1, message: { zh: expect.stringContaining('写明共 9 天，按日期是 8 天') } },
    ]);
    expect((await years())[0]?.status).toBe('PROVISIONAL');
    await expect(world.as(member).query(read, { text, year: 2027 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      params: { permission: 'calendar.maintain' },
    });
  });

  describe('setting a year', () => {
    it('is refused to those who do not keep the calendar, and with what a year cannot hold', async () => {
      await refuses({}, member).toMatchObject({ code: 'FORBIDDEN' });
      const local = await world.account('PARTY_STAFF', await world.branch('第二党支部'));
      await refuses({}, local).toMatchObject({ code: 'FORBIDDEN' });
      await refuses({ version: 2 }).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
      await refuses({ version: null }).toMatchObject({ code: 'CONFLICT', reason: 'STALE_VERSION' });
      await refuses({ noticedOn: null }).toMatchObject({ reason: 'NOTICE_NEEDS_DATE' });
      const one = (date: string, kind = 'OFF') => ({ days: [...input().days, { date, kind, name: '元旦' }] });
      await refuses(one('2028-01-01')).toMatchObject({ reason: 'HOLIDAY_OUT_OF_YEAR' });
      await refuses(one('2027-01-01')).toMatchObject({ reason: 'HOLIDAY_TWICE' });
      await refuses(one('2027-01-04', 'WORK')).toMatchObject({ reason: 'WORK_ON_WEEKDAY' });
      await refuses({ days: input().days.slice(1) }).toMatchObject({
        reason: 'STATUTORY_NOT_OFF',
        messages: { zh: expect.stringContaining('2027-01-01 元旦') },
      });
      await refuses({ days: [{ date: '2027-01-01', kind: 'OFF', name: '' }] }).toMatchObject({
        reason: 'INVALID_FIELDS',
      });
    });

    it('takes the place of what it had, with an event that names the days that changed', async () => {
      const { setHolidayYear } = await world.as(staff).mutate<{ setHolidayYear: Year }>(set, { input: input() });
      expect(setHolidayYear).toMatchObject({ version: 2, status: 'NOTICED' });
      expect(setHolidayYear.days).toHaveLength(notice2027.length);
      expect(await calendarDays('2027-02-20', '2027-02-20')).toMatchObject([{ kind: 'MADE_UP', certainty: 'NOTICED' }]);
      const [event] = await world.write((tx) =>
        tx.query<{ before: object; after: object }[]>(
          `select before, after from audit_event where action = 'setHolidayYear' order by id desc limit 1`,
        ),
      );
      expect(event).toMatchObject({
        before: { status: 'PROVISIONAL', noticedOn: null, days: null },
        after: {
          status: 'NOTICED',
          noticedOn: '2026-11-05',
          days: '2027-02-09—2027-02-12 休 春节；2027-02-20 班 春节；2027-05-03 休 劳动节；2027-10-04—2027-10-05 休 国庆节',
        },
      });
    });

    it('changes nothing when nothing is different, and may be taken back', async () => {
      const again = await world.as(staff).mutate<{ setHolidayYear: Year }>(set, { input: input({ version: 2 }) });
      expect(again.setHolidayYear.version).toBe(2);
      const less = input({ version: 2, days: input().days.filter(({ date }) => date !== '2027-05-03') });
      const { setHolidayYear } = await world.as(staff).mutate<{ setHolidayYear: Year }>(set, { input: less });
      expect(setHolidayYear.version).toBe(3);
      expect(setHolidayYear.days.map(({ date }) => date)).not.toContain('2027-05-03');
      await world.as(staff).mutate(set, { input: input({ version: 3 }) });
    });

    it('makes a new year, which may begin in the December before, but in no day of another', async () => {
      const of2024 = {
        year: 2024,
        version: null,
        status: 'PROVISIONAL',
        days: [{ date: '2023-12-30', kind: 'OFF', name: '元旦' }],
      };
      const { setHolidayYear } = await world.as(staff).mutate<{ setHolidayYear: Year }>(set, { input: input(of2024) });
      expect(setHolidayYear).toMatchObject({ year: 2024, version: 1 });
      const of2023 = { ...of2024, year: 2023 };
      await refuses(of2023).toMatchObject({
        code: 'CONFLICT',
        reason: 'HOLIDAY_OF_OTHER_YEAR',
        params: { other: 2024 },
      });
    });

    it('by two at once lets one through', async () => {
      const both = await Promise.allSettled(
        [1, 2].map((day) =>
          world.as(staff).mutate(set, {
            input: input({
              year: 2029,
              version: null,
              status: 'PROVISIONAL',
              days: [{ date: `2029-01-0${day}`, kind: 'OFF', name: '元旦' }],
            }),
          }),
        ),
      );
      expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { reason: 'STALE_VERSION' } });
    });
  });

  it('is shipped once; a provisional year gets the notice that a later release knows', async () => {
    const ship = () => world.write((tx) => world.app.get(HolidayYears).ship(tx, world.associationId));
    const before = await years();
    await ship();
    expect(await years()).toEqual(before);
    const of2026 = before.find(({ year }) => year === 2026)!;
    const provisional = {
      year: 2026,
      version: of2026.version,
      status: 'PROVISIONAL',
      noticedOn: null,
      days: [{ date: '2026-01-01', kind: 'OFF', name: '元旦' }],
    };
    await world.as(staff).mutate(set, { input: input(provisional) });
    await ship();
    const after = (await years()).find(({ year }) => year === 2026)!;
    expect({ ...after, version: 0, days: after.days.map(({ date, kind }) => ({ date, kind })) }).toEqual({
      ...of2026,
      version: 0,
      days: of2026.days.map(({ date, kind }) => ({ date, kind })),
    });
  });

  it('tells those who keep it, once, that the notice of the year to come is to be entered', async () => {
    const job = world.app.get(UnnoticedYearsJob, { strict: false });
    const told = () =>
      world.write((tx) =>
        tx.query<{ account: string; link: string; title: { zh: string } }[]>(
          `select account_id as account, link, title from notification where kind = 'HOLIDAYS_UNNOTICED'`,
        ),
      );
    await job.run();
    expect(await told()).toEqual([]);
    // 2027 has its notice by now, 2028 has none
    world.clock.set('2027-11-20T00:00:00Z');
    await job.run();
    await job.run();
    expect(await told()).toEqual([
      {
        account: staff.accountId,
        link: '/holidays?year=2028',
        title: { zh: '请登记 2028 年的放假安排', en: 'Enter the holidays of 2028' },
      },
    ]);
  });
});
