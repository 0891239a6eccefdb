import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** The pack of papers of a session in its versions, as its members had them (会议材料). Rows are only added. */
@Entity('session_pack')
export class SessionPackEntity extends PublicRow {
  @Column('uuid') sessionId!: string;
  @Column('uuid') organizationId!: string;
  @Column('smallint') no!: number;
  @Column('uuid') fileId!: string;
  @Column('bigint') size!: string;
  @Column('text') sha256!: string;
  @Column('integer') pages!: number;
  /** of what it says: another version is made when that is another */
  @Column('text') contentHash!: string;
  @Column('timestamptz') madeAt!: Date;
}
