import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { platformErrors } from '@dangwu/platform/errors';
import { Files } from '@dangwu/platform/files';
import { globalId, localId } from '@dangwu/platform/ids';
import { Controller, Get, Headers, Param, Post, Res, UploadedFile, UseInterceptors } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Response } from 'express';
import { memoryStorage } from 'multer';
import { requestErrors } from '../graphql/request.errors';

/** The largest file one can upload, in bytes; `Files` checks its own limit again. */
const largest = 20 * 1024 * 1024;

@Controller('files')
export class FilesController {
  constructor(private readonly files: Files) {}

  /** Multipart, field `file`. The header keeps other sites' forms out: they cannot set one. */
  @Requires('file.use')
  @Post()
  @UseInterceptors(FileInterceptor('file', { storage: memoryStorage(), limits: { fileSize: largest, files: 1 } }))
  async upload(
    @UploadedFile() file: { buffer: Buffer; originalname: string } | undefined,
    @Headers('x-dangwu-csrf') preflight: string | undefined,
    @CurrentViewer() viewer: Viewer,
  ): Promise<{ id: string; name: string; size: number }> {
    if (!preflight) throw requestErrors.PREFLIGHT_REQUIRED();
    if (!file) throw requestErrors.BAD_REQUEST();
    // multer reads names as latin1; browsers send UTF-8
    const name = Buffer.from(file.originalname, 'latin1').toString('utf8');
    const owner = { accountId: viewer.account.id, associationId: viewer.association.id };
    const kept = await this.files.put(file.buffer, { name, ...owner });
    return { id: globalId('File', kept.id), name: kept.name, size: Number(kept.size) };
  }

  @Requires('file.use')
  @Get(':id')
  async download(@Param('id') id: string, @CurrentViewer() viewer: Viewer, @Res() response: Response): Promise<void> {
    const file = await this.files.find(viewer.association.id, localId('File', id));
    if (file.accountId !== viewer.account.id) throw platformErrors.UNKNOWN_ID();
    const content = await this.files.open(file);
    response.setHeader('Content-Type', file.type);
    response.setHeader('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'private, no-store');
    content.pipe(response);
  }
}
