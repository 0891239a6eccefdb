import './cadence.audited';
import { CadenceChecks } from './cadence-checks';
import { CadenceEntity } from './cadence.entity';
import { CadenceMutations } from './cadence-mutations.resolver';
import { CadencePlans } from './cadence-plans';
import { CadencePreviews } from './cadence-preview';
import { CadenceResolver } from './cadence.resolver';
import { Cadences } from './cadences';
import { ComplianceBoards } from './compliance-board';
import { DerivedObligations } from './derived-obligations';
import { HouseCadences } from './house-cadences';
import { ObligationCounts } from './obligation-counts';
import { ObligationEntity } from './obligation.entity';
import {
  CadenceModel,
  ObligationAbilitiesModel,
  ObligationActorsModel,
  ObligationModel,
} from './obligation.read-model';
import { Obligations } from './obligations';
import { OrganizationTimelines } from './organization-timelines';
import { Waivers } from './waivers';

export const cadenceEntities = [CadenceEntity, ObligationEntity];
export const cadenceModels = [CadenceModel, ObligationModel, ObligationAbilitiesModel, ObligationActorsModel];
export const cadenceOffered = [Cadences, ObligationCounts, Obligations];
export const cadenceProviders = [
  ...cadenceOffered,
  CadenceChecks,
  CadenceMutations,
  CadencePlans,
  CadencePreviews,
  CadenceResolver,
  ComplianceBoards,
  DerivedObligations,
  HouseCadences,
  OrganizationTimelines,
  Waivers,
];
export { CadenceEntity, Cadences, ObligationCounts, ObligationEntity, ObligationModel, Obligations };
