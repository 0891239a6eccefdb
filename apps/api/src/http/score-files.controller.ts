import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { ScoreSource, ScoreWorkbooks } from '@dangwu/assessment';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, ParseEnumPipe, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';

/** Sheets of assessments as files. A link is good for whoever fills them in at that moment, in a session of their own. */
@Controller('files')
export class ScoreFilesController {
  constructor(private readonly workbooks: ScoreWorkbooks) {}

  /** All that somebody scores in a cycle, to be filled in and handed in again. */
  @Requires('assessment.score')
  @Get('assessment-scores/:cycleId/:as.xlsx')
  async workbook(
    @Param('cycleId') cycleId: string,
    @Param('as', new ParseEnumPipe(ScoreSource)) as: ScoreSource,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { name, content } = await this.workbooks.download(viewer, cycleId, as);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
  }
}
