import { Module } from '@nestjs/common';
import { ManagedAccountResolver } from './managed-account.resolver';

/** The pages of system administrators. Needs AccessModule and a Reader from global modules. */
@Module({ providers: [ManagedAccountResolver] })
export class AccountsModule {}
