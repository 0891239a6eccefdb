import { DocumentNumberEntity } from './document-number.entity';

/** Tables of this area, for the data source. */
export const documentEntities = [DocumentNumberEntity];

export type { Booklet, BookletPart, EnclosedFile, LeftOut, Sheet } from './booklet/booklet';
export { leftOutWords } from './booklet/booklet';
export { pictureSides } from './booklet/image-size';
export { makeBooklet, type MadeBooklet } from './booklet/make-booklet';
export { DocumentNumberEntity, type DocumentKind } from './document-number.entity';
export { DocumentNumbers, type Numbered } from './document-numbers';
export { DocumentsModule } from './documents.module';
export { defineNumberedKind, factOf, isShown, type NumberedKind } from './numbered-kinds';
export { layout } from './layout';
export {
  dayInWords,
  numberInWords,
  ordinalInWords,
  sealNote,
  type Block,
  type OfficialDocument,
  type Run,
  type SealImage,
  type Signature,
} from './official-document';
export { toPdf } from './to-pdf';
export { toWord } from './to-word';
