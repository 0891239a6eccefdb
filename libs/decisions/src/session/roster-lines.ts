import { SessionBody } from './session.enums';

/** Somebody on a roster as it was read or found. */
export interface RosterPerson {
  readonly name: string;
  readonly post: string;
  readonly chair: boolean;
  readonly memberId: string | null;
  readonly accountId: string | null;
}

const presides = /^(会长|理事长|主席)$/;

/**
 * Names as they are pasted from a list, one a line, the post behind a gap or a comma. Who presides is who has such a post,
 * else the first.
 */
export function rosterLines(text: string): { name: string; post: string; chair: boolean }[] {
  const people = text
    .split(/\r?\n/)
    // numbers before names come along from lists
    .map((line) => line.trim().replace(/^\d+\s*[.．、)）]\s*/, ''))
    .filter(Boolean)
    .map((line) => {
      const [name = '', ...rest] = line.split(/[\s,，、;；\t]+/);
      return { name, post: rest.join(' ') };
    });
  const first = people.findIndex(({ post }) => presides.test(post));
  const chairs = first === -1 ? 0 : first;
  return people.map((person, i) => ({ ...person, chair: i === chairs }));
}

/** Who sits in the council and in the party body is one person: the same member votes by the same account. */
export function joined(
  lines: readonly { name: string; post: string; chair: boolean }[],
  party: readonly RosterPerson[],
): RosterPerson[] {
  return lines.map((line) => {
    const same = party.filter(({ name }) => name === line.name);
    const known = same.length === 1 ? same[0] : undefined;
    return { ...line, memberId: known?.memberId ?? null, accountId: known?.accountId ?? null };
  });
}

/** What is wrong with a roster before it is saved. */
export function rosterFault(people: readonly RosterPerson[]): 'EMPTY' | 'CHAIR' | { readonly twice: string } | null {
  if (people.length === 0) return 'EMPTY';
  if (people.filter(({ chair }) => chair).length !== 1) return 'CHAIR';
  const seen = new Set<string>();
  for (const { name, memberId, accountId } of people) {
    for (const key of [memberId && `member ${memberId}`, accountId && `account ${accountId}`]) {
      if (!key) continue;
      if (seen.has(key)) return { twice: name };
      seen.add(key);
    }
  }
  return null;
}

export const sessionBodies: readonly SessionBody[] = [SessionBody.PARTY, SessionBody.COUNCIL];
