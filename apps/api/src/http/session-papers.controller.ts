import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { SessionPapers } from '@dangwu/decisions';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';

/** Papers of sessions: for whoever may read the session, and whoever sits in it once it was called. */
@Controller('files')
export class SessionPapersController {
  constructor(private readonly papers: SessionPapers) {}

  /** Notice, agenda and all materials as one PDF. */
  @Requires('session.own')
  @Get('sessions/:id/pack.pdf')
  async pack(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { name, type, content } = await this.papers.pack(viewer, id);
    await sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
  }

  /** What was issued, as pdf or docx; an opinion also for whoever may read the matter. */
  @Requires('session.own')
  @Get('session-documents/:id.:format')
  async document(
    @Param('id') id: string,
    @Param('format') format: string,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type, content } = await this.papers.document(viewer, id, format);
    await sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
  }
}
