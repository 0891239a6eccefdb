import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { writeWorkbook } from '@dangwu/imports';
import type { World } from '@dangwu/testing';

export const sample = (): Promise<Buffer> =>
  readFile(path.join(import.meta.dirname, '../../../imports/fixtures/organizations.xlsx'));

export type Line = readonly [
  code: string,
  name: string,
  type: string,
  parent: string,
  relation: string,
  count?: number,
];

/** A small roster. */
export const rosterOf = (lines: readonly Line[]): Promise<Buffer> =>
  writeWorkbook({
    name: '名册',
    columns: ['编码', '党组织名称', '组织类型', '上级党组织', '隶属关系', '党员人数'].map((heading) => ({ heading })),
    rows: lines.map(([code, name, type, parent, relation, count = null]) => [
      code,
      name,
      type,
      parent,
      relation,
      count,
    ]),
  });

/** How many organizations stand, by what the database itself says. */
export async function standing(world: World): Promise<number> {
  const [row] = await world.write((tx) =>
    tx.query<{ n: number }[]>(`select count(*)::int as n from party_organization where deleted_at is null`),
  );
  return row!.n;
}
