import { fileURLToPath } from 'node:url';
import { Global, Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { Config } from '../config';
import { DiskStore } from './disk-store';
import { FILE_STORE, type FileStore } from './file-store';
import { Files } from './files';
import { S3Store } from './s3-store';

/** The store that the setting FILES_URL names. */
export function fileStore(config: Config): FileStore {
  if (config.filesUrl.startsWith('file:')) return new DiskStore(fileURLToPath(config.filesUrl));
  const { filesUrl: url, filesAccessKey, filesSecretKey, filesRegion: region } = config;
  return new S3Store({ url, accessKey: filesAccessKey ?? '', secretKey: filesSecretKey ?? '', region });
}

@Global()
@Module({
  imports: [AuditModule],
  providers: [Files, { provide: FILE_STORE, inject: [Config], useFactory: fileStore }],
  exports: [Files, FILE_STORE],
})
export class FilesModule {}
