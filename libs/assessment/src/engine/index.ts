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
export { explain, type Terms } from './explain';
export { explainRanking } from './explain-ranking';
export type { Language } from './explain-words';
export { type ComparisonGroup, type Place, rank, type Ranking, type Tie, type TieStep } from './rank';
