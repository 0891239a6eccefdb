import type { Config } from '@dangwu/platform/config';
import type { CookieOptions, Request, Response } from 'express';

/** A cookie that holds one of our tokens and that no script of a page sees. */
export abstract class TokenCookie {
  /** Under https the prefix makes browsers refuse one set by a neighbouring host or without Secure. */
  readonly name: string;
  private readonly options: CookieOptions;

  constructor(config: Config, name: string) {
    this.name = config.secure ? `__Host-${name}` : name;
    this.options = { httpOnly: true, sameSite: 'lax', secure: config.secure, path: '/' };
  }

  /** The token of a request; undefined when it brings none of the right form. */
  read(req: Pick<Request, 'headers'>): string | undefined {
    for (const pair of req.headers.cookie?.split(';') ?? []) {
      const [name, value] = pair.trim().split('=', 2);
      if (name === this.name && value && /^[\w-]{43}$/.test(value)) return value;
    }
    return undefined;
  }

  set(res: Response, token: string, expires: Date): void {
    res.cookie(this.name, token, { ...this.options, expires });
  }

  clear(res: Response): void {
    res.clearCookie(this.name, this.options);
  }
}
