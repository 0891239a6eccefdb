import { Access, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { DateScalar, PageArguments } from '@dangwu/platform/graphql';
import { localId } from '@dangwu/platform/ids';
import type { Area } from '@dangwu/read-model';
import { Injectable } from '@nestjs/common';
import { ArgsType, Field, ID } from '@nestjs/graphql';
import { IsOptional, IsString, Validate } from 'class-validator';
import { OrganizationHistory } from './history/organization-history';
import { IsDay } from './organization.filters';

const asOf = 'As it was on this day; today when left out.';
const within = 'Only this organization and everything below it.';

/** Options of single arguments. */
export const asOfOption = { type: () => DateScalar, nullable: true, description: asOf };
export const withinOption = { type: () => ID, nullable: true, description: within };

/** A page of what lies in a part of the tree, of today or of a day. */
@ArgsType()
export class PlacedPageArguments extends PageArguments {
  @Field(() => ID, { nullable: true, description: within })
  @IsOptional()
  @IsString()
  within?: string | null;

  @Field(() => DateScalar, { nullable: true, description: asOf })
  @IsOptional()
  @Validate(IsDay)
  asOf?: string | null;
}

/** What the read models are told of the part of the tree and the day that a client asks for. */
@Injectable()
export class AsOf {
  constructor(
    private readonly access: Access,
    private readonly database: Database,
    private readonly history: OrganizationHistory,
  ) {}

  /** The area is one of the day's tree. @throws MALFORMED_ID, UNKNOWN_ID */
  async place(
    viewer: Viewer,
    { within, asOf }: { readonly within?: string | null; readonly asOf?: string | null },
  ): Promise<{ within?: Area; asOf?: string }> {
    if (!within) return day(asOf);
    const today = await this.access.below(viewer, within);
    if (!asOf) return { within: today };
    const id = localId('PartyOrganization', within);
    const scope = viewer.scope('organization.identify');
    return { within: await this.database.transaction(scope, (tx) => this.history.areaAsOf(tx, id, asOf)), asOf };
  }
}

/** The day asked for, for the reader. */
export const day = (asOf: string | null | undefined): { asOf?: string } => (asOf ? { asOf } : {});
