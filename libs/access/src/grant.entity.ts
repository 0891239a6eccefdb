import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { RoleKey } from './roles';

/** Account × role × organization for a period. It ends by `until`, not by deletion: who held what stays known. */
@Entity({ name: 'access_grant' })
export class GrantEntity extends PublicRow {
  @Column('uuid') accountId!: string;
  @Column('text') role!: RoleKey;
  /** null: for the whole association */
  @Column('uuid', { nullable: true }) organizationId!: string | null;
  @Column('timestamptz') since!: Date;
  /** the first instant at which it holds no more; null: until further notice */
  @Column('timestamptz', { nullable: true }) until!: Date | null;
  /** the decision or reason it rests on; null: from before reasons were asked for */
  @Column('text', { nullable: true }) basis!: string | null;
  /** null: the system, when an association was set up */
  @Column('uuid', { nullable: true }) grantedBy!: string | null;
  @Column('text', { nullable: true }) grantedByName!: string | null;
  @Column('timestamptz', { nullable: true }) revokedAt!: Date | null;
  @Column('uuid', { nullable: true }) revokedBy!: string | null;
  @Column('text', { nullable: true }) revokedByName!: string | null;
  @Column('text', { nullable: true }) revocationBasis!: string | null;
  /** when those concerned were told that it ends */
  @Column('timestamptz', { nullable: true }) expiryAnnouncedAt!: Date | null;
  /** the emergency request it answers */
  @Column('uuid', { nullable: true }) emergencyId!: string | null;
}
