import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { SubjectKey } from './subjects';

/** What an organization shows to the one that guides it. It ends by being withdrawn, and its row stays. */
@Entity({ name: 'publication' })
export class PublicationEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  /** to whom: it holds while that one guides the organization */
  @Column('uuid') toId!: string;
  @Column('text') subject!: SubjectKey;
  @Column('text') basis!: string;
  @Column('timestamptz') publishedAt!: Date;
  @Column('uuid') publishedBy!: string;
  @Column('text') publishedByName!: string;
  @Column('timestamptz', { nullable: true }) withdrawnAt!: Date | null;
  @Column('uuid', { nullable: true }) withdrawnBy!: string | null;
  @Column('text', { nullable: true }) withdrawnByName!: string | null;
  @Column('text', { nullable: true }) withdrawalBasis!: string | null;
}
