import { ChangeSchemes } from './change-schemes';
import { CompareSchemes } from './compare-schemes';
import { DraftSchemes } from './draft-schemes';
import { KnownSchemes } from './known-schemes';
import { PreviewSchemes } from './preview-schemes';
import { PublishSchemes } from './publish-schemes';
import './scheme.audited';
import { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme.entity';
import { SchemeMutations } from './scheme-mutations.resolver';
import { AssessmentSchemeModel, SchemeDraftModel, SchemeVersionModel } from './scheme.read-model';
import { SchemeResolver } from './scheme.resolver';
import { Schemes } from './schemes';

export const schemeEntities = [AssessmentSchemeEntity, SchemeVersionEntity];
export const schemeModels = [AssessmentSchemeModel, SchemeDraftModel, SchemeVersionModel] as const;

/** Schemes in versions, for the providers of the assessment module. */
export const schemeProviders = [
  ChangeSchemes,
  CompareSchemes,
  DraftSchemes,
  KnownSchemes,
  PreviewSchemes,
  PublishSchemes,
  SchemeMutations,
  SchemeResolver,
  Schemes,
];
