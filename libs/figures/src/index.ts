export { defineFigures, figureOf, figureRegister, isRate, type Figure } from './figure';
export { FigureReach, FigureUnit } from './figure.type';
export { Figures, type FigureQuestion } from './figures';
export type { ExactValue } from './decimals';
export type { RowsQuestion } from './counted-rows';
export {
  addressOf,
  type FigureReader,
  type OrganizationsQuestion,
  type OrganizationValue,
} from './organization-values';
export { FiguresModule } from './figures.module';
export { figuresPage } from './figures-page';
export { placesIn } from './places-in';
export { changedSince, Memory, Remembered, type Counting } from './remembered';
