import type { Viewer } from '@dangwu/access';
import { findTable, readRows, readWorkbook, writeWorkbook, type Sheet as Worksheet } from '@dangwu/imports';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { FileEntity, Files } from '@dangwu/platform/files';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { SchemeNode } from '../../engine';
import { askedLines, entryOf } from '../asked-lines';
import { OwnSheets } from '../own-sheets';
import { SaveScores } from '../save-scores';
import type { ScoreSource } from '../scoring.enums';
import { scoringErrors } from '../scoring.errors';
import { askedWords, sheetWords } from '../scoring-words';
import { permissionOf, scopeOf, SheetFrame, type Sheet } from '../sheet-frame';
import { scoresIn, shownValue, type OpenSheet } from './check-workbook';
import { workbookFaults, workbookFields, type WorkbookRow } from './workbook-fields';
import type { ImportAssessmentScoresInput } from './workbook.inputs';
import type { ScoresImport, ScoresImportFault } from './workbook.type';

/** What a workbook may hold: 60 indicators of 300 organizations. It is read while one waits. */
const limits = {
  rows: 20_000,
  columns: 20,
  bytes: 32 * 1024 * 1024,
  entries: 200,
  strings: 120_000,
  characters: 6_000_000,
  sheets: 5,
};
const largestFile = 4 * 1024 * 1024;
const mostFaults = 1000;

