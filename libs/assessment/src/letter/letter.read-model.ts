import { desc, readModel, sql } from '@dangwu/read-model';
import { AssessmentLetterEntity } from './letter.entity';
import { AssessmentLetter } from './letter.type';

export const AssessmentLetterModel = readModel<
  AssessmentLetter,
  AssessmentLetterEntity,
  Record<never, never>,
  'NEWEST'
>({
  type: AssessmentLetter,
  entity: AssessmentLetterEntity,
  idPrefix: 'AssessmentLetter',
  place: 'organizationId',
  read: 'assessment.read',
  deleted: 'deletedAt',
  orders: { NEWEST: [desc('issuedAt')] },
  fields: {
    url: (row) => sql`'/files/assessment-letters/Assessment_' || replace(${row.assessmentId}::text, '-', '')`,
  },
});
