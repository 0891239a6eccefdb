import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { ParentRelation } from '../organization.enums';

/** A body outside the system that leads or guides an organization (上级), from a day, until a day. */
@Entity('superior')
export class SuperiorEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('text') name!: string;
  @Column('text') relation!: ParentRelation;
  /** requests go to the main one, the others get copies */
  @Column('boolean') main!: boolean;
  @Column('date') validFrom!: string;
  @Column('date', { nullable: true }) validTo!: string | null;
  @Column('text') basis!: string;
}
