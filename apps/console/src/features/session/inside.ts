/** Only pages of this console: an address from outside must not send people elsewhere after signing in. */
export const inside = (to: string | null): string => (to && /^\/(?![/\\])/.test(to) ? to : '/');
