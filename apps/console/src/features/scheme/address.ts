import { oneOf, text, useUrlState } from '../../lib/url-state';

/** The parts of a page of a scheme. */
export const PARTS = ['indicators', 'rules', 'preview', 'difference'] as const;

const fields = { part: oneOf(PARTS, 'indicators'), version: text(), node: text(), from: text(), to: text() };

/** What a page of a scheme keeps in its address: the part, the version (none: the draft), the chosen node, what is compared. */
export function useSchemeAddress() {
  const [state, set] = useUrlState(fields);
  return { ...state, set };
}
export type SchemeAddress = ReturnType<typeof useSchemeAddress>;
