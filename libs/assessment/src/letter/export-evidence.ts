import type { Viewer } from '@dangwu/access';
import { toPdf } from '@dangwu/documents';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Files } from '@dangwu/platform/files';
import { globalId } from '@dangwu/platform/ids';
import { JobHandlers, Jobs, type JobContext } from '@dangwu/platform/jobs';
import { fillText } from '@dangwu/platform/text';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { In, MoreThan } from 'typeorm';
import { ChangeCycle } from '../cycle/change-cycle';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentCycleEntity, AssessmentEntity } from '../cycle/cycle.entity';
import type { SchemeTree } from '../engine';
import { ReplayCycle } from '../replay';
import { presentNodes } from '../result/present';
import { ReadNotice } from '../result/read-notice';
import { AssessmentResultEntity } from '../result/result.entity';
import { SchemeVersionEntity } from '../scheme/scheme.entity';
import { csvLines } from './csv';
import { evidenceTables, evidenceWords, firstPage, type EvidenceTable } from './evidence-tables';
import { letterErrors } from './letter.errors';
import type { ExportAssessmentEvidenceInput } from './letter.inputs';
import { evidenceDone, evidenceProgress } from './letter-words';
import { noticeDocument } from './notice-document';
import { inPath, packParts, type Part } from './pack-parts';

const kind = 'ASSESSMENT_EVIDENCE_EXPORT';
/** So many rows are read at once. */
const batch = 500;
const replayFile = '重算.txt';

