import { ReplayCycle } from './replay-cycle';

export { runAssessment } from './replay.command';
export { ReplayCycle } from './replay-cycle';

/** Cycles computed again, for the providers of the assessment module. */
export const replayProviders = [ReplayCycle];
