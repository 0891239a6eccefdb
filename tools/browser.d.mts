/** Path of a Chromium-like browser: PLAYWRIGHT_CHROMIUM_PATH, else the first that is there, else null. */
export declare function findBrowser(): string | null;
/** Chromium without windows, where Debian puts it. */
export declare const headlessShell: string;
