import { fill, type ErrorParams } from '../errors';

/** A text in both languages of the system. */
export interface LocalText {
  readonly zh: string;
  readonly en: string;
}

export const languages = ['zh', 'en'] as const;
export type Language = (typeof languages)[number];

/** The language a caller reads, by `Accept-Language`; Chinese unless English is preferred. */
export function languageOf(acceptLanguage: string | null | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, position) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const weight = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight), position };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position);
  for (const { language } of wanted) {
    const known = languages.find((one) => one === language);
    if (known) return known;
  }
  return 'zh';
}

/** Fills `{name}` in both languages. */
export const fillText = (text: LocalText, params: ErrorParams): LocalText => ({
  zh: fill(text.zh, params),
  en: fill(text.en, params),
});
