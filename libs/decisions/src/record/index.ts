import { MatterRecordEntity } from './matter-record.entity';
import { MatterRecordModel } from './matter-record.read-model';
import { MatterRecords } from './matter-records';
import { VerifyRecords } from './verify-records';

export const recordEntities = [MatterRecordEntity];
export const recordModels = [MatterRecordModel];

/** The record of matters, for the providers of the decisions module. */
export const recordProviders = [MatterRecords, VerifyRecords];
