import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from '@playwright/test';
import { ask } from './journey';

const fixture = path.join(import.meta.dirname, '../../../libs/imports/fixtures/organizations.xlsx');
const NAME = 3;
const PARENT = 5;
const FIRST_ROW = 4;

/** What is wrong in the roster, and nothing else is. */
export const faults = [
  { row: 40, column: '上级党组织' },
  { row: 55, column: '编码' },
  { row: 73, column: '组织类型' },
];

/**
 * The roster of organizations with its three faults. It begins with a root of its own, while the demo association has
 * one already: that row is emptied, and whatever names it names the association's root instead.
 */
export async function roster(page: Page): Promise<RosterFile> {
  const root = await rootName(page);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(fixture);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('The roster has no sheet');
  const first = sheet.getRow(FIRST_ROW);
  const own = first.getCell(NAME).text;
  first.values = [];
  sheet.eachRow((row, number) => {
    if (number > FIRST_ROW && row.getCell(PARENT).text === own) row.getCell(PARENT).value = root;
  });
  return fileOf(workbook, 'organizations.xlsx');
}

/** Three branches; the column of their parents has a heading of its own, and two name the association's root wrongly. */
export async function oddRoster(page: Page, heading: string): Promise<RosterFile> {
  const root = await rootName(page);
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名册');
  sheet.addRow(['编码', '党组织名称', '组织类型', heading, '隶属关系']);
  for (const [i, parent] of [root, `错${root}`, `${root}错`].entries())
    sheet.addRow([`ODD${i}`, `对应试验第${i}党支部`, '党支部', parent, '领导']);
  return fileOf(workbook, 'odd.xlsx');
}

interface RosterFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const fileOf = async (workbook: ExcelJS.Workbook, name: string): Promise<RosterFile> => ({
  name,
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
});

async function rootName(page: Page): Promise<string> {
  const { organizations } = await ask<{ organizations: { nodes: { name: string }[] } }>(
    page,
    '{ organizations(first: 1, filter: { rootsOnly: true }) { nodes { name } } }',
  );
  const root = organizations.nodes[0]?.name;
  if (!root) throw new Error('The demo association has no root');
  return root;
}
