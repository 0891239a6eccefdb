export { Browser } from './browser';
export { startIdentityProvider, type IdentityProviderDouble } from './identity-provider';
export { createWorld, Refused, World, type Actor, type Client, type WorldOptions } from './world';
export { testDatabase } from './test-database';
