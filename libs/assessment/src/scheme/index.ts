import './scheme.audited';
import { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme.entity';
import { Schemes } from './schemes';

export const schemeEntities = [AssessmentSchemeEntity, SchemeVersionEntity];
export const schemeModels = [] as const;

/** Schemes in versions, for the providers of the assessment module. */
export const schemeProviders = [Schemes];
