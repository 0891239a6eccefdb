import { PlaceRow } from '@dangwu/access';
import { Column, Entity } from 'typeorm';
import type { OrganizationStatus, OrganizationType, Tier } from './organization.enums';

/** What an organization is today and what it was: the present row and its versions have the same columns. */
export abstract class OrganizationColumns extends PlaceRow {
  /** unique in the association, never given twice */
  @Column('text') code!: string;
  @Column('text') name!: string;
  @Column('text') pinyin!: string;
  @Column('text') pinyinInitials!: string;
  @Column('text') type!: OrganizationType;
  @Column('text', { nullable: true }) tier!: Tier | null;
  @Column('text') status!: OrganizationStatus;
  @Column('date', { nullable: true }) foundedOn!: string | null;
  @Column('date', { nullable: true }) dissolvedOn!: string | null;
  @Column('smallint', { nullable: true }) termYears!: number | null;
  /** computed from the founding day until elections are recorded */
  @Column('date', { nullable: true }) termEndsOn!: string | null;
  /** as the roster says; flags use it where members are not registered */
  @Column('integer', { nullable: true }) reportedMemberCount!: number | null;
  @Column('date', { nullable: true }) reportedOn!: string | null;
  /** how many flags stand in organization_flag: lists filter by it without looking there */
  @Column('smallint', { default: 0 }) flagCount!: number;
  /** code, name and both spellings in lower case, made by the database: what a search looks through */
  @Column({ type: 'text', insert: false, update: false }) searchText!: string;
}

/** A node of the party tree (党组织). Tree columns are written by access' `PlaceTree` only. */
@Entity('party_organization')
export class PartyOrganizationEntity extends OrganizationColumns {}
