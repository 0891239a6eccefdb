export { loadDemo } from './load';
