import { readFileSync } from 'node:fs';
import { readWorkbook } from '../read-workbook';

/** Reads the workbook named on the command line and tells what came of it, and how far memory rose meanwhile. */
const bytes = readFileSync(process.argv[2]!);
const before = process.resourceUsage().maxRSS;
const outcome = await readWorkbook(bytes).then(
  (sheets) => `${sheets.reduce((sum, { rows }) => sum + rows.length, 0)} rows`,
  (error: Error) => error.name,
);
const megabytes = Math.round((process.resourceUsage().maxRSS - before) / 1024);
process.stdout.write(JSON.stringify({ outcome, megabytes }));
