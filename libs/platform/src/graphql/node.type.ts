import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType({ description: 'Anything that has an id which `node(id:)` answers.' })
export abstract class Node {
  @Field(() => ID, { description: 'Opaque and stable; pass it back exactly as it was given.' })
  id!: string;
}
