import { ChangeMatter } from './change-matter';
import { CheckMatter } from './check-matter';
import { CouncilAgenda } from './council-agenda';
import { ExportMatters } from './export-matters.job';
import { ExportMattersResolver } from './export-matters.resolver';
import { MatterMaterials } from './materials';
import { MatterMutations } from './matter-mutations.resolver';
import { CouncilItemEntity, MatterEntity, MatterMaterialEntity, MatterVersionEntity } from './matter.entity';
import {
  CouncilItemModel,
  MatterAbilitiesModel,
  MatterMaterialModel,
  MatterModel,
  MatterVersionModel,
} from './matter.read-model';
import { MatterResolver } from './matter.resolver';
import { MatterService } from './matter.service';
import './numbered-matters';
import { Splitting } from './splitting';
import { SubmitMatter } from './submit-matter';

export const matterEntities = [MatterEntity, MatterVersionEntity, MatterMaterialEntity, CouncilItemEntity];
export const matterModels = [
  MatterModel,
  MatterAbilitiesModel,
  MatterMaterialModel,
  MatterVersionModel,
  CouncilItemModel,
];

/** Matters on their way to a decision, for the providers of the decisions module. */
export const matterProviders = [
  ChangeMatter,
  CheckMatter,
  CouncilAgenda,
  ExportMatters,
  ExportMattersResolver,
  MatterMaterials,
  MatterMutations,
  MatterResolver,
  MatterService,
  Splitting,
  SubmitMatter,
];
