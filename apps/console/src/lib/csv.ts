/** What a spreadsheet would take for a formula is text to it. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cell = (text: string): string => `"${inert(text).replaceAll('"', '""')}"`;

/** Rows as a spreadsheet opens them, Chinese text included: comma-separated, UTF-8 with its mark. */
export const csv = (rows: readonly (readonly (string | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map((text) => cell(text ?? '')).join(',')).join('\r\n')}\r\n`;

/** Hands a text to the reader as a file. */
export function download(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
