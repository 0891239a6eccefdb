import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { globalId } from '@dangwu/platform/ids';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AssessmentSheets } from './assessment-sheets';
import { OwnSheets } from './own-sheets';
import { RecordVotes } from './record-votes';
import { SaveScores } from './save-scores';
import { ScoreSource } from './scoring.enums';
import {
  RecordAssessmentVotesInput,
  ReturnAssessmentSheetInput,
  SaveAssessmentScoresInput,
  SubmitAssessmentSheetInput,
} from './scoring.inputs';
import { AssessmentSheet, OwnSheet, SavedScores } from './scoring.type';
import { SubmitSheet } from './submit-sheet';
import { ScoreWorkbooks } from './workbook/score-workbooks';
import { ImportAssessmentScoresInput } from './workbook/workbook.inputs';
import { ScoresImport } from './workbook/workbook.type';

/** Sheets of scores. Everybody may be named an expert: what else a sheet asks for is asked by its frame. */
@Resolver()
export class ScoringResolver {
  constructor(
    private readonly sheets: AssessmentSheets,
    private readonly own: OwnSheets,
    private readonly saving: SaveScores,
    private readonly submitting: SubmitSheet,
    private readonly workbooks: ScoreWorkbooks,
    private readonly votes: RecordVotes,
  ) {}

  @Requires('assessment.score')
  @Query(() => AssessmentSheet, {
    description:
      'A sheet with what the system knows already (评分表): of the assessed, of whoever verifies, or your own as an expert.',
  })
  assessmentSheet(
    @Args('assessmentId', { type: () => ID, description: 'The assessment.' }) assessmentId: string,
    @Args('as', { type: () => ScoreSource, description: 'Which of its sheets.' }) as: ScoreSource,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentSheet> {
    return this.sheets.read(viewer, assessmentId, as);
  }

  @Requires('assessment.score')
  @Query(() => [OwnSheet], { description: 'Sheets that wait for you, and those you have handed in (我的评分).' })
  ownAssessmentSheets(@CurrentViewer() viewer: Viewer): Promise<OwnSheet[]> {
    return this.own.of(viewer);
  }

  @Requires('assessment.score')
  @Mutation(() => SavedScores, {
    description:
      'Save what has changed on a sheet (保存评分). What somebody else has changed since it was read is left alone and told.',
  })
  saveAssessmentScores(
    @Args('input', { description: 'Which sheet, which scores.' }) input: SaveAssessmentScoresInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<SavedScores> {
    return this.saving.save(viewer, input);
  }

  @Requires('assessment.score')
  @Mutation(() => AssessmentSheet, {
    description: 'Hand in a sheet; it changes no more unless it is returned (提交评分表).',
  })
  async submitAssessmentSheet(
    @Args('input', { description: 'Which sheet.' }) input: SubmitAssessmentSheetInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentSheet> {
    await this.submitting.submit(viewer, input);
    return this.sheets.read(viewer, input.assessmentId, input.as);
  }

  @Requires('assessment.verify')
  @Mutation(() => ID, {
    description:
      'Open a sheet again that was handed in (退回评分表): of the assessed by whoever verifies, any by whoever conducts. Answers the assessment.',
  })
  async returnAssessmentSheet(
    @Args('input', { description: 'Which sheet, why.' }) input: ReturnAssessmentSheetInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<string> {
    return globalId('Assessment', await this.submitting.return(viewer, input));
  }

  @Requires('assessment.score')
  @Mutation(() => ScoresImport, {
    description:
      'Save scores from the workbook of a cycle, downloaded and filled in (导入评分). All rows or, with all that is wrong, none.',
  })
  importAssessmentScores(
    @Args('input', { description: 'Which cycle, which file.' }) input: ImportAssessmentScoresInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<ScoresImport> {
    return this.workbooks.import(viewer, input);
  }

  @Requires('assessment.verify')
  @Mutation(() => AssessmentSheet, {
    description: 'Record the papers of a vote that were counted by hand, by whoever verifies (录入测评票计票).',
  })
  async recordAssessmentVotes(
    @Args('input', { description: 'Which vote, how many papers.' }) input: RecordAssessmentVotesInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AssessmentSheet> {
    await this.votes.record(viewer, input);
    return this.sheets.read(viewer, input.assessmentId, ScoreSource.VERIFIER);
  }
}
