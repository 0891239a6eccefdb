export { checkScheme, type FigureTable } from './check-scheme';
export { compute } from './compute';
export { canonical, digest } from './digest';
export type { Fault, InputFault, InputFaultCode, SchemeFaultCode } from './fault';
export {
  type FigureInput,
  type Inputs,
  type Moderation,
  noInputs,
  type Occurrence,
  type Score,
  type Subject,
} from './inputs';
export type { Shown } from './ratio';
export type * from './result';
export type * from './scheme';
export { isWeighted, nodesOf } from './scheme';
