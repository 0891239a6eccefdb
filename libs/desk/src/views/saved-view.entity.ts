import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Ledger, ViewAudience } from './view.enums';

/** A ledger's state under a name, somebody's own. */
@Entity('saved_view')
export class SavedViewEntity extends PublicRow {
  @Column('uuid') accountId!: string;
  @Column('text') ledger!: Ledger;
  @Column('text') name!: string;
  /** the query of the ledger's address */
  @Column('text') state!: string;
  @Column('int') position!: number;
  @Column('boolean', { default: false }) isDefault!: boolean;
  @Column('text', { default: 'OWNER' }) audience!: ViewAudience;
  /** for ORGANIZATION: where it lies */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
}

abstract class SharedViewRow {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') associationId!: string;
  @Column('uuid') organizationId!: string | null;
  @Column('text') ledger!: Ledger;
  @Column('text') name!: string;
  @Column('text') state!: string;
  @Column('text') ownerName!: string;
}

/** What is shared with everyone: of `saved_view`, read only. */
@Entity('association_view')
export class AssociationViewEntity extends SharedViewRow {}

/** What is shared with those who may read an organization: of `saved_view`, read only. */
@Entity('organization_view')
export class OrganizationViewEntity extends SharedViewRow {}
