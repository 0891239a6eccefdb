import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { MatterExports, MatterMaterials } from '@dangwu/decisions';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';

/** Materials of matters. A link is good for whoever may read the matter at that moment, in a session of their own. */
@Controller('files')
export class MatterFilesController {
  constructor(
    private readonly materials: MatterMaterials,
    private readonly exports: MatterExports,
  ) {}

  @Requires('matter.read')
  @Get('matters/:id')
  async material(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { file, content } = await this.materials.open(viewer, id);
    await sendFile(response, file, content);
  }

  /** The whole file of a matter, for people outside to verify. */
  @Requires('matter.read')
  @Get('matters/:id/export.zip')
  async export(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { content, ...file } = await this.exports.open(viewer, id);
    await sendFile(response, { ...file, size: null }, content);
  }
}
