export { personalFields, Pii, PiiDirective, type PersonalFieldRow } from './pii';
