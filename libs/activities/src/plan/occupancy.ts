/** Minutes of a day from midnight, the end excluded. */
export interface Minutes {
  readonly from: number;
  readonly to: number;
}

/** Who and what is taken when: organizations, people and venues, by their keys. */
export class Occupancy {
  private readonly spans = new Map<string, Minutes[]>();

  take(keys: readonly string[], day: string, span: Minutes): void {
    for (const key of keys) {
      const at = `${day} ${key}`;
      const spans = this.spans.get(at);
      if (spans) spans.push(span);
      else this.spans.set(at, [span]);
    }
  }

  isFree(keys: readonly string[], day: string, { from, to }: Minutes): boolean {
    return keys.every((key) => !this.spans.get(`${day} ${key}`)?.some((span) => from < span.to && span.from < to));
  }

  /** Whether anything at all is on the day. */
  isEmpty(key: string, day: string): boolean {
    return !this.spans.has(`${day} ${key}`);
  }
}
