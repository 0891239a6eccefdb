import { defineNumberedKind } from '@dangwu/documents';
import { sql } from '@dangwu/read-model';
import type { ActivityEntity } from '../activity/activity.entity';
import { Activity } from '../activity/activity.type';
import type { MinutesEntity, MinutesVersionEntity } from './minutes.entities';
import { Minutes, MinutesVersion } from './minutes.type';

/** Minutes in the register of numbers: called as their activity, numbered by the chair who locked them first. */
defineNumberedKind<MinutesEntity>({
  of: ({ kind }) => sql`${kind} = 'MINUTES'`,
  type: () => Minutes,
  title: (minutes, rows) =>
    rows.value<ActivityEntity>(
      () => Activity,
      ({ title }) => title,
      ({ id }) => sql`${id} = ${minutes.activityId}`,
    ),
  text: ({ documentNumber }) => documentNumber,
  aboutId: ({ activityId }) => sql`'Activity_' || replace(${activityId}::text, '-', '')`,
  givenBy: (minutes, rows) =>
    rows.value<MinutesVersionEntity>(
      () => MinutesVersion,
      ({ chairName }) => chairName,
      ({ minutesId, no }) => sql`${minutesId} = ${minutes.id} and ${no} = 1`,
    ),
  withdrawn: () => sql`false`,
});
