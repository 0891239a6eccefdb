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
}
