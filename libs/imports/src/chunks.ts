/** Of this size rows go to the database: one statement each, none so long that its text outlives it. */
const size = 100;

/** Rows in sets, so that more of them take more time and not more memory. */
export function* chunks<Item>(items: readonly Item[], each = size): Generator<readonly Item[]> {
  for (let at = 0; at < items.length; at += each) yield items.slice(at, at + each);
}
