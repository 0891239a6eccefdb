import { hash, verify } from '@node-rs/argon2';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { randomInt } from 'node:crypto';
import { accessErrors } from './access.errors';
import { isWeak } from './password/weak-passwords';

/** Argon2id as OWASP advises it: 19 MiB, two passes, one lane. The salt is random, 16 bytes. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Characters that cannot be taken for each other when read aloud or from paper. */
const legible = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const least = { administrator: 12, other: 10 } as const;
/** A bound on the work of hashing, not on anybody's imagination. */
export const longestPassword = 200;

/** A password nobody thought of: 16 characters, 92 bits. */
export const randomPassword = (length = 16): string =>
  Array.from({ length }, () => legible[randomInt(legible.length)]).join('');

/** Lengths are counted in characters, not bytes. */
export const isShort = (password: string, administrator: boolean): boolean =>
  [...password].length < shortestPassword(administrator);

export const shortestPassword = (administrator: boolean): number => (administrator ? least.administrator : least.other);

/**
 * @param about what anybody knows of the person: user name, name
 * @throws PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_WEAK
 */
export function checkPassword(password: string, administrator: boolean, about: readonly string[] = []): void {
  if (isShort(password, administrator))
    throw accessErrors.PASSWORD_TOO_SHORT({ least: shortestPassword(administrator) });
  if ([...password].length > longestPassword) throw accessErrors.PASSWORD_TOO_LONG({ most: longestPassword });
  if (isWeak(password, about)) throw accessErrors.PASSWORD_WEAK();
}

/** Hashes and compares passwords. */
@Injectable()
export class Passwords implements OnModuleInit {
  private nobody: Promise<string> | undefined;

  /** Ready before the first unknown name comes, which would take longer otherwise. */
  async onModuleInit(): Promise<void> {
    await this.hashOfNobody();
  }

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFC'), cost);
  }

  /** Whether the password is the one of this hash. Without a hash (an unknown name) it works as long, for nothing. */
  async matches(password: string, known: string | undefined): Promise<boolean> {
    const matched = await this.compare(known ?? (await this.hashOfNobody()), password.normalize('NFC'));
    return matched && known !== undefined;
  }

  /** The costly step, in one place so that a test can count it. */
  protected compare(known: string, password: string): Promise<boolean> {
    return verify(known, password);
  }

  private hashOfNobody(): Promise<string> {
    return (this.nobody ??= this.hash(randomPassword()));
  }
}
