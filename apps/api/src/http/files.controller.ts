import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Config } from '@dangwu/platform/config';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { receiveFile, sendFile } from '@dangwu/platform/http';
import { globalId, localId } from '@dangwu/platform/ids';
import { Controller, Get, Headers, Param, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { requestErrors } from '../graphql/request.errors';

@Controller('files')
export class FilesController {
  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly files: Files,
  ) {}

  /** Multipart, field `file`. The header keeps other sites' forms out: they cannot set one. */
  @Requires('file.use')
  @Post()
  async upload(
    @Req() request: Request,
    @Headers('x-dangwu-csrf') preflight: string | undefined,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ id: string; name: string; size: number }> {
    if (!preflight) throw requestErrors.PREFLIGHT_REQUIRED();
    const { name, content } = await receiveFile(request, this.config.maxFileSize);
    const owner = { accountId: viewer.account.id, associationId: viewer.association.id };
    const file = await this.files.put(content, { name, ...owner });
    return { id: globalId('File', file.id), name: file.name, size: Number(file.size) };
  }

  /** Whoever it was made for; to others there is no such file. */
  @Requires('file.use')
  @Get(':id')
  async download(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const file = await this.files.find(viewer.association.id, localId('File', id));
    if (file.accountId !== viewer.account.id) throw platformErrors.UNKNOWN_ID();
    const content = await this.files.open(file);
    await this.database.transaction(viewer.scope('file.use'), (tx) =>
      this.audit.record(tx, {
        action: 'downloadFile',
        subjectType: 'File',
        subjectId: file.id,
        subjectName: file.name,
        after: { name: file.name, size: Number(file.size) },
      }),
    );
    await sendFile(response, file, content);
  }
}
