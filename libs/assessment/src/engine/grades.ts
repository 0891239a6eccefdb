import { Ratio } from './ratio';
import type { Grade } from './scheme';

/** The best grade that a total reaches; null of a scheme without grades. */
export function gradeByPoints(grades: readonly Grade[], total: Ratio): string | null {
  const reached = grades.find(({ from }) => from === null || total.compare(Ratio.read(from)!) >= 0);
  return reached?.key ?? null;
}

/** The grade, or the worst of those that vetoes allow at most where that is worse. */
export function underVetoes(
  grades: readonly Grade[],
  grade: string,
  vetoes: readonly { readonly capsAt: string }[],
): string {
  const place = (key: string) => grades.findIndex((one) => one.key === key);
  return grades[Math.max(place(grade), ...vetoes.map(({ capsAt }) => place(capsAt)))]!.key;
}
