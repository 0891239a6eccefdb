import { AuditVerifier } from '@dangwu/platform/audit-chain';
import type { INestApplicationContext } from '@nestjs/common';
import { VerifyRecords } from './verify-records';

/** What the command's exit status says: scripts depend on it. */
const exit = { good: 0, refused: 1, broken: 2 } as const;

/** `npm run verify:decisions`, inside the application. @returns the exit status */
export async function runDecisions(
  [verb, ...rest]: readonly string[],
  app: Pick<INestApplicationContext, 'get'>,
  print: (line: string) => void,
): Promise<number> {
  if (verb !== 'verify') {
    print('decisions verify [--json]   the whole record of matters; names the first entry that is broken');
    return exit.refused;
  }
  const record = await app.get(VerifyRecords, { strict: false }).verify();
  // the hashes it was compared with are only as good as the log they stand in
  const audit = await app.get(AuditVerifier, { strict: false }).verify();
  if (rest.includes('--json')) print(JSON.stringify({ ...record, audit: { ok: audit.ok, findings: audit.findings } }));
  else {
    const { entries, matters, findings } = record;
    for (const { text } of [...findings, ...audit.findings]) [text.zh, text.en].forEach(print);
    print(
      record.ok
        ? `记录完整：${matters} 个事项，${entries} 条。  The record is unbroken: ${entries} entries of ${matters} matters.`
        : `记录被破坏，最先的是第 ${findings[0]!.no} 条。  The record is broken, first at entry ${findings[0]!.no}.`,
    );
    print(
      audit.ok
        ? '对照的审计日志完整。  The audit log it was compared with verifies.'
        : '对照的审计日志已损坏：npm run verify:audit。  The audit log it was compared with is broken.',
    );
  }
  return record.ok && audit.ok ? exit.good : exit.broken;
}
