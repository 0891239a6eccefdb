import { ImportKind } from '@dangwu/imports';
import { CoverageKind, UnitEntity, UnitLedger, UnitOperationKind, unitFactsOf, type Actor } from '@dangwu/organization';
import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import { importRoster, rosters, type Row } from './demo-rosters';
import type { Past } from './past';

/** Units for which nobody was responsible yet when the roster was entered. */
const covered: Readonly<
  Record<string, { readonly coverage: CoverageKind; readonly daysAgo: number; readonly basis: string }>
> = {
  '51990000170804440F': {
    coverage: CoverageKind.OWN_ORGANIZATION,
    daysAgo: 31,
    basis: '关于同意成立山东机械（集团）有限责任公司12党支部的批复（示党字〔48〕号）',
  },
  '519900005866531789': {
    coverage: CoverageKind.JOINT_ORGANIZATION,
    daysAgo: 18,
    basis: '关于成立陕西片区联合党支部的批复（示党字〔49〕号）',
  },
  '51990000503508756T': {
    coverage: CoverageKind.LIAISON,
    daysAgo: 9,
    basis: '关于选派党建联络员的通知（示党函〔33〕号）',
  },
};

/** Imports the roster of units, and then covers some of them as it happened since. */
export async function addUnits(
  tx: EntityManager,
  app: INestApplicationContext,
  past: Past,
  actor: Actor,
  days: Days,
  entered: number,
): Promise<void> {
  const rows = rosters.units.map((row): Row => {
    const isCovered = Object.hasOwn(covered, String(row['统一社会信用代码']));
    return isCovered ? { ...row, 党组织建立情况: '未建立' } : row;
  });
  const roster = { kind: ImportKind.UNITS, fileName: '示范行业协会单位名册.xlsx', rows };
  await past.at(days.at(entered), () => importRoster(tx, app, actor, roster));
  const ledger = app.get(UnitLedger, { strict: false });
  for (const [uscc, { coverage, daysAgo, basis }] of Object.entries(covered)) {
    const unit = await tx.findOneByOrFail(UnitEntity, { uscc });
    const before = unitFactsOf(unit);
    const change = { id: unit.id, before, after: { ...before, coverage } };
    const entry = { effectiveOn: days.at(-daysAgo), basis };
    const kind = UnitOperationKind.COVERAGE_CHANGED;
    await past.at(entry.effectiveOn, () => ledger.change(tx, actor, [change], entry, kind));
  }
}
