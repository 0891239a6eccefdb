import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { callerOf, CurrentViewer } from '../current-viewer';
import { Public } from '../requirement';
import { SessionCookie } from '../session-cookie';
import { SignInCookie } from '../sign-in/sign-in-cookie';
import { Viewer } from '../viewer';
import { SingleSignOnCookie } from './single-sign-on-cookie';
import { SingleSignOn } from './single-sign-on.service';

/** Where the provider sends the browser back to. */
@Controller('sso')
export class SingleSignOnController {
  constructor(
    private readonly single: SingleSignOn,
    private readonly cookie: SingleSignOnCookie,
    private readonly sessionCookie: SessionCookie,
    private readonly signInCookie: SignInCookie,
  ) {}

  @Public()
  @Get('callback')
  async callback(@Req() req: Request, @Res() res: Response, @CurrentViewer() viewer: Viewer | null): Promise<void> {
    // the search alone: under which host we are reached is a setting, not what a request says
    const query = req.originalUrl.includes('?') ? req.originalUrl.slice(req.originalUrl.indexOf('?') + 1) : '';
    const { to, outcome } = await this.single.arrive(query, this.cookie.read(req), viewer, callerOf({ req }));
    this.cookie.clear(res);
    if (outcome?.step) {
      if (viewer) this.sessionCookie.clear(res);
      this.signInCookie.set(res, outcome.token, outcome.expiresAt);
    } else if (outcome) {
      this.signInCookie.clear(res);
      this.sessionCookie.set(res, outcome.token, outcome.expiresAt);
    }
    res.setHeader('Cache-Control', 'no-store');
    res.redirect(303, to);
  }
}
