// How much more a request costs in a larger tree: the same over several sizes, Dangwu and LIMIT.
import { measureOn } from './session.mjs';
import { summarize } from './report.mjs';

/** @returns {Promise<object[]>} rows of all sizes, each with the ratio to the size before */
export async function measureGrowth({ folder, options, load, say }) {
  const rows = [];
  for (const organizations of options.growth) {
    say(`${organizations.toLocaleString('en')} organizations`);
    const ending = [];
    try {
      const records = await measureOn({
        folder,
        organizations,
        options: { ...options, servers: ['limit', 'dangwu'], viewers: ['root'] },
        load,
        ending,
        say,
      });
      for (const row of summarize(records)) rows.push({ organizations, ...row });
    } finally {
      for (const stop of ending.toReversed()) await stop();
    }
  }
  return rows.map((row) => ({ ...row, ...growthOf(row, before(row, rows, options.growth)) }));
}

const before = (row, rows, sizes) =>
  rows.find(
    (other) =>
      other.organizations === sizes[sizes.indexOf(row.organizations) - 1] &&
      ['operation', 'connections', 'server'].every((name) => other[name] === row[name]),
  );

const cpu = ({ serverCpu, databaseCpu }) => serverCpu + databaseCpu;
const growthOf = (row, smaller) =>
  smaller ? { p50Growth: row.p50 / smaller.p50, cpuGrowth: cpu(row) / cpu(smaller) } : {};

export function growthTable(rows, about) {
  const number = (value, digits) => (value === undefined ? '–' : value.toFixed(digits));
  return [
    '# Bench: growth',
    '',
    `Taken ${about.takenAt} on ${about.cores} cores (${about.processor}), load average before ${about.loadBefore.join(' / ')}, after ${about.loadAfter.join(' / ')}.`,
    `For who sees everything; ten members and ${about.activitiesEach} activities to an organization; ${about.repetitions} repetitions of ${about.secondsEach} s, medians. The last two columns are ratios to the size before.`,
    '',
    '| operation | server | connections | organizations | p50 ms | CPU ms a request | p50 × | CPU × |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows
      .toSorted((a, b) => key(a).localeCompare(key(b)) || a.organizations - b.organizations)
      .map(
        (r) =>
          `| ${[r.operation, r.server, r.connections, r.organizations.toLocaleString('en'), number(r.p50, 2), number(cpu(r), 3), number(r.p50Growth, 2), number(r.cpuGrowth, 2)].join(' | ')} |`,
      ),
    '',
  ].join('\n');
}

const key = ({ operation, server, connections }) => `${operation} ${server} ${String(connections).padStart(3, '0')}`;
