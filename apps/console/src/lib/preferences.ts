import { useSyncExternalStore } from 'react';

/** How this person wants the console to look; kept in this browser, not on the server. */
export interface Preferences {
  mode: 'light' | 'dark' | 'system';
  density: 'normal' | 'compact';
  text: 'normal' | 'large';
  language: 'zh' | 'en';
}

const KEY = 'dangwu.preferences';
const listeners = new Set<() => void>();
/** Outside of a browser, where pure functions are tried, there is no device to follow. */
const device = (query: string) => (typeof window === 'undefined' ? null : window.matchMedia(query));
const systemDark = device('(prefers-color-scheme: dark)');
const systemStill = device('(prefers-reduced-motion: reduce)');

/** A private window may refuse storage; the choice then lasts as long as the page. */
function stored(): Partial<Preferences> {
  if (!systemDark) return {};
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
  } catch (error) {
    console.warn('Preferences are not readable in this browser', error);
    return {};
  }
}

let current: Preferences = { mode: 'light', density: 'normal', text: 'normal', language: 'zh', ...stored() };

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const announce = () => listeners.forEach((listener) => listener());
for (const followed of [systemDark, systemStill])
  followed?.addEventListener('change', () => {
    current = { ...current };
    announce();
  });

/** The preferences now, outside of components. */
export const preferences = (): Preferences => current;

/** Changes some preferences and remembers them. */
export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(current));
  } catch (error) {
    console.warn('Preferences cannot be kept in this browser', error);
  }
  announce();
}

/** Calls back on every change; returns the way to stop. */
export const onPreferences = subscribe;

/** `light` or `dark` as it is to be drawn; `system` follows the device. */
export const drawnMode = (from: Preferences): 'light' | 'dark' =>
  from.mode === 'system' ? (systemDark?.matches ? 'dark' : 'light') : from.mode;

/** The preferences as state of a component. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences);

/** Whether this device asks for less motion. */
export const lessMotion = (): boolean => systemStill?.matches ?? false;
