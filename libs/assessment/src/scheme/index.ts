import { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme.entity';

export const schemeEntities = [AssessmentSchemeEntity, SchemeVersionEntity];
export const schemeModels = [] as const;

/** Schemes in versions, for the providers of the assessment module. */
export const schemeProviders = [];
