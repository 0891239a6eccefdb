import { Catalogue } from './catalogue';
import { ActivityTypeEntity, CatalogueTermEntity, VenueEntity } from './catalogue.entities';
import { ActivityTypeModel, CatalogueTermModel, VenueAbilitiesModel, VenueModel } from './catalogue.read-model';
import { CatalogueMutations } from './catalogue-mutations.resolver';
import { CatalogueResolver } from './catalogue.resolver';
import { CatalogueService } from './catalogue.service';
import { CatalogueUses } from './catalogue-use';
import { ChangeCatalogue } from './change-catalogue';
import { VenueMutations } from './venue-mutations.resolver';
import { VenueOccupancy } from './venue-occupancy';
import { VenuesService } from './venues.service';

export const catalogueEntities = [ActivityTypeEntity, CatalogueTermEntity, VenueEntity];
export const catalogueModels = [ActivityTypeModel, CatalogueTermModel, VenueModel, VenueAbilitiesModel];

/** Types, terms and venues, for the providers of the activities module. */
export const catalogueProviders = [
  Catalogue,
  CatalogueMutations,
  CatalogueResolver,
  CatalogueService,
  CatalogueUses,
  ChangeCatalogue,
  VenueMutations,
  VenueOccupancy,
  VenuesService,
];
