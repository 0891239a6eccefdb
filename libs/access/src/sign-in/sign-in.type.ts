import { LocalText } from '@dangwu/platform/graphql';
import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { SignInStep as Step } from './sign-in-steps';

export const SignInStep = {
  SECOND_FACTOR: 'SECOND_FACTOR',
  NEW_PASSWORD: 'NEW_PASSWORD',
  ENROLMENT: 'ENROLMENT',
} as const satisfies Record<Step, Step>;
registerEnumType(SignInStep, {
  name: 'SignInStep',
  description: 'What still has to be done before a session opens.',
  valuesMap: {
    SECOND_FACTOR: { description: 'Give a code of the authenticator or a recovery code: proveSecondFactor.' },
    NEW_PASSWORD: { description: 'The password is shorter than the account needs by now: replacePassword.' },
    ENROLMENT: { description: 'An administrator sets up an authenticator: startEnrolment, finishEnrolment.' },
  },
});

@ObjectType({ description: 'A sign-in whose first step was right (登录的下一步), carried by a cookie of its own.' })
export class PendingSignIn {
  @Field(() => SignInStep, { description: 'What has to be done next.' })
  step!: Step;

  @Field({ description: 'Who is signing in.' })
  username!: string;

  @Field(() => Date, { description: 'When the sign-in has to begin anew.' })
  expiresAt!: Date;
}

@ObjectType({ description: 'An authenticator being set up (两步验证).' })
export class Enrolment {
  @Field({ description: 'The secret in base32, for typing it into an authenticator.' })
  secret!: string;

  @Field({ description: 'The same as an otpauth address, which is what a square code holds.' })
  address!: string;
}

@ObjectType({ description: 'An authenticator has been set up.' })
export class Enrolled {
  @Field(() => [String], {
    description: 'Ten recovery codes. Each stands for the second factor once; they are shown this once.',
  })
  recoveryCodes!: string[];
}

@ObjectType({ description: 'Signing in through the provider of one’s organization (统一身份登录).' })
export class SingleSignOnOffer {
  @Field(() => LocalText, { description: 'What the provider is called here.' })
  name!: LocalText;
}
