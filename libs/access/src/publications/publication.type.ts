import { DateTimeScalar, LocalText } from '@dangwu/platform/graphql';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsEnum, IsString, Length, Matches } from 'class-validator';
import { subjectKeys, subjects, type SubjectKey } from './subjects';

/** The enum of the contract, made from the data so that neither can run ahead of the other. */
export const PublicationSubject = Object.fromEntries(subjectKeys.map((key) => [key, key])) as {
  readonly [K in SubjectKey]: K;
};
registerEnumType(PublicationSubject, {
  name: 'PublicationSubject',
  description: 'What an organization can show to the one that guides it.',
  valuesMap: Object.fromEntries(
    subjectKeys.map((key) => [key, { description: `${subjects[key].en} (${subjects[key].zh}).` }]),
  ),
});

@ObjectType({ description: 'What an organization shows of itself to the one that guides it (公开).' })
export class Publication {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field(() => PublicationSubject, { description: 'What is shown.' })
  subject!: SubjectKey;

  @Field(() => LocalText, { description: 'What is shown, in words.' })
  subjectName!: LocalText;

  @Field({ description: 'The decision it rests on.' })
  basis!: string;

  @Field(() => DateTimeScalar, { description: 'Since when.' })
  publishedAt!: Date;

  @Field({ description: 'Who published it, as called then.' })
  publishedByName!: string;
}

@ObjectType({ description: 'What stands between an organization that is guided and the one that guides it.' })
export class PublicationsOfOrganization {
  @Field({ description: 'Whether another organization guides it; only then there is anything to publish.' })
  guided!: boolean;

  @Field({ description: 'Whether you may publish and withdraw here.' })
  viewerMayPublish!: boolean;

  @Field(() => [Publication], {
    description: 'What it publishes now (at most one each); empty for those it does not concern.',
  })
  publications!: Publication[];
}

@InputType({ description: 'Shows a part of an organization, and of what it leads, to the one that guides it.' })
export class PublishInput {
  @Field(() => ID, { description: 'The organization; another one guides it.' })
  @IsString()
  organizationId!: string;

  @Field(() => PublicationSubject, { description: 'What to show.' })
  @IsEnum(PublicationSubject)
  subject!: SubjectKey;

  @Field({ description: 'The decision it rests on, as people cite it (依据).' })
  @Length(2, 500)
  @Matches(/\S/)
  basis!: string;
}

@InputType({ description: 'Shows it no longer.' })
export class WithdrawPublicationInput {
  @Field(() => ID, { description: 'The publication.' })
  @IsString()
  id!: string;

  @Field({ description: 'The decision it rests on, as people cite it (依据).' })
  @Length(2, 500)
  @Matches(/\S/)
  basis!: string;
}
