import { Database, systemScope } from '@dangwu/platform/database';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentCycleEntity } from '../cycle/cycle.entity';
import { digest, type Result, type SchemeTree } from '../engine';
import { finalOf } from '../result/publish-notice';
import { ComputedBecause } from '../result/result.enums';
import { Results } from '../result/results';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { compareResults, compareText, compareTold, countOf, type Difference, type Told } from './compare-results';
import { bringIn, bringInLines, forget, linesOf } from './replay-room';
import { replayWords } from './replay-words';

/** So many trees are compared at once: memory stays flat. */
const batch = 250;

/** Which cycle, as the first line of a file says, too. */
export interface ReplayedCycle {
  readonly format: typeof format;
  /** global id */
  readonly id: string;
  readonly associationId: string;
  readonly title: string;
  readonly stage: string;
}
const format = 'dangwu-assessment-replay-1';

/** What of one organization, or of the cycle as a whole (name null), is otherwise than it was told. */
export interface DifferencesOf {
  readonly name: string | null;
  readonly groupName: string | null;
  readonly differences: readonly Difference[];
}

export interface ReplayReport {
  readonly cycle: ReplayedCycle;
  /** whether all is as it was told */
  readonly same: boolean;
  /** how many assessed, and how many numbers of theirs, were compared */
  readonly assessed: number;
  readonly numbers: number;
  /** whether it was sealed, so that its digest was compared */
  readonly sealed: boolean;
  readonly found: readonly DifferencesOf[];
}

interface Pair extends Told {
  readonly name: string;
  readonly groupName: string;
  readonly toldTotal: string | null;
  readonly toldRank: number | null;
  readonly toldGrade: string | null;
  readonly tree: Result;
  readonly digest: string;
  readonly keptTree: Result | null;
  readonly keptTotal: string | null;
  readonly keptDigest: string | null;
}

/**
 * Computes a cycle again where nothing is but its scheme, the figures it read and what people said, by the code that computed it
 * first, and compares every digit with what was told. Nothing is written.
 */
@Injectable()
export class ReplayCycle {
  constructor(
    private readonly database: Database,
    private readonly results: Results,
  ) {}

  /** @param named global id, UUID or title @returns those it may be */
  async find(named: string): Promise<ReplayedCycle[]> {
    const rows = await this.database.transaction(systemScope(null), (tx) =>
      tx.query<(Omit<ReplayedCycle, 'format'> & { id: string })[]>(
        `select id, association_id as "associationId", title, stage from assessment_cycle c
         where deleted_at is null and ($1 in (id::text, title, 'AssessmentCycle_' || replace(id::text, '-', '')))
           and exists (select from assessment a join assessment_result r on r.assessment_id = a.id where a.cycle_id = c.id)
         order by created_at`,
        [named],
      ),
    );
    return rows.map(({ id, ...row }) => ({ format, id: globalId('AssessmentCycle', id), ...row }));
  }

  /** From the database that it stands in. */
  replay(cycle: ReplayedCycle): Promise<ReplayReport> {
    return this.inRoom(cycle, (tx) => bringIn(tx, uuidOf(cycle)));
  }

  /** From lines that `write` gave. @throws SyntaxError, Error for what is none of it */
  async replayLines(lines: AsyncIterable<string>): Promise<ReplayReport> {
    const [cycle, rest] = await headOf(lines);
    return this.inRoom(cycle, (tx) => bringInLines(tx, rest));
  }

  /** What it is computed from and what was told, a line each. */
  async write(cycle: ReplayedCycle, line: (text: string) => Promise<void>): Promise<void> {
    await this.database.transaction(systemScope(cycle.associationId), async (tx) => {
      await bringIn(tx, uuidOf(cycle));
      await line(JSON.stringify(cycle));
      for await (const each of linesOf(tx)) await line(each);
    });
  }

  private inRoom(cycle: ReplayedCycle, fill: (tx: EntityManager) => Promise<void>): Promise<ReplayReport> {
    return this.database.transaction(systemScope(cycle.associationId), async (tx) => {
      await fill(tx);
      await forget(tx);
      const kept = await tx.findOneByOrFail(AssessmentCycleEntity, { id: uuidOf(cycle) });
      const { tree } = await tx.findOneByOrFail(SchemeVersionEntity, { id: kept.schemeVersionId });
      await this.results.compute(tx, kept, ComputedBecause.ASKED);
      const compared = await comparedIn(tx, tree);
      const sealed =
        kept.digest === null ? [] : compareText(replayWords.sealed, kept.digest, digest(await finalOf(tx, kept.id)));
      const found = [
        ...compared.found,
        ...(sealed.length > 0 ? [{ name: null, groupName: null, differences: sealed }] : []),
      ];
      const { assessed, numbers } = compared;
      return { cycle, same: found.length === 0, assessed, numbers, sealed: kept.digest !== null, found };
    });
  }
}

/** By groups and names. */
async function comparedIn(tx: EntityManager, tree: SchemeTree) {
  const found: DifferencesOf[] = [];
  let [assessed, numbers] = [0, 0];
  await tx.query(`declare pair cursor for ${pairs}`, [takingPart]);
  for (;;) {
    const rows = await tx.query<Pair[]>(`fetch ${batch} from pair`);
    for (const row of rows) {
      assessed++;
      numbers += countOf(row.tree);
      const differences = differencesOf(row, tree);
      if (differences.length > 0) found.push({ name: row.name, groupName: row.groupName, differences });
    }
    if (rows.length < batch) return { found, assessed, numbers };
  }
}

function differencesOf(row: Pair, scheme: SchemeTree): Difference[] {
  const { tree, keptTree, keptDigest, keptTotal, toldTotal: total, toldRank: rank, toldGrade: grade } = row;
  const told = compareTold({ total, rank, grade }, row, scheme);
  if (!keptTree) return [...told, { what: replayWords.result, told: '—', computed: row.digest }];
  const inTree = compareResults(keptTree, tree);
  const fits = digest(keptTree);
  return [
    ...inTree,
    ...(fits === keptDigest ? [] : compareText(replayWords.kept, keptDigest, fits)),
    ...compareText(replayWords.keptTotal, keptTotal, tree.total),
    ...(inTree.length > 0 ? [] : compareText(replayWords.digest, keptDigest, row.digest)),
    ...told,
  ];
}

const pairs = `
  select a.subject_name as name, a.group_name as "groupName", a.total::text as total, a.rank, a.grade,
    p.total::text as "toldTotal", p.rank as "toldRank", p.grade as "toldGrade", r.tree, r.digest,
    k.tree as "keptTree", k.total::text as "keptTotal", k.digest as "keptDigest"
  from assessment a join assessment_result r on r.assessment_id = a.id join published_assessment p on p.id = a.id
  left join published_result k on k.assessment_id = a.id
  where a.participation = any ($1) order by a.group_name, a.rank, a.subject_name, a.id`;

const uuidOf = ({ id }: ReplayedCycle): string => localId('AssessmentCycle', id);

/** The first line says which cycle it is. */
async function headOf(lines: AsyncIterable<string>): Promise<[ReplayedCycle, AsyncIterable<string>]> {
  const all = lines[Symbol.asyncIterator]();
  const first = await all.next();
  const head = JSON.parse(first.done ? 'null' : first.value) as Partial<ReplayedCycle> | null;
  if (head?.format !== format) throw new Error(`This is no file of ${format}`);
  return [head as ReplayedCycle, { [Symbol.asyncIterator]: () => all }];
}
