import { createHash } from 'node:crypto';

/** What stands for a list of files: the hash of the list as sha256sum writes it, in their order; null: there are none. */
export function attachmentsHash(files: readonly { readonly name: string; readonly sha256: string }[]): string | null {
  if (files.length === 0) return null;
  const list = files.map(({ name, sha256 }) => `${sha256}  ${name}\n`).join('');
  return createHash('sha256').update(list).digest('hex');
}
