import { after, asc, desc, extendModel, many, masked, one, readModel, related, sameRow, sql } from '@dangwu/read-model';
import type { ActivityEntity } from '../activity/activity.entity';
import { ActivityModel } from '../activity/activity.read-model';
import { MinutesEntity, MinutesVersionEntity, ResolutionEntity } from './minutes.entities';
import { Minutes, MinutesAbilities, MinutesVersion, Resolution } from './minutes.type';

const placed = { place: 'organizationId', read: 'activity.read', deleted: 'deletedAt' } as const;
const rows = { entity: MinutesEntity, idPrefix: 'Minutes', ...placed } as const;

// `content` is answered by graphql-js: the text of a statement is the whole of it, whatever of it is asked for
export const MinutesModel = readModel<Minutes, MinutesEntity, Record<never, never>, 'NEWEST'>({
  type: Minutes,
  ...rows,
  // an activity has one at most
  orders: { NEWEST: [desc('savedAt')] },
  fields: {
    activity: one('activityId'),
    content: after(['content'], ({ content }) => content),
    versions: many<MinutesVersionEntity>('minutesId', { order: 'NEWEST', boundedBy: 100 }),
    viewerCan: sameRow(),
    previewUrl: (minutes) => sql`'/files/minutes/Minutes_' || replace(${minutes.id}::text, '-', '') || '/preview.pdf'`,
  },
});

export const MinutesAbilitiesModel = readModel<MinutesAbilities, MinutesEntity>({
  type: MinutesAbilities,
  ...rows,
  fields: {
    maintain: masked<MinutesEntity>(
      () => sql`true`,
      () => sql`false`,
      'activity.maintain',
    ),
  },
});

export const MinutesVersionModel = readModel<MinutesVersion, MinutesVersionEntity, Record<never, never>, 'NEWEST'>({
  type: MinutesVersion,
  entity: MinutesVersionEntity,
  ...placed,
  orders: { NEWEST: [desc('no')] },
  fields: {
    content: after(['content'], ({ content }) => content),
    pdfUrl: (version) =>
      sql`'/files/minutes/Minutes_' || replace(${version.minutesId}::text, '-', '') || '/' || ${version.no} || '.pdf'`,
    wordUrl: (version) =>
      sql`'/files/minutes/Minutes_' || replace(${version.minutesId}::text, '-', '') || '/' || ${version.no} || '.docx'`,
  },
});

export const ResolutionModel = readModel<Resolution, ResolutionEntity, Record<never, never>, 'NUMBER'>({
  type: Resolution,
  entity: ResolutionEntity,
  ...placed,
  idPrefix: 'Resolution',
  orders: { NUMBER: [asc('no')] },
});

/** What minutes add to activities. */
export const activityMinutes = extendModel<ActivityEntity>(ActivityModel, {
  minutes: related<MinutesEntity, ActivityEntity>((minutes, self) => sql`${minutes.activityId} = ${self.id}`, 'NEWEST'),
  resolutions: many<ResolutionEntity>('activityId', { order: 'NUMBER', boundedBy: 1000 }),
});
