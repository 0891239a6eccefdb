import { Called } from './called-people';
import { InvitationEntity } from './invitation.entity';
import { InvitationModel } from './invitation.read-model';
import { InvitationResolver } from './invitation.resolver';
import { Invitations } from './invitations';

export const invitationEntities = [InvitationEntity];
export const invitationModels = [InvitationModel];
/** Who is invited, for the providers of the activities module. */
export const invitationProviders = [Called, InvitationResolver, Invitations];
