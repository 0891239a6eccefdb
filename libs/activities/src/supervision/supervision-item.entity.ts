import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { SupervisionSource, SupervisionState } from './supervision-item.enums';

/** What somebody is to carry out until a day (督办事项): given by an organization, reported by its owner, closed by the giver. */
@Entity('supervision_item')
export class SupervisionItemEntity extends PublicRow {
  /** who gave it, which decides who sees it */
  @Column('uuid') organizationId!: string;
  @Column('text') source!: SupervisionSource;
  /** of a resolution: the activity; of a milestone: the matter */
  @Column('uuid') sourceId!: string;
  @Column('text') sourceTitle!: string;
  /** among those of the source */
  @Column('smallint') no!: number;
  @Column('text') text!: string;
  /** who carries it out, by name; with none of the three keys somebody whom the system does not know */
  @Column('text', { nullable: true }) owner!: string | null;
  @Column('uuid', { nullable: true }) ownerAccountId!: string | null;
  @Column('uuid', { nullable: true }) ownerMemberId!: string | null;
  @Column('uuid', { nullable: true }) ownerOrganizationId!: string | null;
  @Column('date', { nullable: true }) dueOn!: string | null;
  @Column('text') state!: SupervisionState;
  @Column('text', { nullable: true }) evidence!: string | null;
  @Column('timestamptz', { nullable: true }) reportedAt!: Date | null;
  @Column('text', { nullable: true }) reportedBy!: string | null;
  @Column('uuid', { nullable: true }) reportedAccountId!: string | null;
  /** why it was given back last */
  @Column('text', { nullable: true }) returnedReason!: string | null;
  /** of a milestone, why it is not carried out any more */
  @Column('text', { nullable: true }) droppedReason!: string | null;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('text', { nullable: true }) closedBy!: string | null;
}
