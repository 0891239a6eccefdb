import { PageArguments } from '@dangwu/platform/graphql';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { CurrentViewer } from '../current-viewer';
import { Requires } from '../requirement';
import type { Viewer } from '../viewer';
import { EmergencyAccess } from './emergency-access';
import { EmergencyRequestModel } from './emergency-request.read-model';
import {
  DecideEmergencyAccessInput,
  EmergencyRequest,
  EmergencyRequestConnection,
  RequestEmergencyAccessInput,
} from './emergency-request.type';

@Resolver()
export class EmergencyResolver {
  constructor(
    private readonly reader: Reader,
    private readonly emergencies: EmergencyAccess,
  ) {}

  @Requires('access.own')
  @Query(() => EmergencyRequestConnection, {
    description: 'Your own requests for emergency access, or all for the three administrators; the newest first.',
  })
  emergencyRequests(@Args() page: PageArguments, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(EmergencyRequestModel, { ...page, viewerId: viewer.account.id }, info, viewer);
  }

  @Requires('access.request')
  @Mutation(() => EmergencyRequest, { description: 'Ask for a role at an organization for one hour (申请紧急授权).' })
  async requestEmergencyAccess(
    @Args('input', { description: 'What, where, why.' }) input: RequestEmergencyAccessInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.answer(await this.emergencies.request(viewer, input), info, viewer);
  }

  @Requires('access.confirm')
  @Mutation(() => EmergencyRequest, { description: 'Confirm or refuse what another person asked for (确认紧急授权).' })
  async decideEmergencyAccess(
    @Args('input', { description: 'Which request, and whether.' }) input: DecideEmergencyAccessInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.answer(await this.emergencies.decide(viewer, input), info, viewer);
  }

  private answer(key: string, info: GraphQLResolveInfo, viewer: Viewer) {
    return this.reader.one(EmergencyRequestModel, { key, viewerId: viewer.account.id }, info, viewer);
  }
}
