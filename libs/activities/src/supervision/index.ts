import './supervision.audited';
import { DueItems } from './due-items';
import { GivenItems } from './given-items';
import { ItemOwners } from './item-owners';
import { ItemSources } from './item-sources';
import { ItemsOfPersons } from './items-of-persons';
import { NamedPeople } from './named-people';
import { OwnItems } from './own-items';
import { SupervisionItemEntity } from './supervision-item.entity';
import { SupervisionItemModel } from './supervision-item.read-model';
import { SupervisionItems } from './supervision-items';
import { SupervisionResolver } from './supervision.resolver';

export const supervisionEntities = [SupervisionItemEntity];
export const supervisionModels = [SupervisionItemModel];

/** What is to be carried out, for the providers of the activities module. */
export const supervisionProviders = [
  DueItems,
  GivenItems,
  ItemOwners,
  ItemSources,
  ItemsOfPersons,
  NamedPeople,
  OwnItems,
  SupervisionItems,
  SupervisionResolver,
];
