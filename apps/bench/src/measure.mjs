// Repetitions of each cell (operation, viewer, connections), the servers taking turns within each.
import { fork } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { answers, bodyOf, operations } from './operations.mjs';
import { between, ofChildren, ofProcess } from './processor-time.mjs';
import { marksNow, putBack } from './written.mjs';

export const connectionCounts = [1, 16];
const warmUp = 600;

/** The process that makes the load. */
export class Load {
  #process = fork(path.join(import.meta.dirname, 'load.mjs'));

  run(order) {
    return new Promise((resolve, reject) => {
      // the run was broken off
      if (!this.#process.connected) throw new Error('the load has ended');
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
export async function measure({ servers, payloads, known, client, postmaster, options, load, say }) {
  const records = [];
  for (const { operation, viewer, connections, requests } of cellsOf(payloads, options)) {
    const { writes = false, fresh = false } = operations[operation];
    const taking = servers
      .filter(({ name }) => answers(name, viewer, operation))
      .map((server) => {
        const sent = requests.map(({ token, asked }) =>
          server.request(operation, token, bodyOf(server.name, operation, asked, known[token].account)),
        );
        return { server, order: { port: server.port, connections, once: writes || fresh, requests: sent } };
      });
    /** What is fresh is asked for once in a run: each turn has requests of its own. */
    const ofTurn = (order, turn) => {
      if (!fresh) return order;
      const size = Math.floor(order.requests.length / (options.repetitions + 1));
      return { ...order, requests: order.requests.slice(turn * size, (turn + 1) * size) };
    };
    const marks = writes ? await marksNow(client) : null;
    const turn = async (work) => {
      const figures = await work();
      if (writes)
        await putBack(
          client,
          requests.map(({ asked }) => asked.id),
          marks,
        );
      return figures;
    };
    for (const { order } of taking) await turn(() => load.run({ ...ofTurn(order, 0), milliseconds: warmUp }));
    for (let repetition = 1; repetition <= options.repetitions; repetition++)
      // not always in the same order: what comes after whom must not matter
      for (const { server, order } of repetition % 2 ? taking : taking.toReversed()) {
        const full = { ...ofTurn(order, repetition), milliseconds: options.milliseconds };
        const figures = await turn(() => inOneTurn(server, postmaster, load, full));
        records.push({ operation, viewer, connections, server: server.name, repetition, ...figures });
      }
    say(cellLine(records, { operation, viewer, connections }));
  }
  return records;
}

const cellsOf = (payloads, options) =>
  options.operations.flatMap((operation) =>
    options.viewers.flatMap((viewer) => {
      const requests = payloads.filter((p) => p.operation === operation && p.viewer === viewer);
      // not everybody may do everything
      if (!requests.length) return [];
      const fresh = requests.filter(({ asked }) => asked.fresh);
      const half = Math.ceil(fresh.length / connectionCounts.length);
      return connectionCounts.map((connections, i) => ({
        operation,
        viewer,
        connections,
        requests: fresh.length ? fresh.slice(i * half, (i + 1) * half) : requests,
      }));
    }),
  );

async function inOneTurn(server, postmaster, load, order) {
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
  const here = records.filter((r) => r.operation === operation && r.viewer === viewer && r.connections === connections);
  const names = [...new Set(here.map(({ server }) => server))];
  const parts = names.map(
    (name) => `${name} ${median(here.filter((r) => r.server === name).map((r) => r.throughput)).toFixed(0)}/s`,
  );
  return `${operation} ${viewer.padEnd(8)} ${String(connections).padStart(2)} connections: ${parts.join(', ')}`;
}

export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
