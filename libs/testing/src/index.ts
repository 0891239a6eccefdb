export { Imports, type Batch } from './imports';
export { Browser } from './browser';
export { startIdentityProvider, type IdentityProviderDouble } from './identity-provider';
export * from './fuzz';
export { createWorld, Refused, World, type Actor, type Client, type WorldOptions } from './world';
export { inject, type MadeInjection } from './made/inject';
export { madeFile, type MadeKind, type MadeLine } from './made/made-workbook';
export { Random } from './made/random';
export { testDatabase } from './test-database';
