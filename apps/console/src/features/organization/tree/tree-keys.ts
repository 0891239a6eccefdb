import type { TreeRow } from './tree-rows';

/** What a key does in the tree (WAI-ARIA tree pattern). */
export type TreeAction =
  | { readonly kind: 'focus'; readonly key: string }
  | { readonly kind: 'toggle'; readonly row: TreeRow }
  | { readonly kind: 'activate'; readonly row: TreeRow };

/** Arrows, Home, End, Enter and Space. Returns null for keys that are not the tree's. */
export function actionOf(pressed: string, rows: readonly TreeRow[], focusedKey: string | null): TreeAction | null {
  const index = Math.max(
    0,
    rows.findIndex((row) => row.key === focusedKey),
  );
  const row = rows[index];
  if (!row) return null;
  const focus = (target: TreeRow | undefined): TreeAction | null =>
    target ? { kind: 'focus', key: target.key } : null;
  const expandable = 'expandable' in row && row.expandable;
  const expanded = 'expanded' in row && row.expanded;

  switch (pressed) {
    case 'ArrowDown':
      return focus(rows[index + 1]);
    case 'ArrowUp':
      return focus(rows[index - 1]);
    case 'Home':
      return focus(rows[0]);
    case 'End':
      return focus(rows.at(-1));
    case 'ArrowRight':
      if (!expandable) return null;
      return expanded ? focus(rows[index + 1]) : { kind: 'toggle', row };
    case 'ArrowLeft':
      if (expandable && expanded) return { kind: 'toggle', row };
      return focus(rows.find((candidate) => candidate.key === row.parentKey));
    case 'Enter':
    case ' ':
      return row.kind === 'tier' ? { kind: 'toggle', row } : { kind: 'activate', row };
    default:
      return null;
  }
}

/** The next row whose name, code or pinyin initials begin with what was typed, wrapping round; typing one letter twice moves on. */
export function typeAhead(typed: string, rows: readonly TreeRow[], focusedKey: string | null): string | null {
  const start = rows.findIndex((row) => row.key === focusedKey);
  const repeated = [...typed].every((letter) => letter === typed[0]);
  const wanted = (repeated ? (typed[0] ?? '') : typed).toLocaleLowerCase();
  const from = repeated ? start + 1 : Math.max(0, start);
  for (let step = 0; step < rows.length; step += 1) {
    const row = rows[(from + step) % rows.length];
    if (row?.kind !== 'organization') continue;
    const { name, code, pinyinInitials } = row.organization;
    const begins = [name, code, pinyinInitials].some((text) => text.toLocaleLowerCase().startsWith(wanted));
    if (begins) return row.key;
  }
  return null;
}
