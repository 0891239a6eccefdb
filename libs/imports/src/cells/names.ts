/** By what names a choice knows its values: the value's own word first, then what else rosters call it. */
export const namesOf = <Value extends string>(
  words: Readonly<Record<Value, { readonly zh: string }>>,
  others: Readonly<Partial<Record<Value, readonly string[]>>>,
): Record<Value, readonly string[]> =>
  Object.fromEntries(
    (Object.keys(words) as Value[]).map((value) => [value, [words[value].zh, ...(others[value] ?? [])]]),
  ) as unknown as Record<Value, readonly string[]>;
