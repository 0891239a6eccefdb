import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { DispatchAttachments, DispatchFiles } from '@dangwu/decisions';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';

/** Requests and reports as files. A link is good for whoever may read it at that moment, in a session of their own. */
@Controller('files')
export class DispatchFilesController {
  constructor(
    private readonly files: DispatchFiles,
    private readonly attachments: DispatchAttachments,
  ) {}

  /** As it is printed, pdf or docx. */
  @Requires('dispatch.read')
  @Get('dispatches/:id/document.:format')
  async document(
    @Param('id') id: string,
    @Param('format') format: string,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type, content } = await this.files.make(viewer, id, format);
    await sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
  }

  /** A file of one, or of its receipt, reply or follow-up. */
  @Requires('dispatch.read')
  @Get('dispatches/:id')
  async attachment(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { file, content } = await this.attachments.open(viewer, id);
    await sendFile(response, file, content);
  }
}
