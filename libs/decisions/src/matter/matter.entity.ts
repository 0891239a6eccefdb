import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { DecidingBody, MatterCategory } from '../review-rule/review-rule.enums';
import type { FieldDifference, MatterContent } from './matter-content';
import type { CouncilOutcome, MatterState, OpinionKind } from './matter.enums';

/** A major matter (重大事项) that is brought to a decision. Amounts are fen, as decimal text. */
@Entity('matter')
export class MatterEntity extends PublicRow {
  /** who proposes it, which is also its place */
  @Column('uuid') organizationId!: string;
  @Column('text') category!: MatterCategory;
  @Column('text') title!: string;
  @Column('bigint', { nullable: true }) amountFen!: string | null;
  @Column('text', { default: '' }) background!: string;
  @Column('text', { default: '' }) options!: string;
  @Column('text', { default: '' }) socialEffect!: string;
  /** handled before it is reviewed */
  @Column('boolean', { default: false }) urgent!: boolean;
  @Column('text', { nullable: true }) urgentReason!: string | null;
  @Column('text') state!: MatterState;
  /** how often it was submitted */
  @Column('smallint', { default: 0 }) versionNo!: number;
  @Column('text', { nullable: true }) number!: string | null;
  /** the rule it was submitted under */
  @Column('uuid', { nullable: true }) reviewRuleId!: string | null;
  @Column('boolean', { default: true }) reviewRequired!: boolean;
  @Column('text', { nullable: true }) opinion!: OpinionKind | null;
  /** by which day an urgent one is reviewed; null: not urgent */
  @Column('date', { nullable: true }) reviewDueOn!: string | null;
  /** why it was returned or withdrawn last */
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('uuid') proposerAccountId!: string;
  @Column('text') proposerName!: string;
  @Column('timestamptz', { nullable: true }) submittedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) acceptedAt!: Date | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  /** what was said when it was closed */
  @Column('text', { nullable: true }) closingNote!: string | null;
  /** title and number in lower case, made by the database: what a search looks through */
  @Column({ type: 'text', insert: false, update: false }) searchText!: string;
  /** made by the database as well: nobody was told of it yet */
  @Column({ type: 'boolean', insert: false, update: false }) neverSubmitted!: boolean;
}

/** A matter as it was submitted. Rows are only added. */
@Entity('matter_version')
export class MatterVersionEntity extends PublicRow {
  @Column('uuid') matterId!: string;
  @Column('uuid') organizationId!: string;
  @Column('smallint') no!: number;
  @Column('jsonb') content!: MatterContent;
  @Column('text') contentHash!: string;
  @Column('jsonb') changes!: readonly FieldDifference[];
  @Column('text') submittedBy!: string;
  @Column('timestamptz') submittedAt!: Date;
}

/** A file that is handed in as a material of the rule; a later one of the same kind is its next version. */
@Entity('matter_material')
export class MatterMaterialEntity extends PublicRow {
  @Column('uuid') matterId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: string;
  @Column('smallint') no!: number;
  @Column('uuid') fileId!: string;
  @Column('text') name!: string;
  @Column('text') type!: string;
  @Column('bigint') size!: string;
  @Column('text') sha256!: string;
  @Column('text') addedBy!: string;
  @Column('timestamptz') addedAt!: Date;
}

/** A matter on the agenda of the body that decides, and its outcome: here only while the gate of the matter is open. */
@Entity('council_item')
export class CouncilItemEntity extends PublicRow {
  @Column('uuid') matterId!: string;
  @Column('uuid') organizationId!: string;
  @Column('text') decidingBody!: DecidingBody;
  @Column('date') meetingOn!: string;
  @Column('text') placedBy!: string;
  @Column('timestamptz') placedAt!: Date;
  @Column('text', { nullable: true }) outcome!: CouncilOutcome | null;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('date', { nullable: true }) decidedOn!: string | null;
  @Column('text', { nullable: true }) recordedBy!: string | null;
}
