import './advice.audited';
import { MatterAdviceEntity } from './advice.entity';
import { MatterAdviceModel } from './advice.read-model';
import { AdviceResolver } from './advice.resolver';
import { AnswerAdvice } from './answer-advice';
import { AskAdvice } from './ask-advice';
import { AskedPeople } from './asked-people';
import { DueAdvice } from './due-advice';
import { OwnAdviceList } from './own-advice';
import { MatterReadiness } from './readiness';
import { ReadinessResolver } from './readiness.resolver';

export const adviceEntities = [MatterAdviceEntity];
export const adviceModels = [MatterAdviceModel];

/** Opinions on matters before they are reviewed, for the providers of the decisions module. */
export const adviceProviders = [
  AdviceResolver,
  AnswerAdvice,
  AskAdvice,
  AskedPeople,
  DueAdvice,
  MatterReadiness,
  OwnAdviceList,
  ReadinessResolver,
];
