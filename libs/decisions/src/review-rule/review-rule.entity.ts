import type { Tier } from '@dangwu/organization';
import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type {
  BallotKind,
  DecidingBody,
  MajorityBase,
  MatterCategory,
  ReviewingBody,
  SpeakingOrder,
} from './review-rule.enums';

/** Which matters of a category and tier are reviewed, and how: one band of amounts. Amounts are fen, as decimal text. */
@Entity('review_rule')
export class ReviewRuleEntity extends PublicRow {
  @Column('text') category!: MatterCategory;
  @Column('text') tier!: Tier;
  /** shared by the bands that hold from the same day on */
  @Column('smallint') versionNo!: number;
  @Column('bigint') amountFrom!: string;
  /** the band ends before it; null: open */
  @Column('bigint', { nullable: true }) amountTo!: string | null;
  @Column('boolean') reviewRequired!: boolean;
  @Column('text') reviewingBody!: ReviewingBody;
  /** what must be handed in, by name */
  @Column('text', { array: true }) materials!: string[];
  /** working days before the session by which papers are there */
  @Column('smallint') daysAhead!: number;
  /** the share of members that must be present, as rules are written: >= 1/2 */
  @Column('text') presence!: string;
  @Column('text') majorityBase!: MajorityBase;
  @Column('text') majority!: string;
  @Column('text') ballot!: BallotKind;
  /** of the standing council in a joint session; null: as the reviewing body */
  @Column('text', { nullable: true }) councilBallot!: BallotKind | null;
  @Column('text') speakingOrder!: SpeakingOrder;
  @Column('boolean') expertOpinion!: boolean;
  @Column('boolean') legalCheck!: boolean;
  @Column('text') decidingBody!: DecidingBody;
  /** within how many days an urgent matter is reviewed after it was handled */
  @Column('smallint') urgentDays!: number;
  @Column('text') basisZh!: string;
  @Column('text') basisEn!: string;
  @Column('date') effectiveFrom!: string;
  /** the first day on which it no longer holds */
  @Column('date', { nullable: true }) effectiveTo!: string | null;
}
