import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { MatterModel } from '../matter/matter.read-model';
import { Matter } from '../matter/matter.type';
import {
  AdviceCandidatesArguments,
  AskAdviceInput,
  DeclineAdviceInput,
  GiveAdviceInput,
  NudgeAdviceInput,
  RevokeAdviceInput,
} from './advice.inputs';
import { AdviceCandidate, OwnAdvice } from './advice.type';
import { AnswerAdvice } from './answer-advice';
import { AskAdvice } from './ask-advice';
import { AskedPeople } from './asked-people';
import { OwnAdviceList } from './own-advice';

@Resolver()
export class AdviceResolver {
  constructor(
    private readonly reader: Reader,
    private readonly asking: AskAdvice,
    private readonly answering: AnswerAdvice,
    private readonly own: OwnAdviceList,
    private readonly people: AskedPeople,
  ) {}

  @Requires('advice.own')
  @Query(() => [OwnAdvice], {
    description: 'Opinions one is asked for oneself, each with its matter, what waits first; at most 200 (我的审阅).',
  })
  ownAdvice(@CurrentViewer() viewer: Viewer): Promise<OwnAdvice[]> {
    return this.own.list(viewer);
  }

  @Requires('matter.conduct')
  @Query(() => [AdviceCandidate], { description: 'Who may be asked for an opinion on matters; at most 20.' })
  adviceCandidates(
    @Args() { kind, search }: AdviceCandidatesArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<AdviceCandidate[]> {
    return this.people.find(viewer, kind, search);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, {
    description: 'Ask somebody for an opinion on a matter, who then sees it with its materials (征求意见).',
  })
  async askAdvice(
    @Args('input', { description: 'On which matter, whose opinion, until when.' }) input: AskAdviceInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(MatterModel, { key: await this.asking.ask(viewer, input) }, info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, {
    description: 'Ask for an opinion no longer; who was asked sees the matter no more (取消征求意见).',
  })
  async revokeAdvice(
    @Args('input', { description: 'Which opinion, why.' }) input: RevokeAdviceInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(MatterModel, { key: await this.asking.revoke(viewer, input) }, info, viewer);
  }

  @Requires('matter.conduct')
  @Mutation(() => Matter, { description: 'Urge for an opinion, once a day (催要意见).' })
  async nudgeAdvice(
    @Args('input', { description: 'Which opinion.' }) input: NudgeAdviceInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(MatterModel, { key: await this.asking.nudge(viewer, input) }, info, viewer);
  }

  @Requires('advice.own')
  @Mutation(() => OwnAdvice, { description: 'Give the opinion one was asked for (提出意见).' })
  async giveAdvice(
    @Args('input', { description: 'Which opinion, what it is.' }) input: GiveAdviceInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAdvice> {
    return this.own.one(viewer, await this.answering.give(viewer, input));
  }

  @Requires('advice.own')
  @Mutation(() => OwnAdvice, { description: 'Decline to give an opinion, such as for recusal (谢绝).' })
  async declineAdvice(
    @Args('input', { description: 'Which opinion, why.' }) input: DeclineAdviceInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnAdvice> {
    return this.own.one(viewer, await this.answering.decline(viewer, input));
  }
}
