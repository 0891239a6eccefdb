import { PublicRow } from '@dangwu/platform/database';
import type { OrganizationType } from '@dangwu/organization';
import { Column, Entity } from 'typeorm';
import type { ActivityKind, Entitled, TermKind, VenueKind } from './catalogue.enums';

/** A type of activity (活动类型): what it is for, who holds it and who is to attend. */
@Entity('activity_type')
export class ActivityTypeEntity extends PublicRow {
  /** stable, for code and other systems; of shipped types the term of the glossary */
  @Column('text') key!: string;
  @Column('text') nameZh!: string;
  @Column('text') nameEn!: string;
  @Column('text') kind!: ActivityKind;
  @Column('text', { array: true }) organizationTypes!: OrganizationType[];
  @Column('text') entitled!: Entitled;
  /** the rule of the register that says how many must be present */
  @Column('text', { nullable: true }) quorumRuleKey!: string | null;
  @Column('text', { nullable: true }) majorityRuleKey!: string | null;
  @Column('boolean') countsStudyHours!: boolean;
  @Column('boolean') needsMinutes!: boolean;
  @Column('boolean', { default: false }) shipped!: boolean;
  @Column('smallint') sort!: number;
  /** the first day on which no new activity of it can be planned */
  @Column('date', { nullable: true }) retiredOn!: string | null;
}

/** A topic, a line or a form. */
@Entity('catalogue_term')
export class CatalogueTermEntity extends PublicRow {
  @Column('text') kind!: TermKind;
  @Column('text') key!: string;
  @Column('text') nameZh!: string;
  @Column('text') nameEn!: string;
  @Column('boolean', { default: false }) shipped!: boolean;
  @Column('smallint') sort!: number;
  @Column('date', { nullable: true }) retiredOn!: string | null;
}

/** A place where activities are held (阵地). */
@Entity('venue')
export class VenueEntity extends PublicRow {
  /** which organization keeps it; everyone in the association may use it */
  @Column('uuid') organizationId!: string;
  @Column('text') name!: string;
  @Column('text') kind!: VenueKind;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('integer', { nullable: true }) capacity!: number | null;
  @Column('date', { nullable: true }) closedOn!: string | null;
}
