// Is a port free, and if not, who holds it?
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import net from 'node:net';

/** @returns {Promise<string|null>} null when free, else the code of the error (EADDRINUSE, EACCES, …) */
export function refusal(host, port) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ host, port, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** "process 4711 (nginx: master process …)", or null where the system does not tell. */
export function holder(port) {
  const pid = existsSync('/proc/net/tcp') ? fromProc(port) : fromLsof(port);
  return pid === null ? null : `process ${pid} (${commandOf(pid)})`;
}

/** Command line of a process, or '' when there is none. */
export function commandOf(pid) {
  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
      .trim()
      .slice(0, 120);
  } catch {
    return ''; // no such process, or no ps on this system
  }
}

function fromLsof(port) {
  try {
    const found = execFileSync('lsof', ['-nP', '-t', `-iTCP:${port}`, '-sTCP:LISTEN'], { encoding: 'utf8' });
    return Number(found.split('\n')[0]) || null;
  } catch {
    return null; // lsof is missing, or nobody it may show listens there
  }
}

function fromProc(port) {
  const wanted = port.toString(16).toUpperCase().padStart(4, '0');
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((field) => field[1]?.endsWith(`:${wanted}`) && field[3] === '0A')
    .map((field) => `socket:[${field[9]}]`);
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    if (socketsOf(pid).some((socket) => inodes.includes(socket))) return Number(pid);
  }
  return null;
}

function socketsOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`));
  } catch {
    return []; // another user's process, or one that has just ended
  }
}

function linkOf(file) {
  try {
    return readlinkSync(file);
  } catch {
    return ''; // closed meanwhile
  }
}
