import { PageArguments } from '@dangwu/platform/graphql';
import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import { ArrayMaxSize, IsEnum, IsInt, IsOptional, IsString, Matches, MaxLength, Min } from 'class-validator';
import { Ledger, ViewAudience } from './view.enums';

const nameOf = 'Its name, unique among your views of the ledger.';
const stateOf = 'The query of the ledger’s address without page, scope and day; empty: nothing chosen.';
/** What a query may hold once it is encoded. */
const query = /^[\w.~*+%=&-]*$/;

@ArgsType()
export class SharedViewsArguments extends PageArguments {
  @Field(() => Ledger, { description: 'Of which ledger.' })
  @IsEnum(Ledger)
  ledger!: Ledger;
}

@InputType({ description: 'A ledger’s state to keep under a name.' })
export class SaveViewInput {
  @Field(() => Ledger, { description: 'Of which ledger.' })
  @IsEnum(Ledger)
  ledger!: Ledger;

  @Field({ description: nameOf })
  @IsString()
  @Matches(/\S/)
  @MaxLength(40)
  name!: string;

  @Field({ description: stateOf })
  @IsString()
  @Matches(query)
  @MaxLength(2000)
  state!: string;
}

@InputType({ isAbstract: true })
abstract class ViewChangeInput {
  @Field(() => ID, { description: 'Which of your views.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when it was changed since.' })
  @IsInt()
  @Min(1)
  version!: number;
}

@InputType({ description: 'Another name for a view.' })
export class RenameViewInput extends ViewChangeInput {
  @Field({ description: nameOf })
  @IsString()
  @Matches(/\S/)
  @MaxLength(40)
  name!: string;
}

@InputType({ description: 'What a view is to show from now on, for those it is shared with, too.' })
export class ChangeViewStateInput extends ViewChangeInput {
  @Field({ description: stateOf })
  @IsString()
  @Matches(query)
  @MaxLength(2000)
  state!: string;
}

@InputType({ description: 'Who may use a view besides you; OWNER takes it back.' })
export class ShareViewInput extends ViewChangeInput {
  @Field(() => ViewAudience, { description: 'Who may use it.' })
  @IsEnum(ViewAudience)
  audience!: ViewAudience;

  @Field(() => ID, {
    nullable: true,
    description: 'Whoever may read the ledger there may use it; with ORGANIZATION only.',
  })
  @IsOptional()
  @IsString()
  organizationId?: string | null;
}

@InputType({ description: 'The order of your views of a ledger.' })
export class ArrangeViewsInput {
  @Field(() => Ledger, { description: 'Of which ledger.' })
  @IsEnum(Ledger)
  ledger!: Ledger;

  @Field(() => [ID], { description: 'All of them, the first one first.' })
  @ArrayMaxSize(100)
  @IsString({ each: true })
  ids!: string[];
}

@InputType({ description: 'With which of your views a ledger opens.' })
export class ChooseDefaultViewInput {
  @Field(() => Ledger, { description: 'Of which ledger.' })
  @IsEnum(Ledger)
  ledger!: Ledger;

  @Field(() => ID, { nullable: true, description: 'The view; null: none, it opens with everything.' })
  @IsOptional()
  @IsString()
  id?: string | null;
}

@InputType({ description: 'A view to delete, for those it is shared with, too.' })
export class DeleteViewInput {
  @Field(() => ID, { description: 'Which of your views.' })
  @IsString()
  id!: string;
}
