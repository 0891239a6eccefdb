import { comparable } from '../table/normalize';

/** Below this share of common pairs of characters two names have little to do with each other. */
const least = 0.6;

const pairsOf = (text: string): string[] => {
  const shown = `^${comparable(text)}$`;
  return Array.from({ length: shown.length - 1 }, (_, i) => shown.slice(i, i + 2));
};

/** Which of many names somebody probably meant. Names are indexed by pairs of characters, so asking is cheap. */
export class Closest {
  private readonly names: { readonly name: string; readonly size: number }[] = [];
  private readonly byPair = new Map<string, number[]>();
  private readonly asked = new Map<string, string | undefined>();

  constructor(names: Iterable<string>) {
    for (const name of new Set(names)) {
      const pairs = new Set(pairsOf(name));
      const at = this.names.push({ name, size: pairs.size }) - 1;
      for (const pair of pairs) {
        const list = this.byPair.get(pair);
        if (list) list.push(at);
        else this.byPair.set(pair, [at]);
      }
    }
  }

  /** The closest name, unless none is near or two are equally near. */
  find(wanted: string): string | undefined {
    if (!this.asked.has(wanted)) this.asked.set(wanted, this.search(wanted));
    return this.asked.get(wanted);
  }

  private search(wanted: string): string | undefined {
    const pairs = new Set(pairsOf(wanted));
    const common = new Map<number, number>();
    for (const pair of pairs) for (const at of this.byPair.get(pair) ?? []) common.set(at, (common.get(at) ?? 0) + 1);
    let best: string | undefined;
    let top = 0;
    for (const [at, n] of common) {
      const { name, size } = this.names[at]!;
      const share = (2 * n) / (pairs.size + size);
      if (share > top) [best, top] = [name, share];
      else if (share === top) best = undefined;
    }
    return top >= least ? best : undefined;
  }
}
