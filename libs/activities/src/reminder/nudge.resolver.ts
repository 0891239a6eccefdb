import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ObligationModel } from '../cadence/obligation.read-model';
import { Obligation } from '../cadence/obligation.type';
import { NudgeObligationInput } from './nudge.inputs';
import { Nudges } from './nudges';

@Resolver()
export class NudgeResolver {
  constructor(
    private readonly reader: Reader,
    private readonly nudges: Nudges,
  ) {}

  @Requires('activity.maintain')
  @Mutation(() => Obligation, {
    description:
      'Urge whoever must act for an organization to fulfil an obligation (催办): a notification and a letter, once a day.',
  })
  async nudgeObligation(
    @Args('input', { description: 'Which obligation.' }) input: NudgeObligationInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ObligationModel, { key: await this.nudges.nudge(viewer, input) }, info, viewer);
  }
}
