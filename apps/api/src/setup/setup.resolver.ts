import { callerOf, Public, type Call } from '@dangwu/access';
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { SetUpInput } from './setup.inputs';
import { SetupService } from './setup.service';
import { SetUpResult } from './setup.type';

@Resolver()
export class SetupResolver {
  constructor(private readonly setup: SetupService) {}

  @Query(() => Boolean, {
    description: 'Whether this installation waits for being set up; false for good once it was.',
  })
  @Public()
  setupOpen(): Promise<boolean> {
    return this.setup.open();
  }

  @Mutation(() => SetUpResult, {
    description:
      'Set a new installation up: the association, its root committee and its three administrators. It needs the token printed on the server’s terminal, and happens once.',
  })
  @Public()
  setUp(
    @Args('input', { description: 'What it begins with.' }) input: SetUpInput,
    @Context() call: Call,
  ): Promise<SetUpResult> {
    return this.setup.setUpByToken(input, callerOf(call));
  }
}
