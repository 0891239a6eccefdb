import type { Page } from '@playwright/test';
import { ask, expect, signIn } from './journey';

/** A day so many days from now, in China. */
const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now() + offset * 86_400_000);

const stages = ['SELF_ASSESSMENT', 'VERIFICATION', 'EXPERT_REVIEW', 'MODERATION', 'NOTICE', 'OBJECTION', 'FINAL'];
type As = 'SELF' | 'VERIFIER' | 'EXPERT';

/** One of the assessed. */
export interface Assessed {
  readonly id: string;
  readonly name: string;
  readonly organizationId: string;
  readonly group: string;
}

interface Sheet {
  readonly lines: readonly {
    readonly key: string;
    readonly kind: string;
    readonly entry: string;
    readonly levels: readonly { readonly key: string }[];
    readonly ballot: { readonly papers: readonly { readonly group: string; readonly option: string }[] } | null;
  }[];
}

/** A cycle by the scheme 文明单位, which asks people alone: what is scored decides, whatever was recorded elsewhere. */
export class Way {
  readonly title = `文明单位评比${Date.now() % 100_000}`;
  id = '';
  assessed: readonly Assessed[] = [];

  constructor(private readonly page: Page) {}

  get address(): string {
    return `/assessments/${this.id}`;
  }

  /** The one of this name. */
  named(name: string): Assessed {
    const found = this.assessed.find((one) => one.name.includes(name));
    if (!found) throw new Error(`${name} is not in the cycle: ${this.assessed.map((one) => one.name).join('、')}`);
    return found;
  }

  /** Opened over two groups: committees, and general branches, of which the secretariat has one. */
  async open(more: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await signIn(this.page, 'PARTY_STAFF');
    const { cycleSchemes } = await this.ask<{ cycleSchemes: { id: string; name: { zh: string } }[] }>(
      '{ cycleSchemes { id name { zh } } }',
    );
    const { partyOrganizations } = await this.ask<{ partyOrganizations: { nodes: { id: string }[] } }>(
      '{ partyOrganizations(first: 1, filter: { search: "DZ0001" }) { nodes { id } } }',
    );
    const input = {
      schemeVersionId: cycleSchemes.find(({ name }) => name.zh === '文明单位')!.id,
      organizationId: partyOrganizations.nodes[0]!.id,
      title: this.title,
      ...{
        tiers: ['SECRETARIAT', 'ENTERPRISE'],
        organizationTypes: ['COMMITTEE', 'GENERAL_BRANCH'],
        relations: ['LEADS'],
      },
      ...{ groupBy: 'TYPE', periodFrom: '2026-01-01', periodTo: '2026-12-31' },
      deadlines: stages.map((stage, i) => ({ stage, dueOn: day(i + 1) })),
      ...more,
    };
    const { openAssessmentCycle } = await this.mutate<{ openAssessmentCycle: { id: string } }>(
      'openAssessmentCycle',
      input,
      '{ id }',
    );
    this.id = openAssessmentCycle.id;
    const { assessments } = await this.ask<{
      assessments: {
        nodes: { id: string; subjectName: string; groupKey: string; organization: { id: string } }[];
      };
    }>(
      `query ($id: ID!) { assessments(first: 100, filter: { cycleId: $id }) {
        nodes { id subjectName groupKey organization { id } } } }`,
      { id: this.id },
    );
    this.assessed = assessments.nodes.map(({ id, subjectName, groupKey, organization }) => ({
      ...{ id, name: subjectName, organizationId: organization.id, group: groupKey },
    }));
  }

  /** Somebody scores as an expert, and keeps away from these. */
  async expert(name: string, recused: readonly Assessed[] = []): Promise<void> {
    const { assessmentScorerCandidates } = await this.ask<{ assessmentScorerCandidates: { id: string }[] }>(
      `query ($id: ID!, $name: String!) { assessmentScorerCandidates(cycleId: $id, search: $name) { id } }`,
      { id: this.id, name },
    );
    const accountId = assessmentScorerCandidates[0]!.id;
    const scorers = [{ accountId, recused: recused.map(({ organizationId }) => organizationId) }];
    await this.step('nameAssessmentScorers', { scorers });
  }

  /** On to a stage, whatever is missing; figures are read in the background. */
  async advance(to: string): Promise<void> {
    await this.step('advanceAssessmentCycle', { to, reason: '试行' });
    await expect.poll(() => this.stage(), { timeout: 120_000 }).toBe(to);
  }

  async stage(): Promise<string> {
    const { assessmentCycle } = await this.ask<{ assessmentCycle: { stage: string } }>(
      'query ($id: ID!) { assessmentCycle(id: $id) { stage } }',
      { id: this.id },
    );
    return assessmentCycle.stage;
  }

  /** A whole sheet, handed in, as whoever is signed in. @param level which one of each line, from 1 */
  async fill({ id: assessmentId }: Assessed, as: As, level: (line: number) => number = () => 1): Promise<void> {
    const { lines } = await this.sheet(assessmentId, as);
    const scores = lines
      .filter(({ entry }) => entry === 'LEVEL')
      .map(({ key, levels }, i) => {
        const at = level(i);
        return { nodeKey: key, version: 0, level: levels[at - 1]!.key, ...(at > 1 && { comment: '个别记录不全。' }) };
      });
    await this.mutate('saveAssessmentScores', { assessmentId, as, scores }, '{ saved }');
    await this.mutate('submitAssessmentSheet', { assessmentId, as }, '{ submittedAt }');
  }

  /** All papers say the best. */
  async vote({ id: assessmentId }: Assessed): Promise<void> {
    const { lines } = await this.sheet(assessmentId, 'VERIFIER');
    for (const { key, ballot } of lines) {
      if (!ballot) continue;
      const [first] = ballot.papers;
      const papers = ballot.papers.map(({ group, option }) => ({
        ...{ group, option, papers: option === first!.option ? 20 : 0 },
      }));
      const input = { assessmentId, nodeKey: key, papers, tellers: '监票人王岚、计票人李想', version: 0 };
      await this.mutate('recordAssessmentVotes', input, '{ filled }');
    }
  }

  private async sheet(id: string, as: As): Promise<Sheet> {
    const { assessmentSheet } = await this.ask<{ assessmentSheet: Sheet }>(
      `query ($id: ID!, $as: ScoreSource!) { assessmentSheet(assessmentId: $id, as: $as) {
        lines { key kind entry levels { key } ballot { papers { group option } } } } }`,
      { id, as },
    );
    return assessmentSheet;
  }

  /** What is done to the cycle, with the version that it has. */
  private async step(name: string, input: Readonly<Record<string, unknown>>): Promise<void> {
    const { assessmentCycle } = await this.ask<{ assessmentCycle: { version: number } }>(
      'query ($id: ID!) { assessmentCycle(id: $id) { version } }',
      { id: this.id },
    );
    await this.mutate(name, { id: this.id, version: assessmentCycle.version, ...input }, '{ id }');
  }

  private mutate<T>(name: string, input: Readonly<Record<string, unknown>>, answer: string): Promise<T> {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    return this.ask<T>(`mutation ($input: ${type}!) { ${name}(input: $input) ${answer} }`, { input });
  }

  private ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    return ask<T>(this.page, query, variables);
  }
}
