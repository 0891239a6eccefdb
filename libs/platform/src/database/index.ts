export { Database } from './database';
export { PublicRow } from './public-row';
export { systemScope, type PlaceRange, type Scope } from './scope';
export { SnakeNaming } from './snake-naming';
