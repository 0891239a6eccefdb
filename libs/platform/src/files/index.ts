export { FileEntity } from './file.entity';
export { allowedExtensions, safeName } from './file-types';
export { FILE_STORE, type FileStore } from './file-store';
export { fileErrors } from './files.errors';
export { Files, type NewFile } from './files';
export { FilesModule } from './files.module';
