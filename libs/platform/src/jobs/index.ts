export { JobEntity, type JobState } from './job.entity';
export { JobHandlers, JobStopped, type JobContext, type JobHandler, type JobOutcome } from './job-handlers';
export { Jobs, type NewJob } from './jobs';
export { jobErrors } from './jobs.errors';
export { JobsModule } from './jobs.module';
