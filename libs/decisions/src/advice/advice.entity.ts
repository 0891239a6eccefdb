import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { AdviceKind, AdviceStance, AdviceState } from './advice.enums';

/** An opinion on a matter that somebody is asked for (专家意见, 法律审查). Whoever is asked sees that matter. */
@Entity('matter_advice')
export class MatterAdviceEntity extends PublicRow {
  @Column('uuid') matterId!: string;
  /** who proposes the matter, which decides who sees it */
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: AdviceKind;
  @Column('uuid') advisorAccountId!: string;
  @Column('text') advisorName!: string;
  /** where the person belongs, which tells people of one name apart */
  @Column('text', { nullable: true }) advisorNote!: string | null;
  @Column('text') question!: string;
  @Column('boolean') scoreAsked!: boolean;
  @Column('date') dueOn!: string;
  @Column('text') state!: AdviceState;
  @Column('text', { nullable: true }) stance!: AdviceStance | null;
  @Column('smallint', { nullable: true }) score!: number | null;
  @Column('text', { nullable: true }) text!: string | null;
  @Column('uuid', { nullable: true }) fileId!: string | null;
  @Column('text', { nullable: true }) fileName!: string | null;
  @Column('bigint', { nullable: true }) fileSize!: string | null;
  @Column('text', { nullable: true }) fileSha256!: string | null;
  /** why it was declined or revoked */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('text') askedBy!: string;
  @Column('uuid') askedByAccountId!: string;
  @Column('timestamptz') askedAt!: Date;
  @Column('timestamptz', { nullable: true }) answeredAt!: Date | null;
  /** the day on which somebody urged for it last */
  @Column('date', { nullable: true }) nudgedOn!: string | null;
  @Column('text', { nullable: true }) nudgedBy!: string | null;
}
