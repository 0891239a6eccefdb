import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findTable, readRows, readWorkbook, writeWorkbook, type CheckContext } from '@dangwu/imports';
import { OrganizationStatus, OrganizationType, ParentRelation } from '../organization.enums';
import { checkRoster } from './check-roster';
import { KnownOrganizations, type KnownOrganization } from './known-organizations';
import { rosterFaults } from './roster-faults';
import { rosterFields } from './roster-fields';
import type { RosterRow } from './roster-tree';

const fixtures = path.join(import.meta.dirname, '../../../imports/fixtures');
const nobody = new KnownOrganizations([], '/1/');
const context: CheckContext = { today: '2026-11-23', reaches: () => true, heldBack: new Map() };

async function check(bytes: Buffer, known = nobody, also: Partial<CheckContext> = {}): Promise<RosterRow[]> {
  const at = { ...context, ...also };
  const table = findTable(await readWorkbook(bytes), rosterFields);
  const rows = readRows(table, rosterFields, rosterFaults, at) as unknown as RosterRow[];
  checkRoster(rows, known, at);
  return rows;
}

const headings = ['编码', '党组织名称', '组织类型', '上级党组织', '隶属关系', '成立时间', '党员人数'];
type Line = [
  code: string | null,
  name: string | null,
  type: string,
  parent: string | null,
  relation?: string | null,
  founded?: string | null,
];
const roster = (lines: Line[]): Promise<Buffer> =>
  writeWorkbook({
    name: '名册',
    columns: headings.map((heading) => ({ heading })),
    rows: lines.map((line) =>
      [...line, ...Array<null>(headings.length - line.length).fill(null)].map((v) => v ?? null),
    ),
  });
/** Row of the sheet, column, code: flags and blocks marked. */
const found = (rows: RosterRow[]): string[] =>
  rows.flatMap((row) => [
    ...row.faults.map((f) => `${row.row} ${f.field} ${f.code}${f.severity === 'FLAG' ? ' (flag)' : ''}`),
    ...(row.blocked ? [`${row.row} ${row.blocked.field} ${row.blocked.code} (blocked)`] : []),
  ]);
const checkLines = async (lines: Line[], known = nobody, also: Partial<CheckContext> = {}) =>
  check(await roster(lines), known, also);
const root: Line = ['R1', '协会党委', '功能型党委', null];

let no = 0;
function known(
  code: string,
  name: string,
  type: keyof typeof OrganizationType,
  parent?: KnownOrganization,
  more: Partial<KnownOrganization> = {},
): KnownOrganization {
  const path = `${parent?.path ?? '/1/'}${++no}/`;
  return {
    id: `id-${code}`,
    code,
    name,
    type: OrganizationType[type],
    status: OrganizationStatus.ACTIVE,
    tier: null,
    parentId: parent?.id ?? null,
    relation: parent ? ParentRelation.LEADS : null,
    path,
    leadsPath: path,
    foundedOn: null,
    termYears: null,
    reportedMemberCount: null,
    version: 1,
    undone: false,
    ...more,
  };
}

describe('the sample roster', () => {
  it('has exactly the expected faults in an empty association', async () => {
    const expected = JSON.parse(await readFile(path.join(fixtures, 'expected-faults.json'), 'utf8')) as {
      organizations: { rows: number; faults: { row: number; column: string; code: string }[]; blocked: number[] };
    };
    const rows = await check(await readFile(path.join(fixtures, 'organizations.xlsx')));
    const faults = rows.flatMap((row) =>
      row.faults
        .filter((fault) => fault.severity === 'FAULT')
        .map(({ field, code }) => ({ row: row.row, column: rosterFields[field as 'code'].name.zh, code })),
    );
    expect({ rows: rows.length, faults, blocked: rows.flatMap((row) => (row.blocked ? [row.row] : [])) }).toEqual(
      expected.organizations,
    );
    expect(rows.filter((row) => !row.held).every((row) => row.action === 'CREATE')).toBe(true);
    expect(rows[36]!.faults[0]).toMatchObject({
      found: '不存在的党委',
      message: { zh: '名册和系统里都没有“不存在的党委”。' },
      advice: { en: 'Check the full name of the parent, or add a row for it.' },
    });
  });
});

