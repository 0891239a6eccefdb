import { Global, Module } from '@nestjs/common';
import { MasterKeys } from './master-keys';
import { PersonKeys } from './person-keys';

/** Needs a `Clock`. */
@Global()
@Module({ providers: [MasterKeys, PersonKeys], exports: [MasterKeys, PersonKeys] })
export class KeysModule {}
