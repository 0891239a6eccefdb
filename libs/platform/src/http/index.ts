export { Health, type Readiness } from './health';
export { HttpModule } from './http.module';
export { logDestination, loggerOptions, redaction, requestLog, urgent } from './logging';
export { Metrics } from './metrics';
export { receiveFile, type ReceivedFile } from './receive-file';
export { note, noteRefusal } from './request-notes';
export { requestId } from './request-id';
export { sendFile } from './send-file';
export { SqlLogger } from './sql-logger';
