import { IssueSessionDocument } from './issue-session-document';
import { KeptPacks } from './kept-packs';
import './numbered-papers';
import { OpinionsOfMatters } from './opinions-of-matters';
import './papers.audited';
import { PapersResolver } from './papers.resolver';
import { SealImages } from './seal-images';
import { SealImageEntity, SessionDocumentEntity } from './session-document.entity';
import { SealImageModel, SessionDocumentModel, SessionPackModel } from './session-document.read-model';
import { SessionPackEntity } from './session-pack.entity';
import { SessionPapers } from './session-papers';
import { SessionReaders } from './session-readers';

export const papersEntities = [SessionDocumentEntity, SealImageEntity, SessionPackEntity];
export const papersModels = [SessionDocumentModel, SealImageModel, SessionPackModel];

/** Papers of sessions, for the providers of the decisions module. */
export const papersProviders = [
  IssueSessionDocument,
  KeptPacks,
  OpinionsOfMatters,
  PapersResolver,
  SealImages,
  SessionPapers,
  SessionReaders,
];
