/** A figure as a sheet shows it: as the cycle read it, or as it stands now. */
export interface KnownFigure {
  readonly part: string;
  readonly whole: string | null;
  readonly rows: number;
  /** null: it was not read yet */
  readonly takenAt: Date | null;
}
