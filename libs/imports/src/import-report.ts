import type { Messages } from '@dangwu/platform/errors';
import type { ImportBatchEntity } from './batch/import-batch.entity';
import type { CheckedFile, Counts } from './check/import-check';
import type { CheckRow } from './check/check-row';
import type { Fault } from './fault';

export interface ReportedFault {
  readonly row: number;
  readonly column: string;
  readonly code: string;
  /** what is wrong and what to do, in Chinese as the rosters are */
  readonly message: string;
}

/** What `--json` prints. */
export interface ImportReport {
  readonly rows: number;
  readonly good: number;
  /** row numbers */
  readonly blocked: readonly number[];
  readonly faults: readonly ReportedFault[];
  readonly flags: readonly ReportedFault[];
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly written: boolean;
}

/** What a check found. */
export function importReport({ table, rows, totals, counts }: CheckedFile): ImportReport {
  const headings = new Map(table.columns.map(({ field, heading }) => [field, heading]));
  const position = new Map(table.columns.map(({ field }, i) => [field, i]));
  const told = (row: number, fault: Fault): ReportedFault => ({
    row,
    column: headings.get(fault.field) ?? '',
    code: fault.code,
    message: `${fault.message.zh}${fault.advice.zh}`,
  });
  const of = ({ row, faults }: CheckRow, severity: Fault['severity']): ReportedFault[] =>
    faults
      .filter((fault) => fault.severity === severity)
      .sort((a, b) => (position.get(a.field) ?? 0) - (position.get(b.field) ?? 0))
      .map((fault) => told(row, fault));
  const { created, updated, unchanged } = counts;
  return {
    rows: counts.total,
    good: counts.good,
    blocked: rows.filter((row) => row.blocked).map((row) => row.row),
    faults: rows.flatMap((row) => of(row, 'FAULT')),
    flags: [...rows.flatMap((row) => of(row, 'FLAG')), ...totals.map(({ row, flag }) => told(row, flag))],
    created,
    updated,
    unchanged,
    written: false,
  };
}

/** The same after the good rows were written. */
export const written = (report: ImportReport, batch: ImportBatchEntity): ImportReport => {
  const { created, updated, unchanged } = batch;
  return { ...report, created, updated, unchanged, written: true };
};

/** The same for people at a terminal. */
export function reportLines(report: ImportReport, { faulty, blocked }: Counts, receipt: Messages | null): string[] {
  const { rows, good, faults, flags, created, updated, unchanged } = report;
  const lines = [
    `共 ${rows} 行：可以导入 ${good} 行，有错 ${faulty} 行，受其影响 ${blocked} 行，请核对 ${flags.length} 处。`,
  ];
  if (faults.length) lines.push('', ...table(faults));
  if (report.blocked.length) lines.push('', `受影响的行：${report.blocked.join('、')}`);
  lines.push('');
  if (receipt) lines.push(receipt.zh, receipt.en);
  else lines.push(`没有写入。可以导入的行里：新增 ${created} 个，更新 ${updated} 个，${unchanged} 个没有变化。`);
  return lines;
}

function table(faults: readonly ReportedFault[]): string[] {
  const cells = [['行', '列', '代码', '问题'], ...faults.map((f) => [String(f.row), f.column, f.code, f.message])];
  const widths = [0, 1, 2].map((i) => Math.max(...cells.map((row) => width(row[i]!))));
  return cells.map((row) =>
    row
      .map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - (i < 3 ? width(cell) : 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** Chinese characters take two places at a terminal. */
const width = (text: string): number => [...text].reduce((n, c) => n + (/[\u1100-\uffe6]/.test(c) ? 2 : 1), 0);
