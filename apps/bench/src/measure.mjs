// Repetitions of each cell (operation, viewer, connections), the servers taking turns within each.
import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answers } from './compare.mjs';
import { bodyOf } from './operations.mjs';
import { between, ofChildren, ofProcess } from './processor-time.mjs';

export const connectionCounts = [1, 16];
const warmUp = 600;

/** The process that makes the load. */
export class Load {
  #process = fork(path.join(import.meta.dirname, 'load.mjs'));

  run(order) {
    return new Promise((resolve, reject) => {
      const gone = (code) => reject(new Error(`the load ended with ${code}`));
      this.#process.once('exit', gone);
      this.#process.once('message', ({ figures, error }) => {
        this.#process.off('exit', gone);
        if (error) reject(new Error(error));
        else resolve(figures);
      });
      this.#process.send(order);
    });
  }

  stop() {
    this.#process.removeAllListeners('exit');
    this.#process.disconnect();
  }
}

/** @returns {Promise<object[]>} one record for each repetition */
export async function measure({ servers, payloads, postmaster, options, load, say }) {
  const records = [];
  const cells = options.operations.flatMap((operation) =>
    options.viewers.flatMap((viewer) =>
      connectionCounts.map((connections) => ({
        operation,
        viewer,
        connections,
        requests: payloads.filter((p) => p.operation === operation && p.viewer === viewer),
      })),
    ),
  );
  for (const { operation, viewer, connections, requests } of cells) {
    const taking = servers
      .filter(({ name }) => answers(name, viewer))
      .map((server) => ({
        server,
        order: {
          port: server.port,
          connections,
          requests: requests.map(({ token, id }) => server.request(operation, token, bodyOf(server.name, operation, id))),
        },
      }));
    for (const { order } of taking) await load.run({ ...order, milliseconds: warmUp });
    for (let repetition = 1; repetition <= options.repetitions; repetition++)
      // not always in the same order: what comes after whom must not matter
      for (const { server, order } of repetition % 2 ? taking : taking.toReversed()) {
        const figures = await once(server, postmaster, load, { ...order, milliseconds: options.milliseconds });
        records.push({ operation, viewer, connections, server: server.name, repetition, ...figures });
      }
    say(cellLine(records, { operation, viewer, connections }));
  }
  return records;
}

async function once(server, postmaster, load, order) {
  await sleep(60);
  const before = { server: ofProcess(server.pid), database: ofChildren(postmaster) };
  const { requests, milliseconds, p50, p99 } = await load.run(order);
  const after = { server: ofProcess(server.pid), database: ofChildren(postmaster) };
  return {
    requests,
    throughput: requests / (milliseconds / 1_000),
    p50,
    p99,
    serverCpu: (after.server - before.server) / requests,
    databaseCpu: between(before.database, after.database) / requests,
  };
}

function cellLine(records, { operation, viewer, connections }) {
  const here = records.filter(
    (r) => r.operation === operation && r.viewer === viewer && r.connections === connections,
  );
  const names = [...new Set(here.map(({ server }) => server))];
  const parts = names.map((name) => `${name} ${median(here.filter((r) => r.server === name).map((r) => r.throughput)).toFixed(0)}/s`);
  return `${operation} ${viewer.padEnd(8)} ${String(connections).padStart(2)} connections: ${parts.join(', ')}`;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
