import { DateTimeScalar } from '@dangwu/platform/graphql';
import { Field, Mutation, ObjectType, Resolver } from '@nestjs/graphql';
import { AccessTokens } from './access-tokens.service';
import { CurrentViewer } from './current-viewer';
import { Requires } from './requirement';
import { Viewer } from './viewer';

@ObjectType({ description: 'A token for trying the API (接口探索), shown once.' })
export class ExplorerToken {
  @Field({ description: 'Send it as Authorization: Bearer. It is kept nowhere and cannot be shown again.' })
  token!: string;

  @Field(() => DateTimeScalar, { description: 'It works until then, or until the session it was made in ends.' })
  expiresAt!: Date;
}

@Resolver(() => ExplorerToken)
export class ExplorerTokenResolver {
  constructor(private readonly tokens: AccessTokens) {}

  @Mutation(() => ExplorerToken, {
    description:
      'Make a token with one’s own rights for the explorer: for an hour, two at a time, ended with the session.',
  })
  @Requires('api.explore')
  createExplorerToken(@CurrentViewer() viewer: Viewer): Promise<ExplorerToken> {
    return this.tokens.create(viewer);
  }
}
