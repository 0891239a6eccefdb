import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findTable, readRows, readWorkbook, type CheckContext } from '@dangwu/imports';
import { checkRoster } from './check-roster';
import { KnownOrganizations } from './known-organizations';
import { rosterFaults } from './roster-faults';
import { rosterFields } from './roster-fields';
import type { RosterRow } from './roster-tree';

const fixtures = path.join(import.meta.dirname, '../../../imports/fixtures');
const context: CheckContext = { today: '2026-11-23', reaches: () => true, heldBack: new Map() };

it('x', async () => {
  const bytes = await readFile(path.join(fixtures, 'organizations.xlsx'));
  const table = findTable(await readWorkbook(bytes), rosterFields);
  const rows = readRows(table, rosterFields, rosterFaults, context) as unknown as RosterRow[];
  checkRoster(rows, new KnownOrganizations([], '/1/'), context);
  console.log(
    table.headingRow,
    table.columns,
    table.skipped,
    rows.length,
    JSON.stringify(
      rows.flatMap((r) =>
        r.faults
          .filter((f) => f.severity === 'FAULT')
          .map((f) => [r.row, f.field, f.code, f.message.zh, f.advice.zh, f.message.en]),
      ),
      null,
      1,
    ),
    rows.filter((r) => r.state === 'FLAGGED').length,
    rows.filter((r) => r.blocked).length,
  );
});
