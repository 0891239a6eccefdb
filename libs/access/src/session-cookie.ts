import { Config } from '@dangwu/platform/config';
import { Injectable } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';

/** The cookie that carries a session. */
@Injectable()
export class SessionCookie {
  /** Under https the prefix makes browsers refuse one set by a neighbouring host or without Secure. */
  readonly name: string;
  private readonly options: CookieOptions;

  constructor(config: Config) {
    this.name = config.secure ? '__Host-dangwu_session' : 'dangwu_session';
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
