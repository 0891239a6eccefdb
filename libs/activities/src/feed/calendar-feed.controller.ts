import { Public } from '@dangwu/access';
import { platformErrors } from '@dangwu/platform/errors';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { createHash } from 'node:crypto';
import { writeCalendar } from './calendar-writer';
import { FeedEntries } from './feed-entries';

const address = /^([\w-]{43})\.ics$/;

/** What calendar programs read. The address is the key: no cookie, no session, and nothing but activities behind it. */
@Controller('calendar')
export class CalendarFeedController {
  constructor(private readonly entries: FeedEntries) {}

  @Public()
  @Get(':file')
  async read(@Param('file') file: string, @Req() request: Request, @Res() response: Response): Promise<void> {
    const [, token] = address.exec(file) ?? [];
    const found = token && (await this.entries.of(token));
    // what never was, was revoked, or belongs to an account that is disabled are told alike
    if (!found) throw platformErrors.UNKNOWN_ID();
    const text = writeCalendar({ name: `党务：${found.viewer.association.name}`, entries: found.entries });
    const tag = `"${createHash('sha256').update(text).digest('base64url')}"`;
    response.setHeader('ETag', tag);
    response.setHeader('Cache-Control', 'private, no-cache');
    if (has(request.headers['if-none-match'], tag)) return void response.status(304).end();
    response.setHeader('Content-Type', 'text/calendar; charset=utf-8');
    response.setHeader('Content-Disposition', 'inline; filename="dangwu.ics"');
    response.send(text);
  }
}

/** Whether the caller has this already; a proxy that compresses marks the tag as weak. */
const has = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
