import { Column, Entity, Generated, PrimaryColumn, VersionColumn } from 'typeorm';

/** LIVE is the real one; a SANDBOX holds play data of third parties and training. */
export type AssociationKind = 'LIVE' | 'SANDBOX';

/** The association above everything: every public row belongs to one. */
@Entity({ name: 'association' })
export class AssociationEntity {
  @PrimaryColumn('uuid') id!: string;
  /** short number, the first step of every tree path */
  @Generated('increment') @Column({ type: 'integer', update: false }) no!: number;
  @Column('text') name!: string;
  @Column('text') kind!: AssociationKind;
  @VersionColumn() version!: number;
  @Column('timestamptz', { default: () => 'now()' }) createdAt!: Date;
  @Column('timestamptz', { default: () => 'now()' }) updatedAt!: Date;
}
