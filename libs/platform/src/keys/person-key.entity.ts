import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The data key of one person, wrapped by a master key. Erased, the row stays without its key. */
@Entity({ name: 'person_key' })
export class PersonKeyEntity {
  @PrimaryColumn('uuid') personId!: string;
  @Column('uuid') associationId!: string;
  @Column('text', { nullable: true }) masterId!: string | null;
  @Column({ type: 'bytea', nullable: true }) wrappedKey!: Buffer | null;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt!: Date;
  @Column({ type: 'timestamptz', nullable: true }) erasedAt!: Date | null;
}
