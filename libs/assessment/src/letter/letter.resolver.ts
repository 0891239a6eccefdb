import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { globalId } from '@dangwu/platform/ids';
import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import { ExportEvidence } from './export-evidence';
import { IssueLetters } from './issue-letters';
import { ExportAssessmentEvidenceInput, IssueAssessmentLettersInput } from './letter.inputs';

/** Letters of a final cycle, and the file of a cycle. Downloads stand in `apps/api`. */
@Resolver()
export class LetterResolver {
  constructor(
    private readonly letters: IssueLetters,
    private readonly evidence: ExportEvidence,
  ) {}

  @Requires('assessment.conduct')
  @Mutation(() => ID, {
    description:
      'Issue the letters of a final cycle, each under a number, those that were issued before stay; the job answers with all of them as a .zip of PDF files (印发结果通知书).',
  })
  async issueAssessmentLetters(
    @Args('input', { description: 'Which cycle.' }) input: IssueAssessmentLettersInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<string> {
    return globalId('Job', await this.letters.start(viewer, input));
  }

  @Requires('assessment.conduct')
  @Mutation(() => ID, {
    description:
      'Put the file of a cycle together: scheme, figures, scores with an index of the records they rest on, results with how they came about, what a replay computes from; the job answers with a .zip. EVIDENCE_EARLY (导出考核档案).',
  })
  async exportAssessmentEvidence(
    @Args('input', { description: 'Which cycle.' }) input: ExportAssessmentEvidenceInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<string> {
    return globalId('Job', await this.evidence.start(viewer, input));
  }
}
