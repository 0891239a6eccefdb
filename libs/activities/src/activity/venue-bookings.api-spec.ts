import { createWorld, type Refused, type World } from '@dangwu/testing';
import { Activities } from '../trial/activities';

describe('a venue', () => {
  let world: World;
  let activities: Activities;
  let branch: { id: string };
  beforeAll(async () => {
    world = await createWorld();
    activities = new Activities(world);
    branch = await world.branch('用会议室的支部');
  });
  afterAll(() => world.close());

  const between = (from: string, to: string) => ({
    startsAt: `2026-09-25T${from}:00+08:00`,
    endsAt: `2026-09-25T${to}:00+08:00`,
  });
  const step = ({ id, version }: { id: string; version: number }) => ({ id, version });

  it('is booked once at a time; whoever may see the other activity is told which', async () => {
    const { id: venueId } = await activities.venue('一号会议室');
    await activities.plan(branch, '', { venueId, title: '先到的会', ...between('09:00', '11:00') });
    const refusal = (given: object = {}, at = branch, actor = world.staff) =>
      activities.plan(at, '', { venueId, ...between('10:00', '12:00'), ...given }, actor);
    await expect(refusal()).rejects.toMatchObject({
      code: 'CONFLICT',
      reason: 'VENUE_TAKEN',
      messages: { zh: expect.stringContaining('用会议室的支部“先到的会”（2026-09-25 09:00 – 2026-09-25 11:00）') },
    });
    const elsewhere = await world.branch('看不见的支部');
    const stranger = await world.account('SECRETARY', elsewhere);
    const hidden = await refusal({}, elsewhere, stranger).catch((error: Refused) => error);
    expect(hidden).toMatchObject({ reason: 'VENUE_TAKEN' });
    expect(JSON.stringify((hidden as Refused).messages)).not.toContain('先到的会');
    // one follows the other; a draft books nothing until it is scheduled
    expect((await refusal(between('11:00', '12:00'))).state).toBe('SCHEDULED');
    const draft = await refusal({ draft: true });
    await expect(activities.send('scheduleActivity', step(draft))).rejects.toMatchObject({ reason: 'VENUE_TAKEN' });
    const other = await refusal(between('14:00', '15:00'));
    const moved = { ...step(other), ...between('08:00', '09:30') };
    await expect(activities.send('changeActivity', moved)).rejects.toMatchObject({ reason: 'VENUE_TAKEN' });
  });

  it('was taken as a record says, too, unless another activity was there', async () => {
    const { id: venueId } = await activities.venue('记录里的会议室');
    const past = (from: string, to: string): object => ({
      startsAt: `2026-09-15T${from}:00+08:00`,
      endsAt: `2026-09-15T${to}:00+08:00`,
    });
    await activities.plan(branch, '', { venueId, title: '先开的会', ...past('09:00', '11:00') });
    const later = await activities.plan(branch, '', { venueId, ...past('13:00', '14:00') });
    await expect(activities.record(later, past('10:00', '12:00'))).rejects.toMatchObject({
      reason: 'VENUE_TAKEN',
      messages: { zh: expect.stringContaining('“先开的会”') },
    });
    expect(await activities.read(later.id, 'state version')).toEqual({ state: 'HELD', version: later.version });
    expect((await activities.record(later, past('11:00', '12:00'))).state).toBe('RECORDED');
  });

  it('is free again when an activity is put off, also for its make-up on the same morning', async () => {
    const { id: venueId } = await activities.venue('二号会议室');
    const first = await activities.plan(branch, '', { venueId, ...between('09:00', '11:00') });
    const later = { ...step(first), ...between('10:00', '12:00'), reason: '领导临时有会' };
    expect((await activities.send('postponeActivity', later)).state).toBe('POSTPONED');
    expect((await activities.plan(branch, '', { venueId, ...between('09:00', '10:00') })).state).toBe('SCHEDULED');
  });

  it('goes to one of ten who book it at once, the others are told', async () => {
    for (let round = 0; round < 3; round++) {
      const { id: venueId } = await activities.venue(`抢订的会议室${round}`);
      const branches = await Promise.all(Array.from({ length: 10 }, (_, i) => world.branch(`抢订支部${round}-${i}`)));
      const results = await Promise.allSettled(
        branches.map((at, i) => activities.plan(at, '', { venueId, ...between(`09:0${i}`, `10:0${i}`) })),
      );
      const refused = results.flatMap((each) => (each.status === 'rejected' ? [each.reason as Refused] : []));
      expect(refused.map(({ reason }) => reason)).toEqual(Array(9).fill('VENUE_TAKEN'));
    }
  });

  it('is closed from a day on, unless something is booked there', async () => {
    const venue = await activities.venue('三号会议室');
    const elsewhere = await world.branch('也用的支部');
    const booked = await activities.plan(elsewhere, '', { venueId: venue.id, ...between('09:00', '10:00') });
    const keeper = await world.account('SECRETARY', world.root);
    const close = { ...step(venue), on: '2026-09-20' };
    await expect(activities.send('closeVenue', close, keeper, 'id')).rejects.toMatchObject({
      reason: 'VENUE_BOOKED_AHEAD',
      params: { count: 1 },
    });
    await activities.send('cancelActivity', { ...step(booked), reason: '改期' });
    await activities.send('closeVenue', close, keeper, 'id');
    const again = { venueId: venue.id, ...between('09:00', '10:00') };
    await expect(activities.plan(branch, '', again)).rejects.toMatchObject({ reason: 'VENUE_CLOSED' });
  });

  it('is kept by its organization, seen by everybody, and named once', async () => {
    const secretary = await world.account('SECRETARY', branch);
    const stranger = await world.account('SECRETARY', await world.branch('不管的支部'));
    const input = { organizationId: branch.id, name: '党员活动室', kind: 'ACTIVITY_ROOM', capacity: 30 };
    const venue = await activities.send<{ id: string; version: number }>(
      'registerVenue',
      input,
      secretary,
      'id version',
    );
    await expect(activities.send('registerVenue', input, secretary, 'id')).rejects.toMatchObject({
      reason: 'VENUE_NAME_TAKEN',
    });
    const data = await world
      .as(stranger)
      .query<{ venues: { nodes: object[] } }>(
        `{ venues(first: 9, filter: { kinds: [ACTIVITY_ROOM] }) { nodes { name organization { name } viewerCan { maintain } } } }`,
      );
    expect(data.venues.nodes).toEqual([
      { name: '党员活动室', organization: { name: '用会议室的支部' }, viewerCan: { maintain: false } },
    ]);
    const change = { ...step(venue), address: '三层' };
    await expect(activities.send('changeVenue', change, stranger, 'id')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    const answer = 'address capacity viewerCan { maintain }';
    expect(await activities.send('changeVenue', change, secretary, answer)).toEqual({
      address: '三层',
      capacity: 30,
      viewerCan: { maintain: true },
    });
  });
});
