export { defineFigures, figureOf, figureRegister, type Figure } from './figure';
export { FigureUnit } from './figure.type';
export { Figures, type FigureQuestion } from './figures';
export { FiguresModule } from './figures.module';
export { figuresPage } from './figures-page';
export { placesIn } from './places-in';
export { changedSince, Memory, Remembered, type Counting } from './remembered';
