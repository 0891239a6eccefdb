import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** A file that shows that an item was carried out (佐证): one may come with each report. Rows are only added. */
@Entity('supervision_file')
export class SupervisionFileEntity extends PublicRow {
  @Column('uuid') itemId!: string;
  @Column('uuid') organizationId!: string;
  @Column('smallint') no!: number;
  @Column('uuid') fileId!: string;
  @Column('text') name!: string;
  @Column('bigint') size!: string;
  @Column('text') sha256!: string;
  @Column('timestamptz') addedAt!: Date;
}
