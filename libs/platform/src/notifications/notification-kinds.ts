import type { LocalText } from '../text';

/** A notification's words; `{name}` is filled from its parameters. */
export interface NotificationKind {
  readonly title: LocalText;
  readonly text: LocalText;
}

const kinds = new Map<string, NotificationKind>();

/**
 * The notifications of one library, by stable name: `defineNotifications({ IMPORT_READ: { title, text } })`.
 * @returns the same record, so that the names are typed where they are used
 */
export function defineNotifications<const K extends Record<string, NotificationKind>>(definitions: K): K {
  for (const [name, kind] of Object.entries(definitions)) {
    const known = kinds.get(name);
    if (known && JSON.stringify(known) !== JSON.stringify(kind))
      throw new Error(`The notification ${name} is defined twice`);
    kinds.set(name, kind);
  }
  return definitions;
}

/** @throws Error for a name that no library defines: a mistake of ours, not of a caller */
export function notificationKind(name: string): NotificationKind {
  const kind = kinds.get(name);
  if (!kind) throw new Error(`No library defines the notification ${name}`);
  return kind;
}
