import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field({ description: 'Whether rows follow this page.' })
  hasNextPage!: boolean;

  @Field({ description: 'Whether rows stand before this page.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first row; null on an empty page.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; null on an empty page.' })
  endCursor!: string | null;
}

/** The arguments of every connection. Exactly one of `first` and `last` is needed; the read model refuses the rest. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    description: 'Rows from the front, 1 to 100. Give exactly one of first and last.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  first?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Rows from the back, 1 to 100. Give exactly one of first and last.',
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  last?: number | null;

  @Field(() => String, { nullable: true, description: 'With first: the cursor after which the page begins.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  after?: string | null;

  @Field(() => String, { nullable: true, description: 'With last: the cursor before which the page ends.' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  before?: string | null;
}

export interface ConnectionOf<T> {
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: PageInfo;
  totalCount: number;
}

/**
 * The connection type of a node type: `class RuleConnection extends connectionOf(Rule) {}`.
 * The subclass carries its own `@ObjectType({ description })`.
 */
export function connectionOf<T>(node: Type<T>): abstract new () => ConnectionOf<T> {
  @ObjectType(`${node.name}Edge`, { description: 'One row of a page and its cursor.' })
  class Edge {
    @Field({ description: 'Pass it as after or before, under the same order.' })
    cursor!: string;

    @Field(() => node, { description: 'The row.' })
    node!: T;
  }

  @ObjectType({ isAbstract: true })
  abstract class Connection {
    @Field(() => [node], { description: 'The rows of this page.' })
    nodes!: T[];

    @Field(() => [Edge], { description: 'The rows of this page with their cursors.' })
    edges!: Edge[];

    @Field({ description: 'Where the page stands.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'Rows in the whole list that you may see; counting stops at 10,001.' })
    totalCount!: number;
  }
  return Connection;
}
