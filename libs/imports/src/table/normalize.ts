/**
 * Two texts that a person would take for the same word compare equal in this form: full-width and half-width, any
 * blanks and line breaks, brackets of all kinds, capitals. Only for comparing; what is stored keeps its own spelling.
 */
export function comparable(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200f\ufeff]/g, '')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .toLowerCase();
}

/** A heading in comparable form, without marks for required columns and without what brackets add: 任期（年）* → 任期. */
export function comparableHeading(text: string): string {
  const whole = comparable(text).replace(/[*:：、]/g, '');
  const short = whole.replace(/\([^()]*\)/g, '');
  return short === '' ? whole : short;
}
