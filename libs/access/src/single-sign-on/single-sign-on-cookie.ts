import { Config } from '@dangwu/platform/config';
import { Injectable } from '@nestjs/common';
import { TokenCookie } from '../token-cookie';

/** Binds the way to the provider and back to one browser, so that nobody is signed in by somebody else’s answer. */
@Injectable()
export class SingleSignOnCookie extends TokenCookie {
  constructor(config: Config) {
    super(config, 'dangwu_sso');
  }
}
