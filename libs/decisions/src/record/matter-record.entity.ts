import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { MatterRecordKind } from './matter-record.enums';

/** An entry of the record of a matter (记录). Rows are only added. */
@Entity('matter_record')
export class MatterRecordEntity extends PublicRow {
  @Column('uuid') matterId!: string;
  @Column('uuid') organizationId!: string;
  /** of all entries of the association, without gaps */
  @Column('bigint') no!: string;
  /** of the entries of its matter, without gaps */
  @Column('integer') matterNo!: number;
  @Column('text') kind!: MatterRecordKind;
  /** null: the system */
  @Column('text', { nullable: true }) actorName!: string | null;
  @Column('timestamptz') at!: Date;
  /** what is hashed */
  @Column('text') line!: string;
  @Column('text') hash!: string;
  /** what the entry says, taken out of the line by the database */
  @Column({ type: 'jsonb', insert: false, update: false }) data!: Record<string, unknown>;
}
