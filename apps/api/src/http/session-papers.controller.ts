import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { SessionBody, SessionDocumentKind, SessionPapers, type MadePaper } from '@dangwu/decisions';
import { platformErrors } from '@dangwu/platform/errors';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';

/** Papers of sessions: for whoever may read the session, and whoever sits in it once it was called. */
@Controller('files')
export class SessionPapersController {
  constructor(private readonly papers: SessionPapers) {}

  /** Notice, agenda and all materials as one PDF; an earlier one by its version. */
  @Requires('session.own')
  @Get('sessions/:id/pack.pdf')
  async pack(
    @Param('id') id: string,
    @Query('version') version: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    if (version !== undefined && !/^[1-9]\d{0,3}$/.test(version)) throw platformErrors.UNKNOWN_ID();
    await send(response, await this.papers.pack(viewer, id, version === undefined ? null : Number(version)));
  }

  /** A draft of what may be issued, without a number; nothing is written. */
  @Requires('session.conduct')
  @Get('sessions/:id/preview/:kind.pdf')
  async preview(
    @Param('id') sessionId: string,
    @Param('kind') kind: string,
    @Query('body') body: string | undefined,
    @Query('item') itemId: string | undefined,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    if (!isDocumentKind(kind) || (body !== undefined && !isSessionBody(body))) throw platformErrors.UNKNOWN_ID();
    await send(response, await this.papers.preview(viewer, { sessionId, kind, body, itemId }));
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
    await send(response, await this.papers.document(viewer, id, format));
  }
}

const isDocumentKind = (kind: string): kind is SessionDocumentKind => Object.hasOwn(SessionDocumentKind, kind);
const isSessionBody = (body: string): body is SessionBody => Object.hasOwn(SessionBody, body);

const send = (response: Response, { name, type, content }: MadePaper): Promise<void> =>
  sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
