import { ExportEvidence } from './export-evidence';
import { IssueLetters } from './issue-letters';
import { LetterFiles } from './letter-files';
import './letter.audited';
import { AssessmentLetterEntity } from './letter.entity';
import { AssessmentLetterModel } from './letter.read-model';
import { LetterResolver } from './letter.resolver';
import './numbered-letters';

export { IssueLetters } from './issue-letters';
export { LetterFiles } from './letter-files';

export const letterEntities = [AssessmentLetterEntity];
export const letterModels = [AssessmentLetterModel] as const;

/** Letters and files of cycles, for the providers of the assessment module. */
export const letterProviders = [ExportEvidence, IssueLetters, LetterFiles, LetterResolver];