/** Sheets as one workbook for scorers without the network: all that somebody scores in a cycle, all rows taken or none. */
@Injectable()
export class ScoreWorkbooks {
  constructor(
    private readonly own: OwnSheets,
    private readonly frame: SheetFrame,
    private readonly saving: SaveScores,
    private readonly database: Database,
    private readonly files: Files,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws NOTHING_TO_SCORE */
  async download(viewer: Viewer, cycle: string, as: ScoreSource): Promise<{ name: string; content: Buffer }> {
    const ids = await this.scored(viewer, cycle, as);
    return this.database.transaction(scopeOf(viewer, permissionOf[as]), async (tx) => {
      const sheets = await this.open(tx, viewer, as, ids);
      const [first] = sheets;
      if (!first) throw scoringErrors.NOTHING_TO_SCORE();
      const { title, id, organizationId } = first.sheet.cycle;
      await this.audit.record(tx, {
        action: 'assessment.downloadScores',
        subjectType: 'AssessmentCycle',
        subjectId: id,
        subjectName: title,
        organizationId,
        after: { sheet: as, sheets: sheets.length },
      });
      const heading = `${title} ${sheetWords[as].zh}`;
      return { name: `${heading}.xlsx`, content: await workbookOf(sheets, heading) };
    });
  }

  /**
   * All rows or, with all that is wrong, none.
   * @throws what reading a workbook refuses, NOTHING_TO_SCORE, SCORES_FILE_UNKNOWN, SCORES_FILE_TOO_LARGE
   */
  async import(viewer: Viewer, { cycleId, as, fileId }: ImportAssessmentScoresInput): Promise<ScoresImport> {
    const ids = await this.scored(viewer, cycleId, as);
    if (ids.length === 0) throw scoringErrors.NOTHING_TO_SCORE();
    const worksheets = await this.read(viewer, localId('File', fileId));
    const table = findTable(worksheets, workbookFields);
    const rows = readRows(table, workbookFields, workbookFaults, {
      today: this.clock.today(),
    }) as unknown as WorkbookRow[];
    return this.database.transaction(scopeOf(viewer, permissionOf[as]), async (tx) => {
      // in one order for everybody: two files at once wait for each other
      const sheets = await this.open(tx, viewer, as, ids.toSorted(), true);
      const changes = scoresIn(rows, sheets);
      const faults = faultsOf(rows, new Map(table.columns.map(({ field, heading }) => [field, heading])));
      const counted = { total: rows.length, faultCount: faults.length, faults: faults.slice(0, mostFaults) };
      if (faults.length > 0) {
        leavesNothing('it has faults');
        return { ...counted, taken: false, changed: 0 };
      }
      let changed = 0;
      for (const { id, sheet } of sheets) {
        const scores = changes.get(id);
        if (scores) changed += (await this.saving.write(tx, viewer, sheet, scores)).saved.length;
      }
      if (changed === 0) leavesNothing('it says what is recorded already');
      return { ...counted, taken: true, changed };
    });
  }

  /** Global ids of what somebody scores in the cycle, as they stand in the list of it. */
  private async scored(viewer: Viewer, cycle: string, as: ScoreSource): Promise<string[]> {
    const id = globalId('AssessmentCycle', localId('AssessmentCycle', cycle));
    const sheets = await this.own.of(viewer);
    return sheets.filter((sheet) => sheet.cycleId === id && sheet.as === as).map(({ assessmentId }) => assessmentId);
  }

  private async open(
    tx: EntityManager,
    viewer: Viewer,
    as: ScoreSource,
    ids: readonly string[],
    toWrite = false,
  ): Promise<OpenSheet[]> {
    const open: OpenSheet[] = [];
    for (const id of ids) {
      const sheet = await this.frame.sheet(tx, viewer, id, as, toWrite);
      const asked = askedLines(sheet.tree, as, () => true).filter(({ entry }) => entry !== 'NONE');
      open.push({ id, sheet, asked: new Map(asked.map(({ node }) => [node.key, node])) });
    }
    if (open.length === 0) throw scoringErrors.NOTHING_TO_SCORE();
    return open;
  }

  /** One's own upload, which goes once it is read. @throws SCORES_FILE_UNKNOWN, SCORES_FILE_TOO_LARGE */
  private async read(viewer: Viewer, id: string): Promise<Worksheet[]> {
    const own = { id, associationId: viewer.association.id, accountId: viewer.account.id, purgedAt: IsNull() };
    const file = await this.database.transaction(viewer.scope('file.use'), (tx) => tx.findOneBy(FileEntity, own));
    if (!file) throw scoringErrors.SCORES_FILE_UNKNOWN();
    if (Number(file.size) > largestFile)
      throw scoringErrors.SCORES_FILE_TOO_LARGE({ name: file.name, limit: largestFile / 1024 / 1024 });
    try {
      return await readWorkbook(await this.files.read(file), limits);
    } finally {
      await this.files.purge(file, viewer.account.id);
    }
  }
}

function workbookOf(sheets: readonly OpenSheet[], title: string): Promise<Buffer> {
  const lines = sheets.flatMap(({ id, sheet, asked }) => [...asked.values()].map((node) => ({ id, sheet, node })));
  const heading = (key: keyof typeof workbookFields) => ({
    heading: workbookFields[key].name.zh,
    note: workbookFields[key].help.zh,
  });
  return writeWorkbook({
    name: '评分表',
    title,
    notes: [
      '说明：只填“评分”和“评分理由”两列，其余各列已锁定，不要改动；留空的不改动。填好后在我的评分页面导入，有错时全部不导入，并列出全部错误。导入后还要在页面上提交。',
    ],
    columns: [
      { heading: '序号', width: 6 },
      { ...heading('subject'), width: 28 },
      { heading: '指标', width: 34 },
      { heading: '怎么填', width: 24 },
      {
        ...heading('value'),
        width: 12,
        open: true,
        choicesByRow: lines.map(({ node }) =>
          node.kind === 'RUBRIC' && node.entry === 'LEVEL' ? node.levels.map(({ name }) => name.zh) : null,
        ),
      },
      { ...heading('comment'), width: 40, open: true },
      { ...heading('version'), width: 10 },
      { ...heading('node'), width: 20 },
      { ...heading('assessment'), width: 46 },
    ],
    rows: lines.map(({ id, sheet, node }, i) => row(i + 1, id, sheet, node)),
  });
}

function row(no: number, id: string, { as, assessment, tree, own }: Sheet, node: SchemeNode) {
  const said = own.find(({ nodeKey }) => nodeKey === node.key);
  const entry = entryOf(node, as);
  return [
    no,
    assessment.subjectName,
    node.name.zh,
    askedWords(node, entry, tree.rounding.scale).zh,
    (said && shownValue(node, said)) || null,
    said?.comment || null,
    said?.version ?? 0,
    node.key,
    id,
  ];
}

const faultsOf = (rows: readonly WorkbookRow[], headings: ReadonlyMap<string | null, string>): ScoresImportFault[] =>
  rows.flatMap(({ row: at, faults }) =>
    faults.map(({ field, severity: _, ...fault }) => ({ ...fault, row: at, column: headings.get(field) ?? '' })),
  );
