import { insertRows } from '@dangwu/platform/database';
import { localId, newId } from '@dangwu/platform/ids';
import type { Actor, World } from '@dangwu/testing';
import { CycleStage } from '../cycle/cycle.enums';
import type { GroupNode, SchemeTree } from '../engine';
import { AssessmentScoreEntity } from '../scoring/scoring.entity';
import { ScoreSource } from '../scoring/scoring.enums';
import { arrangeCycle, type ArrangedCycle } from './arrange-cycle';
import { Cycles } from './cycles';
import { smallScheme } from './small-scheme';

const [drive, base, discipline] = smallScheme.root.children as [GroupNode, GroupNode, SchemeTree['root']];
/** Without the vote, whose weight the rubric has. */
const tree: SchemeTree = {
  ...smallScheme,
  root: {
    ...smallScheme.root,
    children: [
      drive,
      {
        ...base,
        children: base.children.flatMap((node) => {
          if (node.kind === 'BALLOT') return [];
          return [node.kind === 'RUBRIC' ? { ...node, weight: '40' } : node];
        }),
      },
      discipline,
    ],
  },
};

const points = 'total rank grade { key } gradeNote';
const whole = `assessmentId no ${points} nodes { key parentKey points before explanation { zh } }
  dimensions { key points share groupMedian } group { base limit topGiven lines { zh } places { name total rank grade outsideLimit } }
  adjustments { id nodeKey points grade withdrawnAt } objections { id version state totalBefore totalAfter answer }`;

export interface ResultAnswer {
  readonly assessmentId: string;
  readonly no: number;
  readonly total: string | null;
  readonly rank: number | null;
  readonly grade: { readonly key: string } | null;
  readonly gradeNote: string;
  readonly nodes: { key: string; points: string | null; before: string | null; explanation: { zh: string } }[];
  readonly dimensions: { key: string; points: string; share: string; groupMedian: string }[];
  readonly group: {
    base: number;
    limit: number;
    topGiven: number;
    lines: { zh: string }[];
    places: { name: string | null; total: string; rank: number; grade: string; outsideLimit: boolean }[];
  };
  readonly adjustments: { id: string; nodeKey: string | null; points: string | null; withdrawnAt: string | null }[];
  readonly objections: {
    id: string;
    version: number;
    state: string;
    totalBefore: string;
    totalAfter: string;
    answer: string;
  }[];
}

/** Cycles of four branches that an expert has scored, and what comes of them by the API. */
export class ScoredCycles extends Cycles {
  branches: { id: string }[] = [];
  /** that leads them */
  committee!: { id: string };
  expert!: Actor;
  /** of the first branch */
  secretary!: Actor;

  static async in(world: World): Promise<ScoredCycles> {
    const cycles = new ScoredCycles(world);
    cycles.committee = await world.organization('秘书处机关党委', { type: 'COMMITTEE' });
    for (const name of ['综合部', '标准部', '会员部', '国际部'])
      cycles.branches.push(await world.branch(`${name}党支部`, { under: cycles.committee }));
    cycles.expert = await world.account('EXPERT', world.root);
    cycles.secretary = await world.account('SECRETARY', cycles.branches[0]);
    return cycles;
  }

  /** In moderation: duties fulfilled by tenths of `parts`, the rubric of points and the level as given, no votes. */
  async scored(
    parts: readonly string[],
    given: readonly (readonly [points: string, level: string])[],
  ): Promise<ArrangedCycle> {
    const cycle = await arrangeCycle(this.world, {
      stage: CycleStage.MODERATION,
      tree,
      subjects: this.branches.map((branch, i) => ({
        ...branch,
        group: 'SECRETARIAT',
        figures: { 'obligation.fulfilmentRate': { part: parts[i]!, whole: '10' } },
      })),
      scorers: [{ actor: this.expert }],
    });
    const { associationId, clock } = this.world;
    const rows = cycle.assessments.flatMap((id, i) => {
      const [points, level] = given[i]!;
      const score = {
        associationId,
        assessmentId: localId('Assessment', id),
        organizationId: localId('PartyOrganization', this.branches[i]!.id),
        source: ScoreSource.EXPERT,
        accountId: this.expert.accountId,
        scorerName: '专家',
        comment: '见佐证',
        submittedAt: clock.now(),
      };
      return [
        { ...score, id: newId(), nodeKey: 'drive.study', points, level: null },
        { ...score, id: newId(), nodeKey: 'base.files', points: null, level },
      ];
    });
    await this.world.write((tx) => insertRows(tx, AssessmentScoreEntity, rows));
    return cycle;
  }

  /** 100, 96, 92 and 88 points. */
  evenly(): Promise<ArrangedCycle> {
    return this.scored(
      ['10', '9', '8', '7'],
      Array.from({ length: 4 }, () => ['20', 'GOOD'] as const),
    );
  }

  async compute(cycle: ArrangedCycle): Promise<void> {
    const { version } = await this.read(cycle.id);
    await this.job('computeAssessments', { id: cycle.id, version });
  }

  /** Scored evenly, computed, on notice. */
  async published(fields: readonly string[] = ['GRADE', 'TOTAL']): Promise<ArrangedCycle> {
    const cycle = await this.evenly();
    await this.compute(cycle);
    await this.step('publishAssessmentNotice', await this.read(cycle.id), { fields });
    return cycle;
  }

  /** The same, and final after its notice; the people of before have to sign in again. */
  async finished(fields?: readonly string[]): Promise<ArrangedCycle> {
    const cycle = await this.published(fields);
    this.world.clock.advance(15 * 86_400_000);
    this.world.staff = await this.world.account('PARTY_STAFF');
    this.secretary = await this.world.account('SECRETARY', this.branches[0]);
    await this.advance(await this.read(cycle.id));
    await this.step('finishAssessmentCycle', await this.read(cycle.id));
    return cycle;
  }

  /** A mutation that answers a job; waits until it is done. @returns UUID of the job */
  async job(name: string, input: object, actor: Actor = this.world.staff): Promise<string> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) }`;
    const id = localId('Job', (await this.world.as(actor).mutate<Record<string, string>>(document, { input }))[name]!);
    await this.world.work();
    await this.done(id);
    return id;
  }

  async result(id: string, actor: Actor = this.world.staff): Promise<ResultAnswer | null> {
    const document = `query ($id: ID!) { assessmentResult(assessmentId: $id) { ${whole} } }`;
    const answer = await this.world.as(actor).query<{ assessmentResult: ResultAnswer | null }>(document, { id });
    return answer.assessmentResult;
  }

  /** A mutation that answers the result. */
  change(name: string, input: object, actor?: Actor): Promise<ResultAnswer> {
    return this.do<ResultAnswer>(name, input, actor, whole);
  }

  async versionOf(id: string): Promise<number> {
    const { version } = (await this.assessments<{ id: string; version: number }>({})).find((one) => one.id === id)!;
    return version;
  }

  private async done(id: string): Promise<void> {
    for (;;) {
      const [job] = await this.world.write((tx) =>
        tx.query<{ state: string }[]>(`select state from job where id = $1`, [id]),
      );
      if (job!.state === 'DONE') return;
      if (job!.state === 'FAILED') throw new Error('The job failed');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
