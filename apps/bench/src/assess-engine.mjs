// The engine by itself, in a process of its own, whose memory is then its own: no database, no API.
import { fileURLToPath } from 'node:url';
import path from 'node:path';
import { inputsOf, tree } from './assess-made.mjs';

process.once('message', (count) => {
  void measure(count).then((figures) => process.send(figures, () => process.exit(0)));
});

async function measure(count) {
  const { compute, digest, rank } = await import(
    path.join(path.dirname(fileURLToPath(import.meta.url)), '../dist/engine.mjs')
  );
  // what V8 compiles first is not the engine's
  for (let n = 1; n <= 200; n++) digest(compute(tree, inputsOf(n)));
  const totals = [];
  let [computing, digesting] = [0, 0];
  let entries = [];
  let ranking = 0;
  for (let n = 1; n <= count; n++) {
    const inputs = inputsOf(n);
    const began = performance.now();
    const result = compute(tree, inputs);
    const computed = performance.now();
    digest(result);
    computing += computed - began;
    digesting += performance.now() - computed;
    totals.push(result.total);
    entries.push({ id: String(n).padStart(6, '0'), result });
    if (entries.length < 100 && n < count) continue;
    const placing = performance.now();
    rank({ entries }, tree);
    ranking += performance.now() - placing;
    entries = [];
  }
  return { computing, digesting, ranking, totals, megabytes: process.resourceUsage().maxRSS / 1_024 };
}
