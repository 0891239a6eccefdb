import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Rooms } from '@dangwu/decisions';
import { sendFile } from '@dangwu/platform/http';
import { Controller, Get, Param, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readable } from 'node:stream';

/** Published lists of secret votes, byte for byte as they are hashed, for whoever sees the room they were cast in. */
@Controller('files')
export class BallotFilesController {
  constructor(private readonly rooms: Rooms) {}

  @Requires('session.own')
  @Get('ballots/:id.json')
  async list(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const { name, content } = await this.rooms.published(viewer, id);
    await sendFile(
      response,
      { name, type: 'application/json', size: String(content.length) },
      Readable.from([content]),
    );
  }
}
