import { MasterKeys } from '@dangwu/platform/keys';
import { Injectable } from '@nestjs/common';
import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** A code on the screen gives way to the next after so long. */
export const codeSeconds = 15;
/** So many codes before the present one are still taken: the page has to load, and a finger to find the button. */
const stillTaken = 3;

/** The codes on the screen of a room: the number of the time step, and its HMAC under a key of the activity alone. */
@Injectable()
export class SignInCodes {
  constructor(private readonly masterKeys: MasterKeys) {}

  async code(activityId: string, now: Date): Promise<{ readonly code: string; readonly changesAt: Date }> {
    const step = stepOf(now);
    return {
      code: `${step.toString(36)}-${await this.mark(activityId, step)}`,
      changesAt: new Date((step + 1) * codeSeconds * 1000),
    };
  }

  /** What is wrong with a code; null: it is one of those of this minute. */
  async fault(activityId: string, code: string, now: Date): Promise<'WRONG' | 'OLD' | null> {
    const [, step, mark] = /^([0-9a-z]{1,9})-([\w-]{22})$/.exec(code) ?? [];
    if (!step || !mark) return 'WRONG';
    const of = Number.parseInt(step, 36);
    const right = await this.mark(activityId, of);
    if (!timingSafeEqual(Buffer.from(mark), Buffer.from(right))) return 'WRONG';
    const age = stepOf(now) - of;
    // a clock of another process may be a step ahead
    return age > stillTaken || age < -1 ? 'OLD' : null;
  }

  private async mark(activityId: string, step: number): Promise<string> {
    const { key } = await this.masterKeys.current();
    const own = Buffer.from(hkdfSync('sha256', key, activityId, 'dangwu sign-in codes', 32));
    return createHmac('sha256', own).update(String(step)).digest('base64url').slice(0, 22);
  }
}

const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / codeSeconds);
