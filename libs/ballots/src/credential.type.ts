import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A credential for one secret vote, signed unseen.' })
export class VoteCredential {
  @Field({ description: 'The blind signature, base64url; the device takes the blinding off.' })
  signature!: string;
}
