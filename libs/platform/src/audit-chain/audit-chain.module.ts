import { Global, Module } from '@nestjs/common';
import { AuditModule } from '../audit';
import { FilesModule } from '../files';
import { AuditArchives } from './audit-archives';
import { AuditHeads } from './audit-heads';
import { AuditKeys } from './audit-keys';
import { ChainStates } from './chain-state';
import { RemoveArchived } from './remove-archived';
import { ResumeChain } from './resume';
import { AuditSealer } from './seal';
import { AuditVerifier } from './verify';

const offered = [
  AuditArchives,
  AuditHeads,
  AuditKeys,
  AuditSealer,
  AuditVerifier,
  ChainStates,
  RemoveArchived,
  ResumeChain,
];

/** Needs `Clock`, `Config` and `Database` from global modules. */
@Global()
@Module({ imports: [AuditModule, FilesModule], providers: offered, exports: offered })
export class AuditChainModule {}
