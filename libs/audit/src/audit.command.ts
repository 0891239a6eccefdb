import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  AuditKeys,
  AuditSealer,
  AuditVerifier,
  keysIn,
  ResumeChain,
  verifyArchive,
  type VerifyOptions,
} from '@dangwu/platform/audit-chain';
import { Clock } from '@dangwu/platform/clock';
import type { Abstract, INestApplicationContext } from '@nestjs/common';
import { AuditRetention } from './audit-retention';
import { archiveLines, verificationLines } from './verification-lines';

/** What the command's exit status says: scripts depend on it. */
export const auditExit = { good: 0, refused: 1, broken: 2 } as const;

export type Print = (line: string) => void;

const usage = [
  'audit verify [--head LINE]… [--heads FILE] [--key FILE] [--json]   the whole chain; names what is broken first',
  'audit verify --archive FILE… --key FILE [--json]   archives by themselves, without a database',
  'audit seal                  seal what waits now instead of with the next minutes',
  'audit archive               archive what is older than the retention, and remove what is archived',
  'audit key [--renew]         the public keys; sign by a new key from now on',
  'audit resume --reason TEXT  accept that blocks were lost (a restore), and go on after the last one',
];

const options = {
  head: { type: 'string', multiple: true },
  heads: { type: 'string' },
  key: { type: 'string' },
  archive: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  renew: { type: 'boolean', default: false },
  reason: { type: 'string' },
} as const;

/** Whether the command is about files alone, and needs neither application nor database. */
export const aboutFiles = (argv: readonly string[]): boolean => argv.includes('--archive');

/** `npm run verify:audit` and its like, inside the application. @returns the exit status */
export async function runAudit(
  argv: readonly string[],
  app: Pick<INestApplicationContext, 'get'>,
  print: Print = (line) => void process.stdout.write(`${line}\n`),
): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const one = <T>(type: Abstract<T>): T => app.get<T>(type, { strict: false });
  switch (positionals[0]) {
    case 'verify': {
      const given: VerifyOptions = {
        heads: [...(values.head ?? []), values.heads ? await readFile(values.heads, 'utf8') : ''].join('\n'),
        ...(values.key && { keys: keysIn(await readFile(values.key, 'utf8')) }),
      };
      const result = await one(AuditVerifier).verify(given);
      if (values.json) print(JSON.stringify(result));
      else verificationLines(result, one(Clock).now()).forEach(print);
      return result.ok ? auditExit.good : auditExit.broken;
    }
    case 'seal': {
      const { blocks, events } = await one(AuditSealer).seal();
      print(`封存了 ${events} 个事件，${blocks} 块。  Sealed ${events} events in ${blocks} blocks.`);
      return auditExit.good;
    }
    case 'archive': {
      const { archives, archived, removed } = await one(AuditRetention).run();
      print(`归档 ${archived} 个事件（${archives} 个文件），移出 ${removed} 个。`);
      print(`Archived ${archived} events in ${archives} files, removed ${removed}.`);
      return auditExit.good;
    }
    case 'key': {
      const keys = one(AuditKeys);
      if (values.renew) print(`新的封存密钥 / new key: ${await keys.renew()}`);
      print(
        (await keys.publicPem()).trim() ||
          '还没有封存过，也就还没有密钥。  Nothing was sealed yet, so there is no key.',
      );
      return auditExit.good;
    }
    case 'resume': {
      if (!values.reason?.trim()) break;
      const { after, lost } = await one(ResumeChain).resume(values.reason.trim());
      print(`已记下：第 ${after + 1}—${lost} 块缺失，从第 ${after} 块之后续接。`);
      print(`Noted: blocks ${after + 1} to ${lost} are lost; the chain goes on after block ${after}.`);
      return auditExit.good;
    }
  }
  usage.forEach(print);
  return auditExit.refused;
}

/** `audit verify --archive FILE… --key FILE`: anywhere, with nothing but the files. @returns the exit status */
export async function verifyFiles(
  argv: readonly string[],
  print: Print = (line) => void process.stdout.write(`${line}\n`),
): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const [verb, ...files] = positionals;
  if (verb !== 'verify' || files.length === 0 || !values.key) {
    usage.forEach(print);
    return auditExit.refused;
  }
  const trusted = keysIn(await readFile(values.key, 'utf8'));
  let broken = 0;
  for (const file of files) {
    const result = await verifyArchive(createReadStream(file), trusted);
    if (!result.ok) broken++;
    if (values.json) print(JSON.stringify({ file, ...result }));
    else archiveLines(file, result).forEach(print);
  }
  return broken ? auditExit.broken : auditExit.good;
}
