import './minutes.audited';
import './numbered-minutes';
import { AwaitedMinutes } from './minutes-to-sign';
import { ChangeMinutes } from './change-minutes';
import { DueSignatures } from './due-signatures';
import { MinutesEntity, MinutesVersionEntity } from './minutes.entities';
import { MinutesFiles } from './minutes-files';
import { activityMinutes, MinutesAbilitiesModel, MinutesModel, MinutesVersionModel } from './minutes.read-model';
import { ActivityMinutesFields, MinutesResolver } from './minutes.resolver';
import { MinutesService } from './minutes.service';
import { Resolutions } from './resolutions';
import { SignMinutes } from './sign-minutes';
import { Signers } from './signers';

export const minutesEntities = [MinutesEntity, MinutesVersionEntity];
export const minutesModels = [MinutesModel, MinutesAbilitiesModel, MinutesVersionModel, activityMinutes];

/** Minutes and what follows from them, for the providers of the activities module. */
export const minutesProviders = [
  ActivityMinutesFields,
  AwaitedMinutes,
  ChangeMinutes,
  DueSignatures,
  MinutesFiles,
  MinutesResolver,
  MinutesService,
  Resolutions,
  SignMinutes,
  Signers,
];
