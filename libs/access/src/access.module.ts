import { AuditModule } from '@dangwu/platform/audit';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Access } from './access';
import './access.audited';
import { AccessGuard } from './access.guard';
import { AccountEntity } from './account.entity';
import { AccountService } from './accounts.service';
import { GrantEntity } from './grant.entity';
import { Holders } from './holders';
import { Operations } from './operations';
import { Passwords } from './passwords';
import { PLACE_ENTITY, type PlaceRow } from './place.entity';
import { PlaceTree } from './place-tree';
import { Places } from './places';
import { SessionCookie } from './session-cookie';
import { SessionResolver } from './session.resolver';
import { SessionService } from './session.service';
import { SignIn } from './sign-in.service';
import { SignInFailures } from './sign-in-failures';
import { Viewers } from './viewers';

/** The entities of this library, for the data source. */
export const accessEntities = [AccountEntity, GrantEntity];

const inner = [Places, Passwords, SessionCookie, SignInFailures, SignIn];
const offered = [Access, AccountService, Holders, Operations, PlaceTree, SessionService, Viewers];

/** Guards every operation of the application it is imported into. Needs Config, Clock and Database from global modules. */
@Module({})
export class AccessModule {
  /** @param tree the entity that is the place tree */
  static forRoot({ tree }: { readonly tree: Type<PlaceRow> }): DynamicModule {
    return {
      module: AccessModule,
      global: true,
      imports: [DiscoveryModule, AuditModule],
      providers: [
        ...inner,
        ...offered,
        SessionResolver,
        { provide: PLACE_ENTITY, useValue: tree },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      exports: [...offered, PLACE_ENTITY],
    };
  }
}
