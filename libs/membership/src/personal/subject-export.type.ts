import { LocalText } from '@dangwu/platform/graphql';
import { Pii } from '@dangwu/platform/personal-data';
import { Field, ObjectType } from '@nestjs/graphql';
import { purposes } from '../purposes';

@ObjectType({ description: 'One thing that is kept of a person.' })
export class SubjectRecord {
  @Field(() => LocalText, {
    description: 'What it belongs to: facts, affiliations, posts, staff work, attendance, access.',
  })
  section!: LocalText;

  @Field(() => LocalText, { description: 'What it is.' })
  item!: LocalText;

  @Pii('SENSITIVE', purposes.request)
  @Field(() => LocalText, { description: 'What it says; numbers in the clear.' })
  value!: LocalText;

  @Field(() => String, { nullable: true, description: 'From when: a day, or a moment.' })
  since!: string | null;

  @Field(() => String, { nullable: true, description: 'Until when, the first day on which it no longer held.' })
  until!: string | null;

  @Field(() => String, { nullable: true, description: 'The document or reason it rests on.' })
  basis!: string | null;
}

@ObjectType({ description: 'All that is kept of a person, for the person.' })
export class SubjectExport {
  @Pii('ORDINARY', purposes.request)
  @Field({ description: 'Whose data.' })
  name!: string;

  @Field(() => [SubjectRecord], { description: 'Section by section, all of it.' })
  records!: SubjectRecord[];
}
