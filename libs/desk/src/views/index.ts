import { AssociationViewEntity, OrganizationViewEntity, SavedViewEntity } from './saved-view.entity';
import { AssociationViewModel, OrganizationViewModel, SavedViewModel } from './view.read-models';
import { ViewResolver } from './view.resolver';
import { ViewService } from './view.service';

export const deskEntities = [SavedViewEntity, AssociationViewEntity, OrganizationViewEntity];
export const viewModels = [SavedViewModel, AssociationViewModel, OrganizationViewModel];
export const viewProviders = [ViewResolver, ViewService];
