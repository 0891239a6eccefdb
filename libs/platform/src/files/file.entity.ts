import { Column, Entity } from 'typeorm';
import { PublicRow } from '../database';

/** What is known about a stored file; its bytes stand in the file store under its id. */
@Entity({ name: 'file' })
export class FileEntity extends PublicRow {
  /** who brought it; null: the system made it */
  @Column('uuid', { nullable: true }) accountId!: string | null;
  @Column('text') name!: string;
  /** media type, found out from the bytes */
  @Column('text') type!: string;
  @Column('bigint') size!: string;
  @Column('text') sha256!: string;
  /** its bytes are deleted */
  @Column('timestamptz', { nullable: true }) purgedAt!: Date | null;
}
