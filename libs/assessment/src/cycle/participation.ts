import { Access, reaches, type Viewer } from '@dangwu/access';
import { Injectable } from '@nestjs/common';
import { ChangeCycle } from './change-cycle';
import { participationWords } from './cycle-words';
import { type AssessmentEntity } from './cycle.entity';
import { AssessmentStepKind, Participation } from './cycle.enums';
import { cycleErrors } from './cycle.errors';
import type { AnswerAssessmentInvitationInput, ExcludeFromAssessmentInput } from './cycle.inputs';

const answerable: readonly Participation[] = [Participation.INVITED, Participation.OPTED_IN, Participation.DECLINED];

/** Who takes part in a cycle once it is opened. Each answers the UUID of the assessment. */
@Injectable()
export class ParticipationService {
  constructor(
    private readonly changes: ChangeCycle,
    private readonly access: Access,
  ) {}

  /**
   * A guided organization is scored only if it wants to be, and may think better of it until it says something of itself.
   * @throws STALE_VERSION, CYCLE_STAGE, INVITATION_OWN, INVITATION_ANSWERED
   */
  async answer(viewer: Viewer, { takesPart, note: given, ...step }: AnswerAssessmentInvitationInput): Promise<string> {
    const note = given?.trim() ?? '';
    await this.refuseForOthers(viewer, await this.changes.findAssessment(viewer, 'assessment.self', step.id));
    return this.changes.changeAssessment(viewer, 'assessment.self', 'answer', step, (assessment) => {
      const { relation, participation, selfSubmittedAt, subjectName: name } = assessment;
      if (relation !== 'GUIDES' || !answerable.includes(participation) || selfSubmittedAt) {
        const words = participationWords[participation];
        throw cycleErrors.INVITATION_ANSWERED({ name, stateZh: words.zh, stateEn: words.en });
      }
      return {
        set: { participation: takesPart ? Participation.OPTED_IN : Participation.DECLINED, participationNote: note },
        action: takesPart ? 'cycle.optIn' : 'cycle.decline',
        step: { kind: takesPart ? AssessmentStepKind.OPTED_IN : AssessmentStepKind.DECLINED, text: note || null },
        reason: note || null,
      };
    });
  }

  /** Whoever works for the whole association does not choose for those it guides. @throws INVITATION_OWN */
  private async refuseForOthers(viewer: Viewer, { organizationId, subjectName }: AssessmentEntity): Promise<void> {
    const { leadsPath } = await this.access.place(null, viewer, organizationId);
    const own = viewer.grants.some(
      ({ role, place }) =>
        place && leadsPath.startsWith(place.leadsPath) && reaches(role, 'assessment.self').length > 0,
    );
    if (!own) throw cycleErrors.INVITATION_OWN({ name: subjectName });
  }

  /** @throws STALE_VERSION, CYCLE_STAGE, ASSESSMENT_EXCLUDED */
  exclude(viewer: Viewer, { reason: given, ...step }: ExcludeFromAssessmentInput): Promise<string> {
    const reason = given.trim();
    return this.changes.changeAssessment(viewer, 'assessment.conduct', 'exclude', step, (assessment) => {
      if (assessment.participation === Participation.EXCLUDED)
        throw cycleErrors.ASSESSMENT_EXCLUDED({ name: assessment.subjectName });
      return { ...excluded(reason), reason };
    });
  }
}

/** What it said, and what was said of it, stays on record; it has no result. */
export const excluded = (note: string) => ({
  set: {
    participation: Participation.EXCLUDED,
    participationNote: note,
    ...{ total: null, rank: null, grade: null, gradeNote: '', publishedAt: null },
  } satisfies Partial<AssessmentEntity>,
  action: 'cycle.exclude',
  step: { kind: AssessmentStepKind.EXCLUDED, text: note },
});
