export { fillText, languageOf, languages, type Language, type LocalText } from './text';
