import { IssueSessionDocument } from './issue-session-document';
import './numbered-papers';
import { OpinionsOfMatters } from './opinions-of-matters';
import './papers.audited';
import { PapersResolver } from './papers.resolver';
import { SealImages } from './seal-images';
import { SealImageEntity, SessionDocumentEntity } from './session-document.entity';
import { SealImageModel, SessionDocumentModel } from './session-document.read-model';
import { SessionPapers } from './session-papers';
import { SessionReaders } from './session-readers';

export const papersEntities = [SessionDocumentEntity, SealImageEntity];
export const papersModels = [SessionDocumentModel, SealImageModel];

/** Papers of sessions, for the providers of the decisions module. */
export const papersProviders = [
  IssueSessionDocument,
  OpinionsOfMatters,
  PapersResolver,
  SealImages,
  SessionPapers,
  SessionReaders,
];
