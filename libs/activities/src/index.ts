import { ActivityEntity } from './activity/activity.entity';
import { cadenceEntities, cadenceModels } from './cadence';
import { ActivityTypeEntity, CatalogueTermEntity, VenueEntity } from './catalogue/catalogue.entities';
import { ActivityTypeModel } from './catalogue/catalogue.read-model';

export const activitiesEntities = [
  ActivityTypeEntity,
  CatalogueTermEntity,
  VenueEntity,
  ActivityEntity,
  ...cadenceEntities,
];
export const activitiesModels = [ActivityTypeModel, ...cadenceModels];
export { Cadences, ObligationModel, Obligations, ObligationsJob } from './cadence';
export { ActivitiesModule } from './activities.module';
export { Catalogue } from './catalogue/catalogue';
