import type { INestApplicationContext } from '@nestjs/common';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { ReplayCycle, type ReplayedCycle, type ReplayReport } from './replay-cycle';
import { replayUsage } from './replay-words';

/** What the command's exit status says: scripts depend on it. */
const exit = { same: 0, differs: 1, refused: 2 } as const;
/** So many differences of one organization are told. */
const most = 20;

/** `npm run assessment:replay`, inside the application. @returns the exit status */
export async function runAssessment(
  [verb, ...args]: readonly string[],
  app: Pick<INestApplicationContext, 'get'>,
  print: (line: string) => void,
): Promise<number> {
  const from = valueOf(args, '--from');
  const to = valueOf(args, '--to');
  const [named] = args.filter((arg, i) => !arg.startsWith('--') && !['--from', '--to'].includes(args[i - 1] ?? ''));
  if (verb !== 'replay' || (!named && !from)) {
    for (const line of replayUsage) print(line);
    return exit.refused;
  }
  const replays = app.get(ReplayCycle, { strict: false });
  const cycle = named ? await theOne(replays, named, print) : null;
  if (named && !cycle) return exit.refused;
  if (cycle && to) {
    await writeFile(replays, cycle, to);
    print(`已写入 ${to}。  Written: ${to}`);
    return exit.same;
  }
  const report = await (cycle ? replays.replay(cycle) : replays.replayLines(linesIn(from!)));
  if (args.includes('--json')) print(JSON.stringify(report));
  else for (const line of wordsOf(report)) print(line);
  return report.same ? exit.same : exit.differs;
}

async function theOne(
  replays: ReplayCycle,
  named: string,
  print: (line: string) => void,
): Promise<ReplayedCycle | null> {
  const found = await replays.find(named);
  if (found.length === 1) return found[0]!;
  print(
    found.length === 0
      ? `没有算过分的考核周期“${named}”。  No cycle "${named}" has results.`
      : `有 ${found.length} 个“${named}”，请用编号。  ${found.length} cycles are called that; name one by its id.`,
  );
  for (const { id, title, stage } of found) print(`${id}  ${title}  ${stage}`);
  return null;
}

function wordsOf({ cycle, same, assessed, numbers, sealed, found }: ReplayReport): string[] {
  const about = sealed ? '指标、总分、名次、等次和归档摘要' : '指标、总分、名次和等次（还没有归档）';
  if (same)
    return [
      `重算一致：“${cycle.title}”，${assessed} 个考核对象的 ${numbers} 个${about}逐位相同。`,
      `Computed again with the same digits: ${assessed} assessed, ${numbers} numbers${sealed ? ', and the digest of all' : ''}.`,
    ];
  const lines = found.flatMap(({ name, groupName, differences }) => [
    name === null ? '全部结果  all results' : `${name}（${groupName}）`,
    ...differences
      .slice(0, most)
      .map(({ what, told, computed }) => `  ${what.zh}：公布 ${told}，重算 ${computed}  (${what.en})`),
    ...(differences.length > most ? [`  …… 共 ${differences.length} 处  in all`] : []),
  ]);
  const count = found.filter(({ name }) => name !== null).length;
  return [
    ...lines,
    `重算不一致：“${cycle.title}”，${assessed} 个考核对象中 ${count} 个有出入。`,
    `Not as it was told: ${count} of ${assessed} differ.`,
  ];
}

async function writeFile(replays: ReplayCycle, cycle: ReplayedCycle, path: string): Promise<void> {
  const file = createWriteStream(path);
  await once(file, 'open');
  await replays.write(cycle, async (line) => {
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  });
  file.end();
  await once(file, 'close');
}

const linesIn = (path: string): AsyncIterable<string> =>
  createInterface({ input: createReadStream(path), crlfDelay: Infinity });

function valueOf(args: readonly string[], option: string): string | null {
  const at = args.indexOf(option);
  return at < 0 ? null : (args[at + 1] ?? null);
}
