/** Days around the one on which the demo is loaded, so that it shows the same whenever that is. */
export class Days {
  constructor(readonly today: string) {}

  /** So many days from today. */
  at(offset: number): string {
    return new Date(Date.parse(this.today) + offset * 86_400_000).toISOString().slice(0, 10);
  }
}
