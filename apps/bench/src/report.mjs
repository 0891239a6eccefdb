// Figures of a run as rows, as a table and as JSON.
import os from 'node:os';
import { median } from './measure.mjs';
import { answers, operations, viewerTitles } from './operations.mjs';
import { targetsTable } from './targets.mjs';

/** Medians over the repetitions, and ratios of those taken in the same repetition. */
export function summarize(records) {
  const cells = Map.groupBy(records, ({ operation, viewer, connections }) => `${operation} ${viewer} ${connections}`);
  return [...cells.values()].flatMap((cell) => {
    const limit = new Map(cell.filter(({ server }) => server === 'limit').map((r) => [r.repetition, r]));
    return [...Map.groupBy(cell, ({ server }) => server)].map(([server, of]) => {
      const middle = (value) => median(of.map(value));
      const ratio = (value) => (limit.size ? median(of.map((r) => value(r) / value(limit.get(r.repetition)))) : null);
      const cpu = (r) => r.serverCpu + r.databaseCpu;
      return {
        operation: of[0].operation,
        viewer: of[0].viewer,
        connections: of[0].connections,
        server,
        repetitions: of.length,
        throughput: middle((r) => r.throughput),
        p50: middle((r) => r.p50),
        p99: middle((r) => r.p99),
        serverCpu: middle((r) => r.serverCpu),
        databaseCpu: middle((r) => r.databaseCpu),
        throughputToLimit: ratio((r) => r.throughput),
        serverCpuToLimit: ratio((r) => r.serverCpu),
        cpuToLimit: ratio(cpu),
      };
    });
  });
}

/** Where and when, without a name of the machine. */
export function circumstances({ options, load }) {
  const [processor] = os.cpus();
  return {
    takenAt: new Date().toISOString(),
    processor: processor?.model ?? 'unknown',
    cores: os.cpus().length,
    memoryGb: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.type()} ${os.arch()}`,
    node: process.version,
    ...options.sizes,
    members: options.sizes.organizations * 10,
    activities: options.sizes.organizations * options.sizes.activitiesEach,
    obligations: Math.min(options.sizes.organizations, options.sizes.obligationsOf) * 72,
    repetitions: options.repetitions,
    secondsEach: options.milliseconds / 1_000,
    loadBefore: load.before,
    loadAfter: load.after,
  };
}

export function markdown(rows, about) {
  const lines = [
    '# Bench: requests to the API',
    '',
    `Taken ${about.takenAt} on ${about.cores} cores (${about.processor}), ${about.memoryGb} GB, Node ${about.node}.`,
    `Load average of the machine just before ${about.loadBefore.join(' / ')}, just after ${about.loadAfter.join(' / ')} (1, 5, 15 minutes).`,
    `${about.organizations.toLocaleString('en')} organizations, ${about.members.toLocaleString('en')} members, ${about.activities.toLocaleString('en')} activities, ${about.obligations.toLocaleString('en')} obligations; ${about.repetitions} repetitions of ${about.secondsEach} s, servers taking turns.`,
    'Medians. × LIMIT is the median of the ratios within each repetition; CPU × LIMIT is of server and PostgreSQL together.',
    '',
    ...targetsTable(rows),
  ];
  for (const cell of Map.groupBy(rows, ({ operation, viewer }) => `${operation} ${viewer}`).values()) {
    const { operation, viewer } = cell[0];
    lines.push(`## ${operation}: ${operations[operation].title} — ${viewerTitles[viewer]}`, '');
    if (!operations[operation].only && !answers('postgraphile', viewer, operation))
      lines.push('(PostGraphile is set up without authorization: root only.)', '');
    lines.push(
      '| server | connections | requests/s | p50 ms | p99 ms | CPU ms a request: server | PostgreSQL | × LIMIT | CPU × LIMIT | server CPU × LIMIT |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
      ...cell.map(
        (r) =>
          `| ${[r.server, r.connections, r.throughput.toFixed(0), ...[r.p50, r.p99].map((n) => n.toFixed(2)), ...[r.serverCpu, r.databaseCpu].map((n) => n.toFixed(3)), ...[r.throughputToLimit, r.cpuToLimit, r.serverCpuToLimit].map((n) => (n === null ? '–' : n.toFixed(2)))].join(' | ')} |`,
      ),
      '',
    );
  }
  return lines.join('\n');
}
