import { Column, Entity, JoinColumn, ManyToOne, OneToMany, PrimaryColumn, type Relation } from 'typeorm';

@Entity('party_organization')
export class OrganizationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'association_id' }) associationId: string;
  @Column('text') name: string;
  @Column('text') type: string;
  @Column('text', { nullable: true }) tier: string | null;
  @Column('text') status: string;
  @Column('int') no: number;
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId: string | null;
  @Column('text') path: string;
  @Column('text', { name: 'leads_path' }) leadsPath: string;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt: Date | null;
}

@Entity('member')
export class MemberEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') status: string;
  @Column('text', { name: 'affiliation_kind' }) affiliationKind: string;
  @Column('date', { name: 'left_on', nullable: true }) leftOn: string | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt: Date | null;
}

@Entity('access_grant')
export class GrantEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') role: string;
  @Column('timestamptz') since: Date;
  @Column('timestamptz', { nullable: true }) until: Date | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt: Date | null;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @ManyToOne(() => AccountEntity, (account) => account.grants)
  @JoinColumn({ name: 'account_id' })
  account: Relation<AccountEntity>;
  @ManyToOne(() => OrganizationEntity, { nullable: true })
  @JoinColumn({ name: 'organization_id' })
  organization: OrganizationEntity | null;
}

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'association_id' }) associationId: string;
  @Column('timestamptz', { name: 'disabled_at', nullable: true }) disabledAt: Date | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt: Date | null;
  @OneToMany(() => GrantEntity, (grant) => grant.account) grants: GrantEntity[];
}

@Entity('session')
export class SessionEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('bytea', { name: 'token_hash' }) tokenHash: Buffer;
  @Column('timestamptz', { name: 'expires_at' }) expiresAt: Date;
  @Column('timestamptz', { name: 'last_seen_at' }) lastSeenAt: Date;
  @Column('timestamptz', { name: 'revoked_at', nullable: true }) revokedAt: Date | null;
  @ManyToOne(() => AccountEntity)
  @JoinColumn({ name: 'account_id' })
  account: Relation<AccountEntity>;
}
