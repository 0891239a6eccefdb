// Do the lockfiles name the binaries of every system, or only those of the machine that wrote it?
// npm leaves out the others when node_modules is there while it resolves; npm ci then fails elsewhere.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
for (const lockfile of ['package-lock.json', 'apps/bench/peers/package-lock.json']) {
  const { packages } = JSON.parse(readFileSync(path.join(root, lockfile), 'utf8'));
  const names = new Set(Object.keys(packages).map((key) => key.replace(/^.*node_modules\//, '')));
  const missing = Object.entries(packages).flatMap(([key, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !names.has(name))
      .map((name) => `${key.replace(/^.*node_modules\//, '')} wants ${name}`),
  );
  if (missing.length) {
    console.error(`${lockfile} is not complete for all systems:\n  ${missing.join('\n  ')}`);
    console.error(
      'Write it anew with no node_modules anywhere: rm -rf node_modules package-lock.json && npm i --package-lock-only',
    );
    process.exit(1);
  }
  console.log(`${lockfile}: ${names.size} packages, all optional ones of every system included`);
}
