export { fuzzInputs, type FuzzInput } from './fuzz-inputs';
export { FuzzValues, Ids, type Mode } from './fuzz-values';
export { deep, hostileTexts } from './hostile-values';
export { judge, type Verdict } from './judge';
export { Random } from './random';
