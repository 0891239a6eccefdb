import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { MatterMaterials } from '@dangwu/decisions';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';

/** Materials of matters. A link is good for whoever may read the matter at that moment, in a session of their own. */
@Controller('files')
export class MatterFilesController {
  constructor(private readonly materials: MatterMaterials) {}

  @Requires('matter.read')
  @Get('matters/:id')
  async material(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { file, content } = await this.materials.open(viewer, id);
    await sendFile(response, file, content);
  }
}
