// What is to be reached with 16 connections, beside what a run has reached.

const wanted = {
  a: { limit: 0.8, postgraphile: 2.3, usual: 3, cpu: 1.25 },
  b: { limit: 0.8, postgraphile: 2.5, usual: 3, cpu: 1.25 },
  c: { limit: 0.7, postgraphile: 2.2, usual: 7, cpu: 1.4 },
  d: { limit: 0.7, postgraphile: 1.5, usual: 100, cpu: 1.4 },
  'd-first': { limit: 0.7, cpu: 1.4 },
  e: { limit: 0.75, postgraphile: 2.2, usual: 5, cpu: 1.3 },
};
/** The board may take so many times as long as a page of organizations. */
const boardToPage = 3;
const connections = 16;

/** @param rows of `summarize` @returns lines of Markdown; none where Dangwu was not measured */
export function targetsTable(rows) {
  const at = (operation, viewer, server) =>
    rows.find(
      (r) => r.operation === operation && r.viewer === viewer && r.server === server && r.connections === connections,
    );
  const ours = rows.filter((r) => r.server === 'dangwu' && r.connections === connections);
  if (ours.length === 0) return [];
  const ratio = (reached, target, least = true) =>
    reached === null || reached === undefined || !Number.isFinite(reached)
      ? '–'
      : `${reached.toFixed(2)} (${least ? '≥' : '≤'} ${target})`;
  const lines = ours.map((row) => {
    const { operation, viewer, throughput } = row;
    const target = wanted[operation];
    const to = (server) => throughput / at(operation, viewer, server)?.throughput;
    const page = at('a', viewer, 'dangwu');
    const cells = target
      ? [
          ratio(row.throughputToLimit, target.limit),
          ratio(to('postgraphile'), target.postgraphile),
          ratio(to('usual'), target.usual),
          ratio(row.cpuToLimit, target.cpu, false),
          '',
        ]
      : ['', '', '', '', ratio(page && row.p50 / page.p50, boardToPage, false)];
    return `| ${[operation, viewer, ...cells].join(' | ')} |`;
  });
  return [
    `## Against the targets (${connections} connections; wanted in brackets)`,
    '',
    '| operation | viewer | × LIMIT | × PostGraphile | × the usual way | CPU × LIMIT | p50 × a page (a) |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: |',
    ...lines,
    '',
  ];
}
