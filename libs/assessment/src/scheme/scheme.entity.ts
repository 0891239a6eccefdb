import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { SchemeTree } from '../engine';
import type { AssessmentSubject, SchemeVersionState } from './scheme.enums';

/** What is assessed by one tree of indicators, in versions (考核方案). */
@Entity('assessment_scheme')
export class AssessmentSchemeEntity extends PublicRow {
  /** in an association, such as `six-strengths` */
  @Column('text') key!: string;
  @Column('text') nameZh!: string;
  @Column('text') nameEn!: string;
  @Column('text') subject!: AssessmentSubject;
  /** what the scheme rests on */
  @Column('text', { default: '' }) basisZh!: string;
  @Column('text', { default: '' }) basisEn!: string;
  /** came with the system, not written by the association */
  @Column('boolean', { default: false }) shipped!: boolean;
  /** from this day on no cycle is opened with it */
  @Column('date', { nullable: true }) retiredOn!: string | null;
}

/** The tree as it was published; what is published never changes. */
@Entity('scheme_version')
export class SchemeVersionEntity extends PublicRow {
  @Column('uuid') schemeId!: string;
  @Column('smallint') no!: number;
  @Column('text') state!: SchemeVersionState;
  @Column('jsonb') tree!: SchemeTree;
  /** sha256 of the tree in its canonical form; null while it is a draft */
  @Column('text', { nullable: true }) hash!: string | null;
  /** what changed, in words */
  @Column('text', { default: '' }) note!: string;
  @Column('timestamptz', { nullable: true }) publishedAt!: Date | null;
  @Column('text', { nullable: true }) publishedBy!: string | null;
  /** since when a cycle uses it */
  @Column('timestamptz', { nullable: true }) usedAt!: Date | null;
  /** the version that it was begun from, of this scheme or of another */
  @Column('uuid', { nullable: true }) basedOn!: string | null;
  /** when it was changed last, while it was a draft */
  @Column('timestamptz', { nullable: true }) savedAt!: Date | null;
  @Column('text', { nullable: true }) savedBy!: string | null;
}
