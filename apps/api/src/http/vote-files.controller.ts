import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { OwnAssessmentVotes } from '@dangwu/assessment';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';

/** Published lists of votes of assessments, byte for byte as they are hashed, for voters and whoever conducts the cycle. */
@Controller('files')
export class VoteFilesController {
  constructor(private readonly votes: OwnAssessmentVotes) {}

  @Requires('assessment.score')
  @Get('assessment-votes/:id.json')
  async list(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { name, content } = await this.votes.published(viewer, id);
    await sendFile(
      response,
      { name, type: 'application/json', size: String(content.length) },
      Readable.from([content]),
    );
  }
}
