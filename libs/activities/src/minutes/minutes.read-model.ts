import {
  after,
  desc,
  extendModel,
  many,
  masked,
  one,
  readModel,
  related,
  sameRow,
  sql,
  type Expression,
  type Row,
  type Sql,
} from '@dangwu/read-model';
import type { ActivityEntity } from '../activity/activity.entity';
import { ActivityModel } from '../activity/activity.read-model';
import { SupervisionItemEntity } from '../supervision/supervision-item.entity';
import { MinutesEntity, MinutesVersionEntity } from './minutes.entities';
import { Minutes, MinutesAbilities, MinutesVersion } from './minutes.type';

const placed = { place: 'organizationId', read: 'activity.read', deleted: 'deletedAt' } as const;
const rows = { entity: MinutesEntity, idPrefix: 'Minutes', ...placed } as const;

/** What was signed last, of a version that is written on. */
const signedLast =
  (value: (version: Row<MinutesVersionEntity>) => Sql): Expression<MinutesEntity> =>
  (minutes, _, rows) =>
    rows.value<MinutesVersionEntity>(
      () => MinutesVersion,
      value,
      (version) => sql`${version.minutesId} = ${minutes.id} and ${version.no} = ${minutes.versionNo} - 1`,
    );

/** What is not signed is shown to those who may write there; to other readers of the activity what was signed last. */
function unsigned(
  column: 'content' | 'contentHash' | 'correctionReason',
  value: (version: Row<MinutesVersionEntity>) => Sql,
): ReturnType<typeof masked<MinutesEntity>> {
  const last = signedLast(value);
  return masked<MinutesEntity>(
    (minutes) => minutes[column],
    (minutes, args, rows) =>
      sql`case when ${minutes.state} = 'LOCKED' then ${minutes[column]} else ${last(minutes, args, rows)} end`,
    'activity.maintain',
    // graphql-js answers the fields of the content: the text of a statement is the whole of it, whatever is asked for
    (shown) => shown,
  );
}

export const MinutesModel = readModel<Minutes, MinutesEntity, Record<never, never>, 'NEWEST'>({
  type: Minutes,
  ...rows,
  // an activity has one at most
  orders: { NEWEST: [desc('savedAt')] },
  fields: {
    activity: one('activityId'),
    content: unsigned('content', ({ content }) => content),
    contentHash: unsigned('contentHash', ({ contentHash }) => contentHash),
    correctionReason: unsigned('correctionReason', ({ reason }) => reason),
    chairHasAccount: (minutes) => sql`${minutes.chairAccountId} is not null`,
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
    paperUrl: ({ paperAttachmentId: id }) => sql`'/files/attachments/Attachment_' || replace(${id}::text, '-', '')`,
    pdfUrl: (version) =>
      sql`'/files/minutes/Minutes_' || replace(${version.minutesId}::text, '-', '') || '/' || ${version.no} || '.pdf'`,
    wordUrl: (version) =>
      sql`'/files/minutes/Minutes_' || replace(${version.minutesId}::text, '-', '') || '/' || ${version.no} || '.docx'`,
  },
});

/** What minutes add to activities. */
export const activityMinutes = extendModel<ActivityEntity>(ActivityModel, {
  minutes: related<MinutesEntity, ActivityEntity>((minutes, self) => sql`${minutes.activityId} = ${self.id}`, 'NEWEST'),
  resolutions: related<SupervisionItemEntity, ActivityEntity>(
    (item, self) => sql`${item.source} = 'RESOLUTION' and ${item.sourceId} = ${self.id}`,
    { order: 'NUMBER', boundedBy: 1000 },
  ),
});