describe('references to parents', () => {
  it('finds them by name or code, above or below, whatever the brackets', async () => {
    const rows = await checkLines([
      ['C', '甲支部', '党支部', '甲（１）党委', '领导'],
      ['B', '甲(1)党委', '党委', 'r1', '领导'],
      root,
    ]);
    expect(found(rows)).toEqual([]);
  });

  it('refuses one that two organizations could be', async () => {
    const rows = await checkLines([
      root,
      ['A', '党委', '党委', 'R1', '领导'],
      ['B', '乙', '党委', 'R1', '领导'],
      ['C', '党委', '党委', '乙', '领导'],
      ['D', '丁', '党支部', '党委', '领导'],
    ]);
    expect(found(rows)).toEqual(['6 parent AMBIGUOUS_PARENT']);
  });

  it('blocks what stands below a row that is held back, all the way down', async () => {
    const rows = await checkLines([
      root,
      ['A', '甲', '什么', '协会党委', '领导'],
      ['B', '乙', '党委', '甲', '领导'],
      ['C', '丙', '党支部', '乙', '领导'],
    ]);
    expect(found(rows)).toEqual([
      '3 type UNKNOWN_TYPE',
      '4 parent ROW_HELD_BACK (blocked)',
      '5 parent ROW_HELD_BACK (blocked)',
    ]);
    expect(rows[2]!.blocked!.message.zh).toBe('上级“甲”在第 3 行，那一行有错，没有导入。');
    expect(rows.map((row) => row.state)).toEqual(['GOOD', 'FAULTY', 'BLOCKED', 'BLOCKED']);
  });

  it('does not block when the organization is there already, only its row is wrong', async () => {
    const top = known('R1', '协会党委', 'FUNCTIONAL_COMMITTEE');
    const there = new KnownOrganizations([top, known('A', '甲', 'COMMITTEE', top)], '/1/');
    const rows = await checkLines(
      [
        ['A', '甲', '什么', '协会党委', '领导'],
        ['B', '乙', '党支部', '甲', '领导'],
      ],
      there,
    );
    expect(found(rows)).toEqual(['2 type UNKNOWN_TYPE']);
  });

  it('says when an earlier import held the parent back', async () => {
    const top = known('R1', '协会党委', 'FUNCTIONAL_COMMITTEE');
    const heldBack = new Map([['甲党委', { row: 40, fileName: '旧.xlsx' }]]);
    const lines: Line[] = [
      ['B', '乙', '党支部', '甲党委', '领导'],
      ['C', '丙', '党支部', '无', '领导'],
    ];
    const rows = await checkLines(lines, new KnownOrganizations([top], '/1/'), { heldBack });
    expect(found(rows)).toEqual(['2 parent EARLIER_HELD_BACK (blocked)', '3 parent UNKNOWN_PARENT']);
  });

  it('breaks each circle at its last row', async () => {
    const rows = await checkLines([
      root,
      ['A', '甲', '党委', '丙', '领导'],
      ['B', '乙', '党委', '甲', '领导'],
      ['C', '丙', '党委', '乙', '领导'],
      ['D', '丁', '党委', '丁', '领导'],
    ]);
    expect(found(rows)).toEqual([
      '3 parent ROW_HELD_BACK (blocked)',
      '4 parent ROW_HELD_BACK (blocked)',
      '5 parent CYCLE',
      '6 parent CYCLE',
    ]);
  });

  it('sees a circle that only the system closes', async () => {
    const top = known('R1', '协会党委', 'FUNCTIONAL_COMMITTEE');
    const a = known('A', '甲', 'COMMITTEE', top);
    const there = new KnownOrganizations([top, a, known('B', '乙', 'COMMITTEE', a)], '/1/');
    expect(found(await checkLines([['A', '甲', '党委', '乙', '领导']], there))).toEqual(['2 parent CYCLE']);
    expect(found(await checkLines([['R1', '协会党委', '功能型党委', '甲', '领导']], there))).toEqual([
      '2 parent CYCLE',
    ]);
  });

  it('allows two organizations to change places', async () => {
    const top = known('R1', '协会党委', 'FUNCTIONAL_COMMITTEE');
    const a = known('A', '甲', 'COMMITTEE', top);
    const there = new KnownOrganizations([top, a, known('B', '乙', 'COMMITTEE', a)], '/1/');
    const rows = await checkLines(
      [
        ['A', '甲', '党委', '乙', '领导'],
        ['B', '乙', '党委', '协会党委', '领导'],
      ],
      there,
    );
    expect([found(rows), rows.map((row) => row.action)]).toEqual([[], ['UPDATE', 'UPDATE']]);
  });
});

