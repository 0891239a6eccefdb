import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Args, ArgsType, Field, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { NamedPeople } from './named-people';
import { OwnItems } from './own-items';
import {
  CloseSupervisionItemInput,
  ReportSupervisionItemInput,
  ReturnSupervisionItemInput,
} from './supervision-item.inputs';
import { NamedPerson, OwnSupervisionItem } from './supervision-item.type';
import { SupervisionItems } from './supervision-items';

@ArgsType()
class NamedPeopleArguments {
  @Field(() => ID, { description: 'For minutes of which organization.' })
  @IsString()
  organizationId!: string;

  @Field({ description: 'Part of the name, or of its pinyin.' })
  @IsString()
  @MinLength(1)
  @MaxLength(50)
  search!: string;
}

@Resolver()
export class SupervisionResolver {
  constructor(
    private readonly own: OwnItems,
    private readonly items: SupervisionItems,
    private readonly people: NamedPeople,
  ) {}

  @Requires('supervision.own')
  @Query(() => [OwnSupervisionItem], {
    description:
      'What one carries out, oneself or for an organization of one’s own, and what one is to confirm for it; at most 200 (我的任务).',
  })
  ownSupervisionItems(@CurrentViewer() viewer: Viewer): Promise<OwnSupervisionItem[]> {
    return this.own.list(viewer);
  }

  @Requires('activity.maintain')
  @Query(() => [NamedPerson], {
    description: 'Whom minutes of an organization may name as who signs or carries something out; at most 20.',
  })
  namedPeople(
    @Args() { organizationId, search }: NamedPeopleArguments,
    @CurrentViewer() viewer: Viewer,
  ): Promise<NamedPerson[]> {
    return this.people.find(viewer, organizationId, search);
  }

  @Requires('supervision.own')
  @Mutation(() => OwnSupervisionItem, {
    description:
      'Report an item as carried out, with what shows it: its owner, or who keeps the giver’s activities (报告办结).',
  })
  async reportSupervisionItem(
    @Args('input', { description: 'Which item, what was done.' }) input: ReportSupervisionItemInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnSupervisionItem> {
    return this.own.one(viewer, await this.items.report(viewer, input));
  }

  @Requires('activity.maintain')
  @Mutation(() => OwnSupervisionItem, { description: 'Confirm that an item was carried out (确认销号).' })
  async closeSupervisionItem(
    @Args('input', { description: 'Which item.' }) input: CloseSupervisionItemInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnSupervisionItem> {
    return this.own.one(viewer, await this.items.close(viewer, input));
  }

  @Requires('activity.maintain')
  @Mutation(() => OwnSupervisionItem, { description: 'Give an item back that is not done as it should be (退回重办).' })
  async returnSupervisionItem(
    @Args('input', { description: 'Which item, what is missing.' }) input: ReturnSupervisionItemInput,
    @CurrentViewer() viewer: Viewer,
  ): Promise<OwnSupervisionItem> {
    return this.own.one(viewer, await this.items.return(viewer, input));
  }
}
