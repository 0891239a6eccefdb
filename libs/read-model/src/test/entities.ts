/** Tables of the test world. */
import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToMany,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  type Relation,
} from 'typeorm';

abstract class OrganizationColumns {
  @Column('uuid', { name: 'parent_id', nullable: true }) parentId!: string | null;
  @Column('text') name!: string;
  @Column('text') kind!: string;
  @Column({ type: 'text', collation: 'C' }) path!: string;
  @Column({ type: 'text', name: 'leads_path', collation: 'C' }) leadsPath!: string;
  @Column('date', { name: 'founded_on' }) foundedOn!: string;
}

@Entity('organizations')
@Index(['path'], { unique: true })
export class OrganizationEntity extends OrganizationColumns {
  @PrimaryColumn('uuid') id!: string;
  @ManyToOne(() => OrganizationEntity) @JoinColumn({ name: 'parent_id' }) parent!: Relation<OrganizationEntity> | null;
  @OneToMany(() => ActivityEntity, (a) => a.organization) activities!: Relation<ActivityEntity>[];
}

@Entity('organization_versions')
export class OrganizationVersionEntity extends OrganizationColumns {
  @PrimaryGeneratedColumn({ name: 'version_id' }) versionId!: number;
  @Column('uuid') id!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}

abstract class MemberColumns {
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('text') name!: string;
  @Column({ type: 'text', nullable: true }) phone!: string | null;
  @Column('date', { name: 'joined_on' }) joinedOn!: string;
  @Column('int', { nullable: true }) rank!: number | null;
  @Column({ type: 'text', name: 'letter_cipher', nullable: true }) letterCipher!: string | null;
}

@Entity('members')
export class MemberEntity extends MemberColumns {
  @PrimaryColumn('uuid') id!: string;
  @ManyToOne(() => OrganizationEntity)
  @JoinColumn({ name: 'organization_id' })
  organization!: Relation<OrganizationEntity>;
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
}

@Entity('member_versions')
export class MemberVersionEntity extends MemberColumns {
  @PrimaryGeneratedColumn({ name: 'version_id' }) versionId!: number;
  @Column('uuid') id!: string;
  @Column('date', { name: 'valid_from' }) validFrom!: string;
  @Column('date', { name: 'valid_to', nullable: true }) validTo!: string | null;
}

@Entity('activities')
export class ActivityEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'organization_id' }) organizationId!: string;
  @ManyToOne(() => OrganizationEntity, (o) => o.activities)
  @JoinColumn({ name: 'organization_id' })
  organization!: Relation<OrganizationEntity>;
  @Column('text') title!: string;
  @Column('int') kind!: number;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column({ type: 'text', nullable: true, collation: 'C' }) venue!: string | null;
  @Column('bigint') cost!: string;
  @Column({ type: 'text', array: true }) tags!: string[];
  @Column('timestamptz', { name: 'deleted_at', nullable: true }) deletedAt!: Date | null;
}

@Entity('attendance')
export class AttendanceEntity {
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId!: string;
  @PrimaryColumn('uuid', { name: 'member_id' }) memberId!: string;
  @Column('text') status!: string;
  @Column({ type: 'text', nullable: true }) reason!: string | null;
}

@Entity('notices')
export class NoticeEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'account_id' }) accountId!: string;
  @Column('text') text!: string;
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId!: string | null;
  @Column('uuid', { name: 'activity_id', nullable: true }) activityId!: string | null;
}

@Entity('rules')
export class RuleEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'association_id' }) associationId!: string;
  @Column('text') name!: string;
}

/** not in the schema: read by expressions only */
@Entity('summaries')
export class SummaryEntity {
  @PrimaryColumn('uuid', { name: 'organization_id' }) organizationId!: string;
  @Column('int') members!: number;
}

export const entities = [
  OrganizationEntity,
  OrganizationVersionEntity,
  MemberEntity,
  MemberVersionEntity,
  ActivityEntity,
  AttendanceEntity,
  NoticeEntity,
  RuleEntity,
  SummaryEntity,
];
