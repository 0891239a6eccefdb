import type { Viewer } from '@dangwu/access';
import { DocumentNumbers, toPdf } from '@dangwu/documents';
import { associationZone, Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { Files } from '@dangwu/platform/files';
import { newId } from '@dangwu/platform/ids';
import { JobHandlers, Jobs, type JobContext } from '@dangwu/platform/jobs';
import { fillText } from '@dangwu/platform/text';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { buffer } from 'node:stream/consumers';
import { In, type EntityManager } from 'typeorm';
import { ChangeCycle, locked, type CycleActor } from '../cycle/change-cycle';
import { takingPart } from '../cycle/cycle-gaps';
import { cyclePossible } from '../cycle/cycle-lifecycle';
import { AssessmentEntity, type AssessmentCycleEntity } from '../cycle/cycle.entity';
import { AssessmentStepKind } from '../cycle/cycle.enums';
import { digest } from '../engine';
import { csvOf } from './csv';
import { AssessmentLetterEntity } from './letter.entity';
import type { IssueAssessmentLettersInput } from './letter.inputs';
import { letterMark, lettersDone, lettersProgress } from './letter-words';
import { inPath, packParts, type Part } from './pack-parts';
import { lettersOf, readyLetters, type ReadyLetter } from './read-letters';
import { resultLetter } from './result-letter';

const kind = 'ASSESSMENT_LETTERS_EXPORT';
/** So many are read and written at once. */
const batch = 100;

interface Input {
  readonly cycleId: string;
  readonly actor: { readonly id: string; readonly name: string };
}

/** A letter with whose it is. */
type Addressed = AssessmentLetterEntity & { readonly name: string; readonly groupName: string };

/** Issues the letters of a final cycle, each under a number and frozen as it is, and packs all of them into one file. */
@Injectable()
export class IssueLetters implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly jobs: Jobs,
    private readonly handlers: JobHandlers,
    private readonly changes: ChangeCycle,
    private readonly numbers: DocumentNumbers,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.handlers.on(kind, (job) => this.run(job));
  }

  /** @returns UUID of the job @throws UNKNOWN_ID, PERMISSION_MISSING, STALE_VERSION, CYCLE_STAGE */
  async start(viewer: Viewer, step: IssueAssessmentLettersInput): Promise<string> {
    let jobId = '';
    await this.changes.change(viewer, 'letters', step, async (tx, cycle) => {
      const { id: accountId, name } = viewer.account;
      const input: Input = { cycleId: cycle.id, actor: { id: accountId, name } };
      const { associationId } = cycle;
      jobId = (await this.jobs.start(tx, { kind, accountId, associationId, input: { ...input } })).id;
      return { set: {}, action: 'cycle.writeLetters' };
    });
    return jobId;
  }

  private async run(job: JobContext): Promise<void> {
    const { cycleId, actor } = job.input as unknown as Input;
    const issued = await this.database.transaction(job.scope, (tx) => this.issue(tx, cycleId, actor));
    const { title, letters } = await this.database.transaction(job.scope, (tx) => lettersIn(tx, cycleId));
    let done = 0;
    const one = (letter: Addressed, i: number): Part => ({
      path: `${inPath(letter.groupName)}/${String(i + 1).padStart(4, '0')}-${inPath(letter.name)}.pdf`,
      open: async () => {
        await job.progress(done++, letters.length, lettersProgress);
        return toPdf(letter.content);
      },
    });
    const zip = await buffer(packParts([indexOf(letters), ...letters.map(one)], this.clock.now()));
    const message = fillText(lettersDone, { issued, count: letters.length });
    const { accountId, associationId } = job;
    await this.database.transaction(job.scope, async (tx) => {
      const named = { name: `${inPath(title)}结果通知书.zip`, accountId, associationId, made: true } as const;
      const file = await this.files.put(zip, named, tx);
      await job.finish(tx, { fileId: file.id, message });
    });
  }

  /** Those that were not issued yet, or of which the result is another since. @returns how many */
  async issue(tx: EntityManager, cycleId: string, account: Input['actor']): Promise<number> {
    const cycle = await locked(tx, cycleId);
    // whoever took it back meanwhile has the last word
    if (!cyclePossible('letters', cycle)) return 0;
    const of = await lettersOf(tx, cycle);
    const assessed = await tx.find(AssessmentEntity, {
      where: { cycleId, participation: In([...takingPart]) },
      order: { groupName: 'ASC', rank: 'ASC', subjectName: 'ASC', id: 'ASC' },
    });
    let issued = 0;
    for (let at = 0; at < assessed.length; at += batch) {
      const ready = await readyLetters(tx, of, assessed.slice(at, at + batch));
      const known = await tx.findBy(AssessmentLetterEntity, {
        assessmentId: In(ready.map(({ assessment }) => assessment.id)),
      });
      const told = new Set(known.map((row) => `${row.assessmentId} ${row.resultDigest}`));
      const missing = ready.filter((one) => !told.has(`${one.assessment.id} ${one.digest}`));
      for (const letter of missing) await this.write(tx, cycle, letter, account.name);
      issued += missing.length;
    }
    if (issued === 0) return 0;
    const actor = { association: { id: cycle.associationId }, account } as CycleActor;
    const steps = [{ kind: AssessmentStepKind.LETTERS, data: { count: issued } }];
    await this.changes.leave(tx, actor, cycle, { action: 'cycle.lettersIssued', steps, after: { issued } });
    return issued;
  }

  private async write(
    tx: EntityManager,
    { associationId, organizationId: issuer }: AssessmentCycleEntity,
    { assessment, facts, digest: resultDigest }: ReadyLetter,
    issuedBy: string,
  ): Promise<void> {
    const issuedAt = this.clock.now();
    const on = dayOf(issuedAt);
    const id = newId(issuedAt.getTime());
    const counted = { associationId, organizationId: issuer, kind: 'ASSESSMENT_LETTER', subjectId: id } as const;
    const number = `${letterMark}${await this.numbers.give(tx, { ...counted, year: Number(on.slice(0, 4)) })}`;
    const content = resultLetter(facts, number, on);
    const { id: assessmentId, cycleId, organizationId } = assessment;
    await tx.insert(AssessmentLetterEntity, {
      ...{ id, associationId, assessmentId, cycleId, organizationId, number, resultDigest, issuedBy, issuedAt },
      title: content.title,
      content: content as object,
      contentHash: digest(content),
    });
  }
}

