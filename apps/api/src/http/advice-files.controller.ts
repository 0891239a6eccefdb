import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { MatterReportFiles, OwnAdviceList } from '@dangwu/decisions';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';

/** Files of opinions on matters and of reports back; materials for whoever is asked for an opinion. */
@Controller('files')
export class AdviceFilesController {
  constructor(
    private readonly advice: OwnAdviceList,
    private readonly reports: MatterReportFiles,
  ) {}

  @Requires('advice.own')
  @Get('advice-materials/:id')
  async material(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { file, content } = await this.advice.material(viewer, id);
    await sendFile(response, file, content);
  }

  @Requires('advice.own')
  @Get('advice/:id')
  async opinion(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { file, content } = await this.advice.file(viewer, id);
    await sendFile(response, file, content);
  }

  @Requires('matter.read')
  @Get('matter-reports/:id')
  async report(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { file, content } = await this.reports.open(viewer, id);
    await sendFile(response, file, content);
  }
}