describe('the root', () => {
  it('is the first row without a parent; a second one is told what to do', async () => {
    const rows = await checkLines([root, ['R2', '另一党委', '党委', null], ['A', '甲', '党支部', '另一党委', '领导']]);
    expect(found(rows)).toEqual(['3 parent SECOND_ROOT', '4 parent ROW_HELD_BACK (blocked)']);
    expect(rows[1]!.faults[0]!.advice.zh).toBe('请填写上级；如果这一行就是根组织，把编码改成 R1。');
  });

  it('is the one that is there, found by its code', async () => {
    const there = new KnownOrganizations([known('R9', '协会党委', 'FUNCTIONAL_COMMITTEE')], '/1/');
    expect(found(await checkLines([root], there))).toEqual(['2 parent SECOND_ROOT']);
    const same = await checkLines([['r9', '协会党委', '功能型党委', null]], there);
    expect([found(same), same[0]!.action]).toEqual([[], 'UNCHANGED']);
  });

  it('is a committee', async () => {
    expect(found(await checkLines([['R1', '支部', '党支部', null]]))).toEqual(['2 type ROOT_TYPE']);
  });
});

describe('single rows', () => {
  it('reports all faults in one pass, one for each cell, and skips what needs a faulty cell', async () => {
    const rows = await checkLines([
      root,
      ['A', null, '什么', '无此党委', '管', '19.2.1'],
      ['A', '乙', '党小组', '协会党委', '指导', '2030-01-01'],
      ['坏 码', '丙', '党支部', '协会党委', '领导'],
      [null, '丁', '党支部', '协会党委', null],
    ]);
    expect(found(rows)).toEqual([
      '3 name REQUIRED',
      '3 type UNKNOWN_TYPE',
      '3 relation UNKNOWN_RELATION',
      '3 foundedOn TWO_DIGIT_YEAR',
      '3 parent UNKNOWN_PARENT',
      '4 foundedOn DATE_IN_FUTURE',
      '4 code DUPLICATE_CODE',
      '5 code BAD_CODE',
      '6 code REQUIRED',
    ]);
  });

  it('keeps the invariants of the tree', async () => {
    const rows = await checkLines([
      root,
      ['A', '甲支部', '党支部', '协会党委', '领导'],
      ['B', '小组', '党小组', '甲支部', '指导'],
      ['C', '丙', '党支部', '甲支部', '领导'],
      ['D', '甲支部', '党支部', '协会党委', '领导'],
      ['E', '戊', '党支部', '协会党委'],
    ]);
    expect(found(rows)).toEqual([
      '4 relation GROUP_IS_LED',
      '5 parent TYPE_UNDER_TYPE',
      '6 name DUPLICATE_NAME',
      '7 relation REQUIRED',
    ]);
  });

  it('flags a founding before the parent without holding the row back', async () => {
    const rows = await checkLines([
      ['R1', '协会党委', '功能型党委', null, null, '2019-02-01'],
      ['A', '甲', '党支部', '协会党委', '领导', '2003.6.24'],
    ]);
    expect(found(rows)).toEqual(['3 foundedOn FOUNDED_BEFORE_PARENT (flag)']);
    expect(rows[1]!.state).toBe('FLAGGED');
  });

  it('never gives the code of a dissolved organization again', async () => {
    const top = known('R1', '协会党委', 'FUNCTIONAL_COMMITTEE');
    const gone = known('A', '旧', 'BRANCH', top, { status: OrganizationStatus.DISSOLVED });
    const there = new KnownOrganizations([top, gone], '/1/');
    const rows = await checkLines(
      [
        ['a', '新', '党支部', '协会党委', '领导'],
        ['B', '乙', '党小组', '旧', '领导'],
      ],
      there,
    );
    expect(found(rows)).toEqual(['2 code CODE_OF_DISSOLVED', '3 parent PARENT_DISSOLVED']);
    expect(found(await checkLines([['B', '乙', '党小组', '旧', '领导']], there))).toEqual([
      '2 parent PARENT_DISSOLVED',
    ]);
  });

  it('looks at children that the roster does not name', async () => {
    const top = known('R1', '协会党委', 'FUNCTIONAL_COMMITTEE');
    const a = known('A', '甲', 'COMMITTEE', top);
    const there = new KnownOrganizations([top, a, known('B', '乙', 'BRANCH', a)], '/1/');
    expect(found(await checkLines([['A', '甲', '党支部', '协会党委', '领导']], there))).toEqual([
      '2 type TYPE_ABOVE_CHILDREN',
    ]);
    const both: Line[] = [
      ['A', '甲', '党支部', '协会党委', '领导'],
      ['B', '乙', '党小组', '甲', '领导'],
    ];
    expect(found(await checkLines(both, there))).toEqual([]);
  });

  it('counts what says nothing new, and takes blank cells for silence', async () => {
    const top = known('R1', '协会（功能型）党委', 'FUNCTIONAL_COMMITTEE');
    const a = known('A', '甲', 'BRANCH', top, { foundedOn: '2019-02-01', reportedMemberCount: 5 });
    const there = new KnownOrganizations([top, a], '/1/');
    const lines: Line[] = [
      ['R1', '协会(功能型) 党委', '功能型党委', null],
      ['a', '甲', '支部', 'R1', '领导', '20190201'],
    ];
    expect((await checkLines(lines, there)).map((row) => row.action)).toEqual(['UNCHANGED', 'UNCHANGED']);
    lines[1]![5] = '2019-02-02';
    expect((await checkLines(lines, there)).map((row) => row.action)).toEqual(['UNCHANGED', 'UPDATE']);
  });

  it('keeps to what the person may maintain', async () => {
    const top = known('R1', '协会党委', 'FUNCTIONAL_COMMITTEE');
    const [a, b] = [known('A', '甲', 'COMMITTEE', top), known('B', '乙', 'COMMITTEE', top)];
    const there = new KnownOrganizations([top, a, b, known('B1', '乙支部', 'BRANCH', b)], '/1/');
    const reaches: CheckContext['reaches'] = (place) => place.path.startsWith(a.path);
    const rows = await checkLines(
      [
        ['R1', '协会党委', '功能型党委', null],
        ['A', '甲党委', '党委', '协会党委', '领导'],
        ['A1', '甲支部', '党支部', '甲', '领导'],
        ['B2', '乙二', '党支部', '乙', '领导'],
        ['B1', '乙一支部', '党支部', '乙', '领导'],
      ],
      there,
      { reaches },
    );
    expect(found(rows)).toEqual(['5 parent OUT_OF_REACH', '6 code OUT_OF_REACH']);
  });
});

it('checks 10,000 rows in a moment', async () => {
  const lines: Line[] = [root];
  for (let i = 0; i < 10_000; i++)
    lines.push([`A${i}`, `党委${i}`, '党委', i < 10 ? '协会党委' : `党委${Math.floor(i / 10)}`, '领导']);
  const bytes = await roster(lines);
  const start = performance.now();
  const rows = await check(bytes);
  const ms = Math.round(performance.now() - start);
  console.info(`10,001 rows read and checked in ${ms} ms`);
  expect([rows.length, found(rows)]).toEqual([10_001, []]);
  expect(ms).toBeLessThan(20_000);
});
