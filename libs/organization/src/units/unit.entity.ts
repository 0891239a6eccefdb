import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tier } from '../organization.enums';
import type { CoverageKind, UnitKind } from './unit.enums';

/** What a unit is today and what it was: the present row and its versions have the same columns. */
export abstract class UnitColumns extends PublicRow {
  /** the responsible organization, which is also its place: who sees the organization's things sees the unit */
  @Column('uuid') organizationId!: string;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text') name!: string;
  @Column('text') pinyin!: string;
  @Column('text') pinyinInitials!: string;
  /** unified social credit code (统一社会信用代码) */
  @Column('text', { nullable: true }) uscc!: string | null;
  @Column('text') kind!: UnitKind;
  @Column('text', { nullable: true }) tier!: Tier | null;
  @Column('text') coverage!: CoverageKind;
  /** the organization that covers it, where it has one */
  @Column('uuid', { nullable: true }) coveredById!: string | null;
  /** name of the liaison sent to it */
  @Column('text', { nullable: true }) liaison!: string | null;
  @Column('integer', { nullable: true }) partyMemberCount!: number | null;
  @Column('integer', { nullable: true }) employeeCount!: number | null;
  @Column('date', { nullable: true }) reportedOn!: string | null;
  @Column('date', { nullable: true }) joinedOn!: string | null;
  @Column('date', { nullable: true }) foundedOn!: string | null;
  @Column('date', { nullable: true }) closedOn!: string | null;
  /** stored as rules and counts say it is: lists filter by it without looking at the rules */
  @Column('boolean', { default: false }) qualifiesWithoutOrganization!: boolean;
  @Column('uuid', { nullable: true }) qualifyingRuleId!: string | null;
  /** names in lower case and codes, made by the database: what a search looks through */
  @Column({ type: 'text', insert: false, update: false }) searchText!: string;
}

/** A unit (单位): a department, enterprise, institution or member that the party is to reach. */
@Entity('unit')
export class UnitEntity extends UnitColumns {}

/** A unit as it was from `validFrom` until the day before `validTo`; `id` is the unit's. Written by SQL only. */
@Entity('unit_version')
export class UnitVersionEntity extends UnitColumns {
  @PrimaryColumn('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
}
