import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { OrganizationType } from '../organization.enums';

/** What organizations of a type are there for (职责), one row a type in each association. */
@Entity('duty_profile')
export class DutyProfileEntity extends PublicRow {
  @Column('text') type!: OrganizationType;
  @Column('jsonb') duties!: readonly { readonly key: string; readonly zh: string; readonly en: string }[];
  @Column('text') basis!: string;
}
