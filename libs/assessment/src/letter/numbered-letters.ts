import { defineNumberedKind } from '@dangwu/documents';
import { sql } from '@dangwu/read-model';
import type { AssessmentLetterEntity } from './letter.entity';
import { AssessmentLetter } from './letter.type';

/** Letters in the register of numbers: numbered by whoever assesses, told of to whoever may read the letter. */
defineNumberedKind<AssessmentLetterEntity>({
  of: ({ kind }) => sql`${kind} = 'ASSESSMENT_LETTER'`,
  type: () => AssessmentLetter,
  title: ({ title }) => title,
  text: ({ number }) => number,
  aboutId: ({ cycleId }) => sql`'AssessmentCycle_' || replace(${cycleId}::text, '-', '')`,
  givenBy: ({ issuedBy }) => issuedBy,
  withdrawn: () => sql`false`,
});
