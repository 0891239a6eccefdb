import { drawnMode, onPreferences, preferences } from '../preferences';
import tokens from './tokens.json';

/** Names of the palette: `bg`, `surface`, `text2`, `lateFg`, … the same in light and dark. */
export type PaletteName = keyof typeof tokens.palette.light;

/** Below this width the shell has bottom tabs instead of a side bar. */
export const MOBILE_BELOW = tokens.layout.breakpoint;

export const fonts = tokens.fonts;

const kebab = (name: string) => name.replace(/[A-Z]|\d+/g, (part) => `-${part.toLowerCase()}`);

/** `var(--…)` of a colour, for the rare style set from code. */
export const colour = (name: PaletteName): string => `var(--${kebab(name)})`;

/** The hex value itself, where a variable cannot be used (the browser's own bar). */
export const hex = (name: PaletteName): string => tokens.palette[drawnMode(preferences())][name];

/**
 * Writes the palette, density and text size as CSS variables on <html>.
 * Set through the object model, so a strict content security policy needs no exception.
 */
function draw(): void {
  const wanted = preferences();
  const mode = drawnMode(wanted);
  const html = document.documentElement;
  for (const [name, value] of Object.entries(tokens.palette[mode])) html.style.setProperty(`--${kebab(name)}`, value);
  html.style.setProperty('--sans', `LatinDot,${tokens.fonts.sans}`);
  html.style.setProperty('--serif', `LatinDot,${tokens.fonts.serif}`);
  html.style.colorScheme = mode;
  html.dataset['mode'] = mode;
  html.dataset['density'] = wanted.density;
  html.dataset['text'] = wanted.text;
  html.lang = wanted.language === 'zh' ? 'zh-CN' : 'en';
}

/** Draws now and after each change of the preferences. */
export function startTheme(): void {
  draw();
  onPreferences(draw);
}
