import type { Viewer } from '@dangwu/access';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { platformErrors } from '@dangwu/platform/errors';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import type { BallotNode } from '../engine';
import { ballotNode } from './ballot-node';
import { AssessmentBallotEntity } from './scoring.entity';
import { ScoreSource } from './scoring.enums';
import { scoringErrors } from './scoring.errors';
import type { CountedPapersInput, RecordAssessmentVotesInput } from './scoring.inputs';
import { SheetFrame } from './sheet-frame';

type Papers = Record<string, Record<string, number>>;

/** Votes on paper, as they are held in an assembly: whoever verifies records what the tellers have counted. */
@Injectable()
export class RecordVotes {
  constructor(
    private readonly frame: SheetFrame,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
    private readonly clock: Clock,
  ) {}

  /** @throws as `SheetFrame.write`, SCORE_NODE_UNKNOWN, VOTES_OF_SYSTEM, VOTES_UNKNOWN_OPTION, VOTES_NOBODY, STALE_VERSION */
  record(viewer: Viewer, input: RecordAssessmentVotesInput): Promise<void> {
    return this.frame.write(viewer, input.assessmentId, ScoreSource.VERIFIER, async (tx, { assessment, tree }) => {
      const node = ballotNode(tree, input.nodeKey);
      const papers = counted(node, input.papers);
      const tellers = input.tellers.trim();
      const { id: assessmentId, associationId, organizationId, subjectName } = assessment;
      const rows = await tx.findBy(AssessmentBallotEntity, { assessmentId, nodeKey: node.key });
      if (rows.some(({ ballotId }) => ballotId)) throw scoringErrors.VOTES_OF_SYSTEM({ indicator: node.name.zh });
      const [before] = rows;
      if (before && before.tellers === tellers && isDeepStrictEqual(before.papers, papers)) {
        leavesNothing('it is recorded so already');
        return;
      }
      if ((before?.version ?? 0) !== input.version)
        throw platformErrors.STALE_VERSION({ current: before?.version ?? 0 });
      const id = before?.id ?? newId(this.clock.now().getTime());
      const place = { associationId, assessmentId, organizationId, nodeKey: node.key };
      await tx.save(AssessmentBallotEntity, { ...before, ...place, id, ballotId: null, papers, tellers });
      await this.audit.record(tx, {
        action: 'assessment.recordVotes',
        subjectType: 'Assessment',
        subjectId: assessmentId,
        subjectName,
        organizationId,
        before: before && { votes: told(node, before.papers ?? {}), tellers: before.tellers },
        after: { indicator: node.name, votes: told(node, papers), tellers },
      });
      const event = { kind: 'assessment', id: globalId('Assessment', assessmentId), associationId };
      await this.live.publish(tx, { to: 'association', ...event });
    });
  }
}

/** By group and option; what is not named was not cast. */
function counted(node: BallotNode, given: readonly CountedPapersInput[]): Papers {
  const indicator = node.name.zh;
  const papers: Papers = {};
  for (const { group, option, papers: number } of given) {
    if (!node.groups.some(({ key }) => key === group))
      throw scoringErrors.VOTES_UNKNOWN_OPTION({ indicator, given: group });
    if (!node.options.some(({ key }) => key === option))
      throw scoringErrors.VOTES_UNKNOWN_OPTION({ indicator, given: option });
    (papers[group] ??= {})[option] = number;
  }
  const counting = node.options.filter(({ share }) => share !== null).map(({ key }) => key);
  const valid = Object.values(papers).some((of) => counting.some((option) => (of[option] ?? 0) > 0));
  if (!valid) throw scoringErrors.VOTES_NOBODY({ indicator });
  return papers;
}

/** In words, for the audit log: 党员 满意 20. */
const told = (
  node: BallotNode,
  papers: Readonly<Papers> | Readonly<Record<string, Readonly<Record<string, number>>>>,
): string[] =>
  node.groups.flatMap((group) =>
    node.options.map((option) => `${group.name.zh} ${option.name.zh} ${papers[group.key]?.[option.key] ?? 0}`),
  );
