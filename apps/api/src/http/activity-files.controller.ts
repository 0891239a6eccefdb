import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Attachments, AttendanceSheets, MinutesFiles, SupervisionFiles } from '@dangwu/activities';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';

/** Files of activities. A link is good for whoever may read the activity at that moment, in a session of their own. */
@Controller('files')
export class ActivityFilesController {
  constructor(
    private readonly attachments: Attachments,
    private readonly minutes: MinutesFiles,
    private readonly sheets: AttendanceSheets,
    private readonly evidence: SupervisionFiles,
  ) {}

  @Requires('activity.read')
  @Get('attachments/:id')
  async attachment(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { file, content } = await this.attachments.open(viewer, id);
    await sendFile(response, file, content);
  }

  /** What came with the report of an item, of a resolution or of a matter: whoever may see the item. */
  @Requires('supervision.own')
  @Get('supervision/:id')
  async supervision(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { file, content } = await this.evidence.open(viewer, id);
    await sendFile(response, file, content);
  }

  /** The roster that is set down, to be filled in and handed in again. */
  @Requires('attendance.record')
  @Get('attendance/:id.xlsx')
  async roster(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { name, content } = await this.sheets.download(viewer, id);
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    await sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
  }

  /** A signed version by its number, or `preview`; as pdf or docx. */
  @Requires('activity.read')
  @Get('minutes/:id/:which.:format')
  async document(
    @Param('id') id: string,
    @Param('which') which: string,
    @Param('format') format: string,
    @CurrentViewer() viewer: Viewer,
    @Res() response: Response,
  ): Promise<void> {
    const { name, type, content } = await this.minutes.make(viewer, id, which, format);
    await sendFile(response, { name, type, size: String(content.length) }, Readable.from([content]));
  }
}