/** The last letter of each, with whose it is. */
async function lettersIn(tx: EntityManager, cycleId: string): Promise<{ title: string; letters: Addressed[] }> {
  const [cycle] = await tx.query<{ title: string }[]>(`select title from assessment_cycle where id = $1`, [cycleId]);
  const letters = await tx.query<Addressed[]>(
    `select * from (
       select distinct on (l.assessment_id) l.number, l.title, l.content, l.issued_at as "issuedAt",
         a.subject_name as name, a.group_name as "groupName", a.rank
       from assessment_letter l join assessment a on a.id = l.assessment_id
       where l.cycle_id = $1 and l.deleted_at is null order by l.assessment_id, l.issued_at desc) l
     order by "groupName", rank, name`,
    [cycleId],
  );
  return { title: cycle!.title, letters };
}

const indexOf = (letters: readonly Addressed[]): Part => ({
  path: '目录.csv',
  open: () =>
    Promise.resolve(
      csvOf(
        ['文号', '对比组', '考核对象', '标题', '印发日期'],
        letters.map(({ number, groupName, name, title, issuedAt }) => [
          ...[number, groupName, name, title, dayOf(issuedAt)],
        ]),
      ),
    ),
});

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: associationZone });
const dayOf = (at: Date): string => days.format(at);
