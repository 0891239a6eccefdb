export { Area, type Place, type Range } from './area';
export type { Tree } from './catalog/catalog';
export {
  after,
  aggregate,
  asc,
  column,
  count,
  desc,
  extendModel,
  many,
  masked,
  one,
  oneOf,
  readModel,
  reference,
  related,
  sameRow,
  type Expression,
  type Filter,
  type ReadModel,
  type Row,
  type Rows,
} from './declare';
export { holding } from './dated';
export { ReadInputError, type ReadInputReason } from './errors';
export { among, atLeast, before, containsText, equals, searches, startsWith } from './filters';
export type { LoggedStatement, ReaderOptions } from './plans';
export { Reader, type Connection, type Database, type PageArgs, type PageInfo, type ReadArgs } from './reader';
export type { ReadViewer } from './run';
export { sql, type Param, type Sql } from './sql';
export { isTextWanted, NoText } from './text';
export { shortWay, TextQuery } from './text-query';
export { unchanging, written } from './written';
