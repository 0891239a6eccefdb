import { CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, ArgsType, Field, ID, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { IsEnum, IsOptional, ValidateNested } from 'class-validator';
import type { GraphQLResolveInfo } from 'graphql';
import { HouseRules } from './house-rules';
import { ConfirmRuleInput, OverrideRuleInput, RuleFilter, RuleOrder, WithdrawRuleOverrideInput } from './rule.inputs';
import { RuleModel } from './rule.read-model';
import { Rule, RuleConnection } from './rule.type';
import { Rules } from './rules.service';

@ArgsType()
class RulePage extends PageArguments {
  @Field(() => RuleFilter, { nullable: true, description: 'Which rules.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RuleFilter)
  filter?: RuleFilter | null;

  @Field(() => RuleOrder, { nullable: true, description: 'In which order; by key when absent.' })
  @IsOptional()
  @IsEnum(RuleOrder)
  order?: RuleOrder | null;
}

@Resolver(() => Rule)
export class RuleResolver {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly houseRules: HouseRules,
    private readonly clock: Clock,
  ) {}

  @Requires('rule.read')
  @Query(() => RuleConnection, {
    name: 'rules',
    description: 'The register of rules (规则): regulations and house rules with basis.',
  })
  listRules(@Args() page: RulePage, @Info() info: GraphQLResolveInfo, @CurrentViewer() viewer: Viewer) {
    return this.reader.connection(RuleModel, { ...page }, info, viewer);
  }

  @Requires('rule.read')
  @Query(() => Rule, {
    nullable: true,
    description: 'The rule that holds for an organization on a day: its own, else of those that lead it, and so up.',
  })
  async ruleInForce(
    @Args('key', { description: 'Key of the rule, such as branch.size.max.' }) key: string,
    @Args('organizationId', { type: () => ID, nullable: true, description: 'Whose; the association when absent.' })
    organizationId: string | null,
    @Args('on', { type: () => DateScalar, nullable: true, description: 'The day; today when absent.' })
    on: string | null,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const rule = await this.database.transaction(viewer.scope('rule.read'), (tx) =>
      this.rules.inForce(tx, {
        associationId: viewer.association.id,
        key,
        organizationId: organizationId ? localId('PartyOrganization', organizationId) : null,
        on: on ?? this.clock.today(),
      }),
    );
    return this.reader.one(RuleModel, { key: rule.id }, info, viewer);
  }

  @Requires('rule.confirm')
  @Mutation(() => Rule, { description: 'Vouch for a shipped rule after comparing it with the regulation.' })
  async confirmRule(
    @Args('input', { description: 'Which rule, as read.' }) input: ConfirmRuleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(RuleModel, { key: await this.houseRules.confirmRule(viewer, input) }, info, viewer);
  }

  @Requires('rule.override')
  @Mutation(() => Rule, { description: 'Put a stricter house rule above a regulation.' })
  async overrideRule(
    @Args('input', { description: 'The house rule.' }) input: OverrideRuleInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(RuleModel, { key: await this.houseRules.overrideRule(viewer, input) }, info, viewer);
  }

  @Requires('rule.override')
  @Mutation(() => Rule, { description: 'End a house rule; the one below it holds again from that day.' })
  async withdrawRuleOverride(
    @Args('input', { description: 'Which house rule, and when it ends.' }) input: WithdrawRuleOverrideInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(RuleModel, { key: await this.houseRules.withdrawRuleOverride(viewer, input) }, info, viewer);
  }
}
