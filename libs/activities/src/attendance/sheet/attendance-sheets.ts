import type { Viewer } from '@dangwu/access';
import { findTable, readRows, readWorkbook, writeWorkbook, type Sheet } from '@dangwu/imports';
import { Audit, leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { FileEntity, Files } from '@dangwu/platform/files';
import { globalId, localId } from '@dangwu/platform/ids';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { ActivityEntity } from '../../activity/activity.entity';
import { ActivityState } from '../../activity/activity.enums';
import { AttendanceFrame } from '../attendance-frame';
import { AttendanceRows } from '../attendance-rows';
import { attendanceWords } from '../attendance-words';
import { AttendanceMethod, AttendanceState } from '../attendance.enums';
import { attendanceErrors } from '../attendance.errors';
import { about, AttendanceService, byState } from '../attendance.service';
import { Rosters } from '../rosters';
import { marksIn, type RosterRow } from './check-sheet';
import { choicesOf, sheetFaults, sheetFields, type SheetRowRead } from './sheet-fields';
import type { ImportAttendanceInput } from './sheet.inputs';
import type { AttendanceImport, AttendanceSheetFault } from './sheet.type';

/** What a workbook may hold: a roster of 5,000 with its drop-downs is far smaller. It is read while one waits. */
const limits = {
  rows: 5_100,
  columns: 20,
  bytes: 16 * 1024 * 1024,
  entries: 200,
  strings: 40_000,
  characters: 2_000_000,
  sheets: 5,
};
const largestFile = 4 * 1024 * 1024;
const mostFaults = 1000;

interface ListedRow extends RosterRow {
  readonly guest: boolean;
  readonly organization: string;
}

/** A workbook to download, fill in without the network, and hand in again. */
export interface AttendanceWorkbook {
  readonly name: string;
  readonly content: Buffer;
}

/** Attendance as a workbook: the roster that is set down, filled in offline, all of its rows taken or none. */
@Injectable()
export class AttendanceSheets {
  constructor(
    private readonly frame: AttendanceFrame,
    private readonly rosters: Rosters,
    private readonly rows: AttendanceRows,
    private readonly attendance: AttendanceService,
    private readonly files: Files,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** @throws UNKNOWN_ID, PERMISSION_MISSING, ROSTER_NOT_SET_DOWN, ROSTER_TOO_LONG */
  download(viewer: Viewer, activityId: string): Promise<AttendanceWorkbook> {
    return this.frame.look(viewer, activityId, 'attendance.record', async (tx, activity) => {
      const rows = await listed(tx, activity.id);
      const { title, heldOn, state } = activity;
      if (rows.length === 0) throw attendanceErrors.ROSTER_NOT_SET_DOWN({ title });
      await this.checkLength(tx, activity, rows.length);
      await this.audit.record(tx, about(activity, 'attendance.download', { people: rows.length }));
      const content = await workbookOf(rows, `${title}（${heldOn}）参会名单`, state !== ActivityState.SCHEDULED);
      return { name: `${title}-参会名单.xlsx`, content };
    });
  }

  /**
   * All rows or, with all that is wrong, none.
   * @throws what reading a workbook refuses, ATTENDANCE_FILE_UNKNOWN, ATTENDANCE_STATE, ATTENDANCE_NOT_BEGUN, ATTENDANCE_FILE_TOO_LARGE
   */
  async import(
    viewer: Viewer,
    { activityId, fileId }: ImportAttendanceInput,
  ): Promise<Omit<AttendanceImport, 'summary'>> {
    const sheets = await this.read(viewer, await this.uploaded(viewer, activityId, localId('File', fileId)));
    const table = findTable(sheets, sheetFields);
    const rows = readRows(table, sheetFields, sheetFaults, { today: this.clock.today() }) as unknown as SheetRowRead[];
    return this.frame.keep(viewer, activityId, async (tx, activity) => {
      await this.frame.checkRecordable(tx, activity);
      const { id, associationId } = activity;
      await this.rosters.freeze(tx, associationId, [id]);
      const marks = marksIn(rows, await listed(tx, id));
      const faults = faultsOf(rows, new Map(table.columns.map(({ field, heading }) => [field, heading])));
      const counted = { total: rows.length, faultCount: faults.length, faults: faults.slice(0, mostFaults) };
      if (faults.length > 0) {
        leavesNothing('it has faults');
        return { ...counted, taken: false, changed: 0, unchanged: 0 };
      }
      const by = viewer.account.name;
      const method = AttendanceMethod.IMPORT;
      const changes = await this.rows.mark(tx, { activityId: id, associationId, method, by, marks });
      if (changes.length === 0) leavesNothing('it is recorded so already');
      else await this.audit.record(tx, about(activity, 'attendance.import', byState(changes)));
      await this.attendance.follow(tx, activity);
      return { ...counted, taken: true, changed: changes.length, unchanged: rows.length - changes.length };
    });
  }

  /** One's own upload. @throws UNKNOWN_ID, PERMISSION_MISSING, ATTENDANCE_FILE_UNKNOWN */
  private uploaded(viewer: Viewer, activityId: string, id: string): Promise<FileEntity> {
    return this.frame.look(viewer, activityId, 'attendance.record', async (tx) => {
      const own = { id, associationId: viewer.association.id, accountId: viewer.account.id, purgedAt: IsNull() };
      const file = await tx.findOneBy(FileEntity, own);
      if (!file) throw attendanceErrors.ATTENDANCE_FILE_UNKNOWN();
      return file;
    });
  }

  /** It names people, and goes once it is read. */
  private async read(viewer: Viewer, file: FileEntity): Promise<Sheet[]> {
    if (Number(file.size) > largestFile)
      throw attendanceErrors.ATTENDANCE_FILE_TOO_LARGE({ name: file.name, limit: largestFile / 1024 / 1024 });
    try {
      return await readWorkbook(await this.files.read(file), limits);
    } finally {
      await this.files.purge(file, viewer.account.id);
    }
  }

  /** Many people leave the system in a file by approval alone; of a longer roster the page and the API are left. */
  private async checkLength(tx: EntityManager, activity: ActivityEntity, people: number): Promise<void> {
    const { associationId, organizationId, title } = activity;
    const rule = await this.rules.inForce(tx, { associationId, organizationId, key: 'personal.export.approval' });
    const limit = rule.parsed ? rule.parsed.numerator / rule.parsed.denominator : 0;
    if (people > limit)
      throw attendanceErrors.ROSTER_TOO_LONG({ title, people, limit, rule: rule.name.zh, ruleEn: rule.name.en });
  }
}

async function listed(tx: EntityManager, activityId: string): Promise<ListedRow[]> {
  const rows = await tx.query<ListedRow[]>(
    `select t.id, t.member_id as "memberId", m.name, t.state, t.reason, t.guest, o.name as organization
     from attendance t join party_organization o on o.id = t.member_organization_id
     left join member m on m.id = t.member_id and m.deleted_at is null
     where t.activity_id = $1 order by t.sort`,
    [activityId],
  );
  return rows.map((row) => ({ ...row, id: globalId('Attendance', row.id) }));
}

function workbookOf(rows: readonly ListedRow[], title: string, over: boolean): Promise<Buffer> {
  const said = ({ state }: ListedRow): string | null =>
    state === AttendanceState.ENTITLED ? null : attendanceWords[state].zh;
  const heading = (key: keyof typeof sheetFields) => ({
    heading: sheetFields[key].name.zh,
    note: sheetFields[key].help.zh,
  });
  return writeWorkbook({
    name: '参会名单',
    title,
    notes: [
      '说明：只填“参会情况”（从下拉列表中选择）和“原因或备注”，其余各列不要改动；留空的不改动。填好后在活动页面导入，有错时全部不导入，并列出全部错误。',
    ],
    columns: [
      { heading: '序号', width: 6 },
      { ...heading('name'), width: 12 },
      { heading: '党组织', width: 36 },
      { heading: '应到或列席', width: 12 },
      { ...heading('before'), width: 10 },
      { ...heading('state'), width: 12, choices: choicesOf(over) },
      { ...heading('reason'), width: 30 },
      { ...heading('id'), width: 46 },
    ],
    rows: rows.map((row, i) => [
      i + 1,
      row.name ?? '（已不在名册）',
      row.organization,
      row.guest ? '列席' : '应到',
      said(row),
      said(row),
      row.reason,
      row.id,
    ]),
  });
}

const faultsOf = (
  rows: readonly SheetRowRead[],
  headings: ReadonlyMap<string | null, string>,
): AttendanceSheetFault[] =>
  rows.flatMap(({ row, faults }) =>
    faults.map(({ field, severity: _, ...fault }) => ({ ...fault, row, column: headings.get(field) ?? '' })),
  );
