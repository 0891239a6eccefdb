const formats = new Map<string, Intl.DateTimeFormat>();

/** A wall clock in `zone` at an instant, as if it were UTC. */
function wallAt(zone: string, instant: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
    formats.set(zone, format);
  }
  return Date.parse(`${format.format(new Date(instant)).replace(' ', 'T')}Z`);
}

/**
 * The instant of a local date and time in a zone: 16:00 is 16:00 in summer and winter. A time that the clock skips in
 * spring is as much later as the clock is put on; of one that comes twice in autumn the first is meant (RFC 5545).
 */
export function instantOf(date: string, time: string, zone: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const offsets = [-86_400_000, 86_400_000].map((away) => wallAt(zone, wall + away) - (wall + away));
  // earliest first: what was before a change of the clock comes before what is after it
  const fitting = offsets.map((offset) => wall - offset).find((instant) => wallAt(zone, instant) === wall);
  return new Date(fitting ?? wall - offsets[0]!);
}
