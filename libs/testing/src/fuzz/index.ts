export { FuzzRun, type FuzzReport } from './fuzz-run';
export { deep, hostileTexts } from './hostile-values';
export { judge } from './judge';
