import './minutes.audited';
import { ChangeMinutes } from './change-minutes';
import { MinutesEntity, MinutesVersionEntity, ResolutionEntity } from './minutes.entities';
import { MinutesFiles } from './minutes-files';
import {
  activityMinutes,
  MinutesAbilitiesModel,
  MinutesModel,
  MinutesVersionModel,
  ResolutionModel,
} from './minutes.read-model';
import { ActivityMinutesFields, MinutesResolver } from './minutes.resolver';
import { MinutesService } from './minutes.service';
import { Resolutions } from './resolutions';
import { SignMinutes } from './sign-minutes';

export const minutesEntities = [MinutesEntity, MinutesVersionEntity, ResolutionEntity];
export const minutesModels = [
  MinutesModel,
  MinutesAbilitiesModel,
  MinutesVersionModel,
  ResolutionModel,
  activityMinutes,
];

/** Minutes and what follows from them, for the providers of the activities module. */
export const minutesProviders = [
  ActivityMinutesFields,
  ChangeMinutes,
  MinutesFiles,
  MinutesResolver,
  MinutesService,
  Resolutions,
  SignMinutes,
];
