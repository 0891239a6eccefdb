export { globalId, localId, newId, typeOfId } from './ids';
