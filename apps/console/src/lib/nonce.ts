/** What this answer's content security policy lets styles and scripts through by; absent in development. */
export const nonce: string | undefined =
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined;

/**
 * Style elements made by code carry the nonce. Ant Design is told it by its provider, but two of its parts and the
 * explorer write styles without asking. Scripts may do this, since they come from our own files; markup may not.
 */
export function signStyles(): void {
  if (nonce === undefined) return;
  const create = document.createElement.bind(document);
  const signed = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
  document.createElement = signed as typeof document.createElement;
}
