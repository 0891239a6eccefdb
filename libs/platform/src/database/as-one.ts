import type { Statement } from './statements';

/** Texts of statements put together, by their parts. */
const known = new Map<string, string>();
const most = 200;

/**
 * Several writes as one statement, for those that do not need to see each other: all see what was there before, and triggers
 * fire at the end of it. PostgreSQL then begins, plans and answers once instead of once for each.
 * @param last one that reads, since nobody asks for a `select` in front: it is carried out after all others were begun
 */
export function asOne(writes: readonly Statement[], last: Statement = { text: 'select 1', values: [] }): Statement {
  const statements = [...writes, last];
  const key = statements.map(({ text }) => text).join('\n');
  let text = known.get(key);
  if (text === undefined) {
    if (known.size >= most) known.clear();
    known.set(key, (text = joined(statements)));
  }
  return { text, values: statements.flatMap(({ values }) => values) };
}

/** @returns `with w1 as (…), w2 as (…) select …`, the parameters counted through */
function joined(statements: readonly Statement[]): string {
  let before = 0;
  const texts = statements.map(({ text, values }) => {
    const from = before;
    before += values.length;
    return text.replaceAll(/\$(\d+)/g, (_, number: string) => `$${Number(number) + from}`);
  });
  const [last, writes] = [texts.at(-1)!, texts.slice(0, -1)];
  return writes.length ? `with ${writes.map((text, i) => `w${i + 1} as (${text})`).join(', ')} ${last}` : last;
}
