/** A line of one of two texts, or of both. */
export interface DifferenceLine {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** What was taken out of lines and what was put in: the longest common subsequence stays. */
export function difference(before: readonly string[], after: readonly string[]): DifferenceLine[] {
  // lengths of the longest common rests
  const rests = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--)
      rests[i]![j] =
        before[i] === after[j] ? rests[i + 1]![j + 1]! + 1 : Math.max(rests[i + 1]![j]!, rests[i]![j + 1]!);
  const lines: DifferenceLine[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push({ kind: 'same', text: before[i]! });
      i++;
      j++;
    } else if (j >= after.length || (i < before.length && rests[i + 1]![j]! >= rests[i]![j + 1]!))
      lines.push({ kind: 'gone', text: before[i++]! });
    else lines.push({ kind: 'new', text: after[j++]! });
  }
  return lines;
}
