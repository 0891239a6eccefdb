export { connectionOf, PageArguments, PageInfo, type ConnectionOf } from './connection';
export { LocalText } from './local-text.type';
export { Node } from './node.type';
export { DateScalar, DateTimeScalar, isDay } from './scalars';
