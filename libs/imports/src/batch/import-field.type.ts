import { LocalText } from '@dangwu/platform/graphql';
import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType('ImportField', { description: 'What a column of a roster can be.' })
export class ImportFieldType {
  @Field({ description: 'Its key, for mapImportColumns.' })
  key!: string;

  @Field(() => LocalText, { description: 'What people call it.' })
  name!: LocalText;

  @Field(() => LocalText, { description: 'What belongs into it.' })
  help!: LocalText;

  @Field({ description: 'Whether a file must have such a column.' })
  needed!: boolean;
}
