export { writeEventStream } from './event-stream';
export { EventsModule } from './events.module';
export { LiveEvents, type LiveEvent, type Publication } from './live-events';
