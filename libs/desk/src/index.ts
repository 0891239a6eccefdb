export { DeskModule } from './desk.module';
export { FileModel, JobModel, NotificationModel } from './desk.read-models';
export { File } from './file.type';
export { Job } from './job.type';
export { deskEntities, viewModels } from './views';
