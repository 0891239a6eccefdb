import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { LiveEvents, writeEventStream } from '@dangwu/platform/events';
import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';

/** What happened to the viewer's things, as server-sent events: only what kind and which, never contents. */
@Controller('events')
export class EventsController {
  constructor(private readonly events: LiveEvents) {}

  @Requires('notification.read')
  @Get()
  stream(@CurrentViewer() viewer: Viewer, @Req() request: Request, @Res() response: Response): Promise<void> {
    return writeEventStream(request, response, this.events.stream(viewer.account.id, viewer.association.id));
  }
}
