import { connectionOf } from '@dangwu/platform/graphql';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Ledger, ViewAudience } from './view.enums';

const state = 'The query of the ledger’s address, such as tiers=MEMBER_UNIT&order=CODE.';

@ObjectType({ description: 'A ledger as you saved it (视图): filters, order, columns, rows on a page.' })
export class SavedView {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => Int, { description: 'Send it back with a change.' })
  version!: number;

  @Field(() => Ledger, { description: 'Of which ledger.' })
  ledger!: Ledger;

  @Field({ description: 'Its name, unique among your views of the ledger.' })
  name!: string;

  @Field({ description: state })
  state!: string;

  @Field({ description: 'Whether the ledger opens with it.' })
  isDefault!: boolean;

  @Field(() => ViewAudience, { description: 'Who may use it.' })
  audience!: ViewAudience;

  @Field(() => ID, { nullable: true, description: 'With whom it is shared, for ORGANIZATION.' })
  organizationId!: string | null;
}

@ObjectType({ isAbstract: true })
abstract class SharedView {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => ID, { description: 'The id of the same view as a SavedView of its owner.' })
  savedViewId!: string;

  @Field(() => Ledger, { description: 'Of which ledger.' })
  ledger!: Ledger;

  @Field({ description: 'Its name.' })
  name!: string;

  @Field({ description: state })
  state!: string;

  @Field({ description: 'Who shares it.' })
  ownerName!: string;
}

@ObjectType({ description: 'A view that somebody shares with everyone who may read its ledger; theirs to change.' })
export class AssociationView extends SharedView {}

@ObjectType({
  description: 'A view that somebody shares with those who may read its ledger at an organization; theirs to change.',
})
export class OrganizationView extends SharedView {
  @Field(() => ID, { description: 'The organization.' })
  organizationId!: string;
}

@ObjectType({ description: 'A page of views shared with everyone.' })
export class AssociationViewConnection extends connectionOf(AssociationView) {}

@ObjectType({ description: 'A page of views shared with those who may read their ledger at an organization.' })
export class OrganizationViewConnection extends connectionOf(OrganizationView) {}
