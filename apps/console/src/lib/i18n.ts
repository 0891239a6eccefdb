import i18next, { type BackendModule } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { onPreferences, preferences } from './preferences';

/** One file per feature and language; each is fetched when the first page that needs it is shown. */
const files = import.meta.glob<{ default: Record<string, unknown> }>('../locales/*/*.json');

const backend: BackendModule = {
  type: 'backend',
  init: () => undefined,
  read(language, namespace, done) {
    const load = files[`../locales/${language}/${namespace}.json`];
    if (!load) return done(new Error(`No texts ${namespace} in ${language}`), null);
    load().then(
      (texts) => done(null, texts.default),
      (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), null),
    );
  },
};

/** Text in both languages, as the API gives it. */
export interface LocalText {
  zh: string;
  en: string;
}

/** The text in the language shown now. */
export const local = (text: LocalText): string => text[preferences().language];
/** As `local`, for a field that may be empty. */
export const localOr = (text: LocalText | null | undefined, otherwise: string): string =>
  text ? local(text) : otherwise;

/** Starts the texts with those every page needs. */
export async function startTexts(): Promise<void> {
  onPreferences(() => {
    if (i18next.language !== preferences().language) void i18next.changeLanguage(preferences().language);
  });
  await i18next
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: preferences().language,
      supportedLngs: ['zh', 'en'],
      fallbackLng: false,
      ns: ['console'],
      defaultNS: 'console',
      nsSeparator: ':',
      interpolation: { escapeValue: false },
      returnNull: false,
      react: { useSuspense: true },
    });
}
