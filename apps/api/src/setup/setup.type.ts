import { Role, type RoleKey } from '@dangwu/access';
import { LocalText } from '@dangwu/platform/graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'An invitation to one of the first accounts, to be handed to its person.' })
export class SetUpInvitation {
  @Field(() => Role, { description: 'What the account is.' })
  role!: RoleKey;

  @Field(() => LocalText, { description: 'The name of the role.' })
  roleName!: LocalText;

  @Field({ description: 'The name of the person.' })
  name!: string;

  @Field({ description: 'The name to sign in by.' })
  username!: string;

  @Field({ description: 'By this link the person sets the password, once. It is shown this once.' })
  link!: string;

  @Field(() => String, { nullable: true, description: 'Where it was sent as well; null: nowhere.' })
  mail!: string | null;
}

@ObjectType({ description: 'An installation that was set up.' })
export class SetUpResult {
  @Field({ description: 'The association.' })
  association!: string;

  @Field(() => [SetUpInvitation], { description: 'One for each of the first accounts; four at most.' })
  invitations!: SetUpInvitation[];
}
