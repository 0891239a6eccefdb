import { Field, ID, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A file kept by the system, for those it was made for.' })
export class File {
  @Field(() => ID, { description: 'Opaque and stable.' })
  id!: string;

  @Field({ description: 'Its name, with the ending.' })
  name!: string;

  @Field(() => Int, { description: 'Its size in bytes.' })
  size!: number;

  @Field({ description: 'Where to download it, under the address of the API; needs the session.' })
  url!: string;
}