/** The whole file of a cycle: scheme, figures, scores with what they rest on, results with how they came about. */
@Injectable()
export class ExportEvidence implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly changes: ChangeCycle,
    private readonly notices: ReadNotice,
    private readonly replays: ReplayCycle,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on(kind, (job) => this.run(job));
  }

  /** For whoever conducts the cycle. @returns UUID of the job @throws UNKNOWN_ID, PERMISSION_MISSING, EVIDENCE_EARLY */
  async start(viewer: Viewer, { id }: ExportAssessmentEvidenceInput): Promise<string> {
    const cycle = await this.changes.find(viewer, id);
    return this.database.transaction(viewer.scope('assessment.conduct'), async (tx) => {
      const [computed] = await tx.query<unknown[]>(
        `select from assessment a join assessment_result r on r.assessment_id = a.id where a.cycle_id = $1 limit 1`,
        [cycle.id],
      );
      if (!computed) throw letterErrors.EVIDENCE_EARLY({ title: cycle.title });
      const { id: accountId } = viewer.account;
      const input = { cycleId: cycle.id };
      return (await this.jobs.start(tx, { kind, accountId, associationId: cycle.associationId, input })).id;
    });
  }

  private async run(job: JobContext): Promise<void> {
    const { cycleId } = job.input as { cycleId: string };
    const { cycle, count } = await this.database.transaction(job.scope, async (tx) => ({
      cycle: await tx.findOneByOrFail(AssessmentCycleEntity, { id: cycleId }),
      count: await tx.countBy(AssessmentEntity, { cycleId, participation: In([...takingPart]) }),
    }));
    const parts = await this.parts(job, cycle);
    const told = parts.map((part, i): Part => ({
      ...part,
      open: async () => {
        await job.progress(i, parts.length, evidenceProgress);
        return part.open();
      },
    }));
    const zip = await buffer(packParts(told, this.clock.now()));
    const { accountId, associationId } = job;
    const { organizationId, title } = cycle;
    await this.database.transaction(job.scope, async (tx) => {
      const named = { name: `${inPath(title)}考核档案.zip`, accountId, associationId, made: true } as const;
      const file = await this.files.put(zip, named, tx);
      await this.audit.record(tx, {
        action: 'cycle.exportEvidence',
        kind: 'EXPORT',
        subjectType: 'AssessmentCycle',
        subjectId: cycleId,
        subjectName: title,
        organizationId,
        after: { assessed: count, sumsHash: createHash('sha256').update(zip).digest('hex') },
      });
      await job.finish(tx, { fileId: file.id, message: fillText(evidenceDone, { count }) });
    });
  }

  private async parts(job: JobContext, cycle: AssessmentCycleEntity): Promise<Part[]> {
    const { id, title, schemeVersionId } = cycle;
    const { tree } = await this.database.transaction(job.scope, (tx) =>
      tx.findOneByOrFail(SchemeVersionEntity, { id: schemeVersionId }),
    );
    const text = (path: string, content: string): Part => ({ path, open: () => Promise.resolve(Buffer.from(content)) });
    const [results, ...tables] = evidenceTables.map((table) => this.table(job, cycle, table));
    const notice = cycle.noticeFrom ? [this.notice(cycle)] : [];
    return [
      text('说明.txt', evidenceWords(title, replayFile)),
      text('方案.json', JSON.stringify(tree, null, 2)),
      results!,
      { path: '得分依据.csv', open: () => Promise.resolve(csvLines(nodeHeads, this.nodes(job, cycle, tree))) },
      ...tables,
      ...notice,
      { path: replayFile, open: () => this.replayLines(globalId('AssessmentCycle', id)) },
    ];
  }

  private table(job: JobContext, { id }: AssessmentCycleEntity, { path, heads, page }: EvidenceTable): Part {
    const database = this.database;
    async function* rows(): AsyncGenerator<(string | number | null)[]> {
      for (let at = firstPage; ;) {
        const found = await database.transaction(job.scope, (tx) =>
          tx.query<{ at: string; cells: (string | number | null)[] | null }[]>(page, [id, at, batch]),
        );
        for (const { cells } of found) if (cells) yield cells;
        if (found.length === 0) return;
        at = found.at(-1)!.at;
      }
    }
    return { path, open: () => Promise.resolve(csvLines(heads, rows())) };
  }

  /** Each number of everybody, with the sentence it comes from. */
  private async *nodes(
    job: JobContext,
    cycle: AssessmentCycleEntity,
    tree: SchemeTree,
  ): AsyncGenerator<(string | null)[]> {
    const { id: cycleId, periodFrom: from, periodTo: to } = cycle;
    for (let at = firstPage; ;) {
      const found = await this.database.transaction(job.scope, async (tx) => {
        const assessed = await tx.find(AssessmentEntity, {
          where: { cycleId, participation: In([...takingPart]), id: MoreThan(at) },
          order: { id: 'ASC' },
          take: 50,
        });
        const results = await tx.find(AssessmentResultEntity, {
          where: { assessmentId: In(assessed.map(({ id }) => id)) },
          order: { no: 'ASC' },
        });
        const last = new Map(results.map((row) => [row.assessmentId, row]));
        return assessed.map((assessment) => ({ assessment, result: last.get(assessment.id) }));
      });
      for (const { assessment, result } of found) {
        const { organizationId, subjectName, groupName } = assessment;
        for (const node of result ? presentNodes(result.tree.root, { organizationId, from, to }, tree) : [])
          yield [groupName, subjectName, node.name.zh, node.weight, node.points, node.explanation.zh];
      }
      if (found.length === 0) return;
      at = found.at(-1)!.assessment.id;
    }
  }

  private notice({ id, associationId }: AssessmentCycleEntity): Part {
    const read = { association: { id: associationId } } as Pick<Viewer, 'association'>;
    return {
      path: '公示.pdf',
      open: async () => toPdf(noticeDocument(await this.notices.read(read, globalId('AssessmentCycle', id)))),
    };
  }

  /** As `assessment:replay --to` writes it. */
  private async replayLines(id: string): Promise<Buffer> {
    const [cycle] = await this.replays.find(id);
    const lines: string[] = [];
    await this.replays.write(cycle!, (line) => {
      lines.push(line);
      return Promise.resolve();
    });
    return Buffer.from(lines.map((line) => `${line}\n`).join(''));
  }
}

const nodeHeads = ['对比组', '考核对象', '指标', '分值', '得分', '怎么来的'];
