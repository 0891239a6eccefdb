import { AuditModule } from '@dangwu/platform/audit';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Access } from './access';
import './access.audited';
import { AccessGuard } from './access.guard';
import { AccountAdministration } from './account/account-administration';
import { AccountLetters } from './account/account-letters';
import { AccountStandingEntity } from './account/account-standing.entity';
import { AccessTokens } from './access-tokens.service';
import { AccountEntity } from './account.entity';
import { AccountService } from './accounts.service';
import { EmergencyRequestEntity } from './emergency/emergency-request.entity';
import { EmergencyRequestModel } from './emergency/emergency-request.read-model';
import { ExplorerTokenResolver } from './explorer-token.resolver';
import { GrantEntity } from './grant.entity';
import { AccessGrantModel, GranteeModel } from './grants/grant.read-models';
import { Holders } from './holders';
import './identity.audited';
import { Operations } from './operations';
import { OwnAccountResolver } from './own-account/own-account.resolver';
import { OwnAccounts } from './own-account/own-accounts';
import { MailedLinks } from './password/mailed-links';
import { PasswordChanges } from './password/password-changes';
import { PasswordResets } from './password/password-resets';
import { PasswordResolver } from './password/password.resolver';
import { Passwords } from './passwords';
import { PLACE_ENTITY, type PlaceRow } from './place.entity';
import { PlaceTree } from './place-tree';
import { Places } from './places';
import { PublicationEntity } from './publications/publication.entity';
import { RecoveryCodes } from './second-factor/recovery-codes';
import { SecondFactors } from './second-factor/second-factors';
import { OwnSessions } from './session/own-sessions';
import { SessionRenewal } from './session/session-renewal';
import { SessionCookie } from './session-cookie';
import { SessionResolver } from './session.resolver';
import { SessionService } from './session.service';
import { PendingSignIns } from './sign-in/pending-sign-ins';
import { Reauthentication } from './sign-in/reauthentication';
import { SignInAccounts } from './sign-in/sign-in-accounts';
import { SignInCookie } from './sign-in/sign-in-cookie';
import { SignInSteps } from './sign-in/sign-in-steps';
import { SignInResolver } from './sign-in/sign-in.resolver';
import { SignIn } from './sign-in.service';
import { SignInFailures } from './sign-in-failures';
import { Identities } from './single-sign-on/identities';
import { IdentityProvider } from './single-sign-on/identity-provider';
import { SingleSignOnAttempts } from './single-sign-on/single-sign-on-attempts';
import { SingleSignOnController } from './single-sign-on/single-sign-on.controller';
import { SingleSignOnCookie } from './single-sign-on/single-sign-on-cookie';
import { SingleSignOnResolver } from './single-sign-on/single-sign-on.resolver';
import { SingleSignOn } from './single-sign-on/single-sign-on.service';
import { TokenDigest } from './token-digest';
import { Viewers } from './viewers';

/** The entities of this library, for the data source. */
export const accessEntities = [
  AccountEntity,
  AccountStandingEntity,
  GrantEntity,
  EmergencyRequestEntity,
  PublicationEntity,
];

/** What can be read of them. */
export const accessModels = [GranteeModel, AccessGrantModel, EmergencyRequestModel];

const inner = [
  AccessTokens,
  Places,
  SessionRenewal,
  SignInCookie,
  SignIn,
  PendingSignIns,
  Reauthentication,
  AccountLetters,
  PasswordChanges,
  PasswordResets,
  MailedLinks,
  RecoveryCodes,
  OwnSessions,
  OwnAccounts,
  Identities,
  IdentityProvider,
  SingleSignOnAttempts,
  SingleSignOnCookie,
  SingleSignOn,
  TokenDigest,
];
const offered = [
  Access,
  AccountAdministration,
  AccountService,
  Holders,
  Operations,
  Passwords,
  PlaceTree,
  SecondFactors,
  SessionCookie,
  SessionService,
  SignInAccounts,
  SignInFailures,
  SignInSteps,
  Viewers,
];
const resolvers = [
  SessionResolver,
  SignInResolver,
  PasswordResolver,
  SingleSignOnResolver,
  OwnAccountResolver,
  ExplorerTokenResolver,
];

/**
 * Guards every operation of the application it is imported into. Needs Config, Clock, Database, PersonKeys, Mail and the
 * outbox from global modules.
 */
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
        ...resolvers,
        { provide: PLACE_ENTITY, useValue: tree },
        { provide: APP_GUARD, useClass: AccessGuard },
      ],
      controllers: [SingleSignOnController],
      exports: [...offered, PLACE_ENTITY],
    };
  }
}
