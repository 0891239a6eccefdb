import { Access, CurrentViewer, Requires, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { localId } from '@dangwu/platform/ids';
import { Reader } from '@dangwu/read-model';
import { Args, Info, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { ReviewRuleForArguments, ReviewRulesArguments, SetReviewRulesInput } from './review-rule.inputs';
import { ReviewRuleModel } from './review-rule.read-model';
import { ReviewRule } from './review-rule.type';
import { ReviewRules } from './review-rules';
import { SetReviewRules } from './set-review-rules';

@Resolver()
export class ReviewRuleResolver {
  constructor(
    private readonly reader: Reader,
    private readonly access: Access,
    private readonly database: Database,
    private readonly rules: ReviewRules,
    private readonly setting: SetReviewRules,
  ) {}

  @Requires('rule.read')
  @Query(() => [ReviewRule], { description: 'The review rules (审议规则), by category, tier, day and amount.' })
  reviewRules(
    @Args() { category, tier, includeEnded }: ReviewRulesArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const filter = { category, tier, includeEnded: includeEnded ?? false };
    return this.reader.list(ReviewRuleModel, { filter, order: 'RULE' }, info, viewer);
  }

  @Requires('rule.read')
  @Query(() => ReviewRule, {
    nullable: true,
    description: 'The rule that would apply to such a matter today; null: none does. Nothing is saved by asking.',
  })
  async reviewRuleFor(
    @Args() { category, organizationId, amountFen = null }: ReviewRuleForArguments,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    const id = localId('PartyOrganization', organizationId);
    this.access.require(viewer, 'organization.identify', await this.access.place(null, viewer, id));
    const question = { associationId: viewer.association.id, category, organizationId: id, amountFen };
    // the tier may stand at an organization above that the viewer does not read
    const rule = await this.database.transaction(viewer.scope('organization.identify'), (tx) =>
      this.rules.applying(tx, question),
    );
    return rule && this.reader.one(ReviewRuleModel, { key: rule.id }, info, viewer);
  }

  @Requires('reviewRule.maintain')
  @Mutation(() => ReviewRule, {
    description:
      'Put a new version of the rules of a category and tier in force (制定审议规则). Its lowest band is answered.',
  })
  async setReviewRules(
    @Args('input', { description: 'The bands, and from when on.' }) input: SetReviewRulesInput,
    @Info() info: GraphQLResolveInfo,
    @CurrentViewer() viewer: Viewer,
  ) {
    return this.reader.one(ReviewRuleModel, { key: await this.setting.set(viewer, input) }, info, viewer);
  }
}
