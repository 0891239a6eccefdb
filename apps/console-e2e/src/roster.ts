import { readFile } from 'node:fs/promises';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from '@playwright/test';
import { ask } from './journey';

const fixture = path.join(import.meta.dirname, '../../../libs/imports/fixtures/organizations.xlsx');
const CODE = 2;
const NAME = 3;
const PARENT = 5;
const FIRST_ROW = 4;
const UNKNOWN = '不存在的党委';
const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What is wrong in the roster, and nothing else is. */
export const faults = [
  { row: 40, column: '上级党组织' },
  { row: 55, column: '编码' },
  { row: 73, column: '组织类型' },
];

/**
 * The sample roster with its three faults, for organizations that the demo does not have: codes and names of their own,
 * below the association's root, whose row is emptied.
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
    if (number <= FIRST_ROW) return;
    const [code, name, parent] = [CODE, NAME, PARENT].map((column) => row.getCell(column));
    code!.value = code!.text.replace('DZ', 'FB');
    name!.value = `${name!.text}乙`;
    if (parent!.text === own) parent!.value = root;
    else if (parent!.text !== UNKNOWN) parent!.value = `${parent!.text}乙`;
  });
  return fileOf(workbook, 'organizations.xlsx');
}

/** The sample roster as it is: the demo holds what it says, but for its three faults. */
export async function sampleRoster(): Promise<RosterFile> {
  return { name: '名册.xlsx', mimeType, buffer: await readFile(fixture) };
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
  mimeType,
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
