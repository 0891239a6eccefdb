export { Config, logLevels } from './config';
export { ConfigModule } from './config.module';
export { readConfig } from './read-config';
export { ConfigError, type Environment } from './setting-reader';
export type { SingleSignOnSettings } from './single-sign-on-settings';
