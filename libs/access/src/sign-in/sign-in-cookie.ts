import { Config } from '@dangwu/platform/config';
import { Injectable } from '@nestjs/common';
import { TokenCookie } from '../token-cookie';

/** The cookie of a sign-in that has further steps. It opens nothing. */
@Injectable()
export class SignInCookie extends TokenCookie {
  constructor(config: Config) {
    super(config, 'dangwu_sign_in');
  }
}
