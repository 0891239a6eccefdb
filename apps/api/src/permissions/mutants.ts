/** Mutants that change nothing a caller can tell, each with the reason; a part of the mutant's description names it. */
export const survivors: readonly { readonly mutant: string; readonly why: string }[] = [
  {
    mutant: 'access.guard.ts:16 call.viewer === undefined ? → always',
    why: 'viewers remember the viewer of a request: asked twice, the same is answered',
  },
];
