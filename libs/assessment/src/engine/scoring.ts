import type { InputFaultCode } from './fault';
import type { Inputs } from './inputs';
import type { SchemeTree } from './scheme';

/** What is at hand while points are computed. */
export interface Scoring {
  readonly tree: SchemeTree;
  readonly inputs: Inputs;
  /** notes a fault; what it is returned for has no value */
  readonly fault: (code: InputFaultCode, path: string, params?: Readonly<Record<string, string>>) => null;
}
