import { ImportKind } from '@dangwu/imports';
import type { Actor } from '@dangwu/organization';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { importRoster, rosters, type Row } from './demo-rosters';

export const rootCode = 'DZ0001';

/** Where organizations of the demo stand, by their codes. */
export interface DemoTree {
  readonly root: string;
  id(code: string): string;
}

const enterprise = { 上级党组织: '示范行业协会党委（功能型）', 隶属关系: '领导', 所属层面: '会办企业' };

/** Organizations that the roster of today no longer has, or does not have as its sample does. */
const others: readonly Row[] = [
  row(
    'DZ0188',
    '秘书处信息部党支部',
    '党支部',
    { 上级党组织: '协会秘书处机关党总支', 所属层面: '秘书处' },
    '2016-05-20',
    5,
  ),
  row(
    'DZ0189',
    '示范轨道科技有限公司（5）第5党支部',
    '党支部',
    { 上级党组织: '示范轨道科技有限公司（5）党委' },
    '2019-03-18',
    2,
  ),
  row('DZ0190', '示范物业服务有限公司（7）党支部', '党支部', {}, '2017-09-06', 4),
  row('DZ0191', '示范培训中心（8）党支部', '党支部', {}, '2021-06-11', 2),
  row('DZ0192', '示范工程咨询有限公司（9）党总支', '党总支', {}, '2020-11-03', 118),
];

/** What rows said when they were entered, where something happened since: `demo-history.ts` brings them to today. */
const asEntered: Readonly<Record<string, Row>> = {
  DZ0003: { 党员人数: 7 },
  DZ0007: { 党组织名称: '秘书处标准部党支部' },
  DZ0014: { 党组织名称: '秘书处财务与资产部党支部' },
  DZ0022: { 党组织名称: '示范建筑科技有限公司（2）党总支', 组织类型: '党总支', '任期（年）': 3 },
  DZ0027: { 党员人数: 44 },
  DZ0033: { 党组织名称: '示范冶金科技有限公司（3）检验中心党支部', 上级党组织: '示范冶金科技有限公司（3）党委' },
  DZ0038: { 党员人数: 3 },
  DZ0071: { 党组织名称: '上海石化机械集团11党委' },
};

/** Split off since. */
const notYet = new Set(['DZ0028']);

/** The roster of organizations as its people entered it. */
function enteredRows(): Row[] {
  const renamed = new Map<unknown, string | number>();
  for (const { 编码: code, 党组织名称: name } of rosters.organizations)
    renamed.set(name, asEntered[String(code)]?.['党组织名称'] ?? name!);
  const rows = [...rosters.organizations, ...others].filter(({ 编码: code }) => !notYet.has(String(code)));
  return rows.map((today) => {
    const entered = { ...today, ...asEntered[String(today['编码'])] };
    const parent = entered['上级党组织']!;
    return { ...entered, 上级党组织: renamed.get(parent) ?? parent };
  });
}

/** Imports the roster of organizations. */
export async function importTree(tx: EntityManager, app: INestApplicationContext, actor: Actor): Promise<DemoTree> {
  const fileName = '示范行业协会党组织名册.xlsx';
  await importRoster(tx, app, actor, { kind: ImportKind.ORGANIZATIONS, fileName, rows: enteredRows() });
  const found = await tx.query<{ code: string; id: string }[]>(`select code, id from party_organization`);
  const ids = new Map(found.map(({ code, id }) => [code, id]));
  const id = (code: string): string => {
    const known = ids.get(code);
    if (!known) throw new Error(`The demo has no organization ${code}`);
    return known;
  };
  return { root: id(rootCode), id };
}

function row(code: string, name: string, type: string, place: Row, foundedOn: string, members: number): Row {
  return {
    编码: code,
    党组织名称: name,
    组织类型: type,
    ...enterprise,
    ...place,
    成立时间: foundedOn,
    '任期（年）': 3,
    党员人数: members,
  };
}
