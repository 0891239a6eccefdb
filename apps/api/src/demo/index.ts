export { loadDemo, loadEmpty } from './load';
