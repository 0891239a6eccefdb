const KEY = 'dangwu.recent-organizations';
const KEPT = 5;

interface Recent {
  id: string;
  name: string;
}

/** The last picks on this computer, newest first; gone when the tab is closed, as the computer may be shared. */
export function recentChoices(): Recent[] {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as Recent[];
}

/** Puts a pick in front. */
export function rememberChoice(choice: Recent): void {
  const rest = recentChoices().filter(({ id }) => id !== choice.id);
  sessionStorage.setItem(KEY, JSON.stringify([choice, ...rest].slice(0, KEPT)));
}

/** Forgets the picks, at sign-out. */
export const forgetChoices = (): void => sessionStorage.removeItem(KEY);
