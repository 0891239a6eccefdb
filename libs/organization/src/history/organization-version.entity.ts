import { Column, Entity, PrimaryColumn } from 'typeorm';
import { OrganizationColumns } from '../organization.entity';

/**
 * An organization as it was from `validFrom` until the day before `validTo`. `id` is the organization's own, so that
 * reads as of a day find the same columns under the same names. Written by SQL only, see `organization-history.ts`.
 */
@Entity('organization_version')
export class OrganizationVersionEntity extends OrganizationColumns {
  @PrimaryColumn('date') validFrom!: string;
  /** the first day on which it no longer held; null: until now */
  @Column('date', { nullable: true }) validTo!: string | null;
}
