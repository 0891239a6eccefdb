import {
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
  VersionColumn,
} from 'typeorm';

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

@Entity('activity_type')
export class ActivityTypeEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') key: string;
}

@Entity('activity')
export class ActivityEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'association_id' }) associationId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @ManyToOne(() => OrganizationEntity)
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<OrganizationEntity>;
  @Column('uuid', { name: 'activity_type_id' }) activityTypeId: string;
  @Column('text') title: string;
  @Column('text') state: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt: Date;
  @Column('date', { name: 'held_on' }) heldOn: string;
  @Column('date', { name: 'counts_on' }) countsOn: string;
  @Column('int', { name: 'entitled_count', nullable: true }) entitledCount: number | null;
  @Column('int', { name: 'present_count', nullable: true }) presentCount: number | null;
  @Column('int', { name: 'remote_count', nullable: true }) remoteCount: number | null;
  @Column('int', { name: 'leave_count', nullable: true }) leaveCount: number | null;
  @Column('text', { nullable: true }) summary: string | null;
  @Column('timestamptz', { name: 'recorded_at', nullable: true }) recordedAt: Date | null;
  @Column('text', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt: Date | null;
  @VersionColumn() version: number;
}

@Entity('activity_step')
export class ActivityStepEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'association_id' }) associationId: string;
  @Column('uuid', { name: 'activity_id' }) activityId: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('text') kind: string;
  @Column('text', { name: 'actor_name' }) actorName: string;
  @Column('timestamptz') at: Date;
}

@Entity('obligation')
export class ObligationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('uuid', { name: 'activity_type_id' }) activityTypeId: string;
  @Column('date', { name: 'due_from' }) dueFrom: string;
  @Column('date', { name: 'ends_on' }) endsOn: string;
  @Column('int') planned: number;
  @Column('int') held: number;
  @Column('int') recorded: number;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt: Date | null;
  @VersionColumn() version: number;
}

@Entity('audit_event')
export class AuditEventEntity {
  @PrimaryGeneratedColumn('identity') id: string;
  @Column('uuid', { name: 'association_id' }) associationId: string;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('uuid', { name: 'session_id' }) sessionId: string;
  @Column('text') kind: string;
  @Column('text') action: string;
  @Column('text', { name: 'subject_type' }) subjectType: string;
  @Column('uuid', { name: 'subject_id' }) subjectId: string;
  @Column('text', { name: 'subject_name' }) subjectName: string;
  @Column('uuid', { name: 'organization_id' }) organizationId: string;
  @Column('jsonb') before: object;
  @Column('jsonb') after: object;
  @Column('text') operation: string;
  @Column('text') client: string;
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

@Entity('publication')
export class PublicationEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'association_id' }) associationId: string;
  @Column('text') subject: string;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt: Date | null;
  @ManyToOne(() => OrganizationEntity)
  @JoinColumn({ name: 'organization_id' })
  organization: Relation<OrganizationEntity>;
  @ManyToOne(() => OrganizationEntity)
  @JoinColumn({ name: 'to_id' })
  guide: Relation<OrganizationEntity>;
}

@Entity('account')
export class AccountEntity {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
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
