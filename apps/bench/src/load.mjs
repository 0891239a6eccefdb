// The load: connections that each send the next request when the last is answered. A process of its own, so that its
// work is not counted as anybody's; over plain sockets, so that it takes little from the two it measures.
import net from 'node:net';

const headEnd = Buffer.from('\r\n\r\n');

process.on('message', ({ port, connections, milliseconds, requests, once }) => {
  run(port, connections, milliseconds, requests.map(Buffer.from), once).then(
    (figures) => process.send({ figures }),
    (error) => process.send({ error: error.message }),
  );
});
process.once('disconnect', () => process.exit(0));

/** @param once every request is sent at most once, and the turn ends when all were */
async function run(port, connections, milliseconds, requests, once) {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const latencies = [];
  const began = performance.now();
  const until = began + milliseconds;
  let sent = 0;
  const nextOf = (i) => {
    let next = i * 37;
    return () => (once ? requests[sent++] : requests[next++ % requests.length]);
  };
  await Promise.all(sockets.map((socket, i) => converse(socket, nextOf(i), until, latencies)));
  const took = performance.now() - began;
  for (const socket of sockets) socket.destroy();
  const sorted = Float64Array.from(latencies).sort();
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { requests: sorted.length, milliseconds: took, p50: at(0.5), p99: at(0.99) };
}

function open(port) {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ host: '127.0.0.1', port, noDelay: true });
    socket.once('error', reject);
    socket.once('connect', () => resolve(socket.off('error', reject)));
  });
}

function converse(socket, next, until, latencies) {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let parts = [];
    let missing = -1;
    const send = () => {
      const request = next();
      if (!request) {
        resolve();
        return;
      }
      sent = performance.now();
      socket.write(request);
    };
    const answered = () => {
      const now = performance.now();
      latencies.push(now - sent);
      parts = [];
      missing = -1;
      if (now < until) send();
      else resolve();
    };
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`the server of port ${socket.remotePort} hung up`)));
    socket.on('data', (chunk) => {
      try {
        if (missing < 0) {
          parts.push(chunk);
          missing = lengthMissing(parts.length === 1 ? chunk : Buffer.concat(parts));
        } else missing -= chunk.length;
      } catch (error) {
        reject(error);
        return;
      }
      if (missing === 0) answered();
    });
    send();
  });
}

/** Bytes of the answer still to come; -1 while its head is not whole. @throws unless it is a 200 with data */
function lengthMissing(buffer) {
  const end = buffer.indexOf(headEnd);
  if (end < 0) return -1;
  const head = buffer.latin1Slice(0, end);
  if (!head.startsWith('HTTP/1.1 200')) throw new Error(`answered ${buffer.toString().slice(0, 600)}`);
  const length = /\r\ncontent-length: *(\d+)/i.exec(head);
  if (!length) throw new Error(`an answer without content-length:\n${head}`);
  const body = buffer.latin1Slice(end + 4, end + 12);
  if (body.length === 8 && !body.startsWith('{"data"'))
    throw new Error(`answered ${buffer.toString('utf8', end, end + 600)}`);
  return end + 4 + Number(length[1]) - buffer.length;
}
