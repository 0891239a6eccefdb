import type { Definition } from './permission-definition';
import { permissions, type Permission } from './permissions';

/** The same data for readers that do not know the key beforehand. */
export const vocabulary: ReadonlyMap<string, Definition & { readonly key: Permission }> = new Map(
  Object.entries<Definition>(permissions).map(([key, value]) => [key, { ...value, key: key as Permission }]),
);

/** Its definition. @throws Error for a key that is not in the vocabulary: a fault of the caller's code */
export function permission(key: string): Definition & { readonly key: Permission } {
  const found = vocabulary.get(key);
  if (!found) throw new Error(`There is no permission "${key}" in the vocabulary`);
  return found;
}

/** The permission itself and all it includes, transitively. */
export function included(key: string): ReadonlySet<Permission> {
  const all = new Set<Permission>();
  const add = (each: string): void => {
    const found = permission(each);
    if (all.has(found.key)) return;
    all.add(found.key);
    found.includes?.forEach(add);
  };
  add(key);
  return all;
}
