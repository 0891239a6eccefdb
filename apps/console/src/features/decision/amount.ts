/** Amounts are fen as decimal text: JavaScript's numbers end before they do. */

const FEN_IN_TEN_THOUSAND = 6;

/** What is typed in units of 10,000 yuan, as fen; null: nothing, or no amount. */
export function fenOf(typed: string | null | undefined): string | null {
  const match = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(typed?.trim() ?? '');
  if (!match) return null;
  return BigInt(match[1]! + (match[2] ?? '').padEnd(FEN_IN_TEN_THOUSAND, '0')).toString();
}

/** Fen in units of 10,000 yuan, for a field. */
export function tenThousands(fen: string): string {
  const padded = fen.padStart(FEN_IN_TEN_THOUSAND + 1, '0');
  const rest = padded.slice(-FEN_IN_TEN_THOUSAND).replace(/0+$/, '');
  return padded.slice(0, -FEN_IN_TEN_THOUSAND) + (rest ? `.${rest}` : '');
}

/** Which unit reads best, and the figure in it: 460 of 10,000 yuan, or 980.50 yuan. */
export function figureOf(fen: string): { readonly unit: 'tenThousand' | 'yuan'; readonly figure: string } {
  if (fen.length > FEN_IN_TEN_THOUSAND && fen.endsWith('0000'))
    return { unit: 'tenThousand', figure: tenThousands(fen) };
  const padded = fen.padStart(3, '0');
  const cents = padded.slice(-2);
  return { unit: 'yuan', figure: padded.slice(0, -2) + (cents === '00' ? '' : `.${cents}`) };
}
