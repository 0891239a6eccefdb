import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { LetterFiles } from '@dangwu/assessment';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';

/** Letters and notices of assessments as files. A link is good for whoever may see that at that moment. */
@Controller('files')
export class AssessmentFilesController {
  constructor(private readonly files: LetterFiles) {}

  /** What one of the assessed was told of its result, pdf or docx; a draft for whoever conducts the cycle. */
  @Requires('assessment.export')
  @Get('assessment-letters/:id.:format')
  async letter(
    @Param('id') id: string,
    @Param('format') format: string,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type, content } = await this.files.letter(viewer, id, format);
    await sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
  }

  /** The public notice of a cycle, pdf or docx, for everybody. */
  @Requires('scheme.read')
  @Get('assessment-cycles/:id/notice.:format')
  async notice(
    @Param('id') id: string,
    @Param('format') format: string,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type, content } = await this.files.notice(viewer, id, format);
    await sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
  }
}
