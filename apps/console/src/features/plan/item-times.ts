import { moment } from '../../lib/dates';

interface Times {
  readonly startsAt: string | null;
  readonly periodFrom: string;
}

/** The same time of another day; what has none yet begins at two in the afternoon, Chinese time. */
export const onDay = ({ startsAt }: Times, day: string): string =>
  new Date(`${day}T${startsAt ? moment(startsAt).slice(11) : '14:00'}:00+08:00`).toISOString();
