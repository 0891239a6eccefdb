import { Config } from '@dangwu/platform/config';
import { Injectable } from '@nestjs/common';
import { TokenCookie } from './token-cookie';

/** The cookie that carries a session. */
@Injectable()
export class SessionCookie extends TokenCookie {
  constructor(config: Config) {
    super(config, 'dangwu_session');
  }
}
