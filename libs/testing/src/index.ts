export * from './fuzz';
export { createWorld, Refused, World, type Actor, type Client, type WorldOptions } from './world';
export { testDatabase } from './test-database';
