import './supervision.audited';
import { DueItems } from './due-items';
import { GivenItems } from './given-items';
import { ItemOwners } from './item-owners';
import { ItemSources } from './item-sources';
import { ItemsOfPersons } from './items-of-persons';
import { NamedPeople } from './named-people';
import { OwnItems } from './own-items';
import { SupervisionFileEntity } from './supervision-file.entity';
import { SupervisionFiles } from './supervision-files';
import { SupervisionItemEntity } from './supervision-item.entity';
import { SupervisionFileModel, SupervisionItemModel } from './supervision-item.read-model';
import { SupervisionItems } from './supervision-items';
import { SupervisionResolver } from './supervision.resolver';

export const supervisionEntities = [SupervisionItemEntity, SupervisionFileEntity];
export const supervisionModels = [SupervisionItemModel, SupervisionFileModel];

/** What is to be carried out, for the providers of the activities module. */
export const supervisionProviders = [
  DueItems,
  GivenItems,
  ItemOwners,
  ItemSources,
  ItemsOfPersons,
  NamedPeople,
  OwnItems,
  SupervisionFiles,
  SupervisionItems,
  SupervisionResolver,
];
