import { AssessmentSheets } from './assessment-sheets';
import { OwnSheets } from './own-sheets';
import { PeriodRecords } from './period-records';
import { RecordVotes } from './record-votes';
import { SaveScores } from './save-scores';
import './scoring.audited';
import { AssessmentBallotEntity, AssessmentScoreEntity } from './scoring.entity';
import { ScoringResolver } from './scoring.resolver';
import { SheetFrame } from './sheet-frame';
import { SubmitSheet } from './submit-sheet';
import { ScoreWorkbooks } from './workbook/score-workbooks';

export const scoringEntities = [AssessmentScoreEntity, AssessmentBallotEntity];
export const scoringModels = [] as const;

/** What is said of each indicator, for the providers of the assessment module. */
export const scoringProviders = [
  AssessmentSheets,
  OwnSheets,
  PeriodRecords,
  RecordVotes,
  SaveScores,
  ScoreWorkbooks,
  ScoringResolver,
  SheetFrame,
  SubmitSheet,
];

export { inputsOf, type Assessed } from './inputs-of';
export { ScoreSource } from './scoring.enums';
export { ScoreWorkbooks };
