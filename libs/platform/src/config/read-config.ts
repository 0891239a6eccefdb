import { existsSync } from 'node:fs';
import { Config } from './config';

/**
 * The settings of this process: the environment, and what a file `.env` in the working folder adds to it.
 * The only place that reads the environment.
 *
 * @throws ConfigError
 */
export function readConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return new Config(process.env);
}
