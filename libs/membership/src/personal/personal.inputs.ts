import { Pii } from '@dangwu/platform/personal-data';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';

@InputType({ description: 'A person whose data is to be erased for good (删除个人信息).' })
export class EraseMemberInput {
  @Field(() => ID, { description: 'Which member, one who left.' })
  @IsString()
  id!: string;

  @Field(() => Int, { description: 'As read last; CONFLICT when somebody changed the member since.' })
  @IsInt()
  @Min(1)
  version!: number;

  @Pii('ORDINARY')
  @Field({ description: 'The name once more, as it stands: what is erased does not come back.' })
  @IsString()
  @MaxLength(50)
  name!: string;

  @Field({ description: 'The request or decision it rests on (依据).' })
  @IsString()
  @Matches(/\S/)
  @MaxLength(500)
  basis!: string;
}

@InputType({ description: 'A person who asks what is kept of them (查阅、复制个人信息).' })
export class ExportSubjectInput {
  @Field(() => ID, { description: 'Which member.' })
  @IsString()
  id!: string;

  @Field({ description: 'Why: who asked, and when. At least four characters; it stands in the audit log.' })
  @IsString()
  @Matches(/\S.*\S.*\S.*\S/)
  @MaxLength(200)
  reason!: string;
}
