import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { HandoverItemState } from './staff.enums';

/** Work that goes from one of the staff to another (工作交接). */
@Entity('handover')
export class HandoverEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('uuid') fromId!: string;
  @Column('uuid') toId!: string;
  @Column('date') dueOn!: string;
  @Column('timestamptz', { nullable: true }) fromConfirmedAt!: Date | null;
  @Column('uuid', { nullable: true }) fromConfirmedBy!: string | null;
  /** as the account was called then */
  @Column('text', { nullable: true }) fromConfirmedByName!: string | null;
  @Column('timestamptz', { nullable: true }) toConfirmedAt!: Date | null;
  @Column('uuid', { nullable: true }) toConfirmedBy!: string | null;
  @Column('text', { nullable: true }) toConfirmedByName!: string | null;
}

/** One thing to hand over: papers, seals, accounts, matters under way. */
@Entity('handover_item')
export class HandoverItemEntity extends PublicRow {
  @Column('uuid') handoverId!: string;
  @Column('smallint') position!: number;
  @Column('text') text!: string;
  @Column('text') state!: HandoverItemState;
  @Column('text', { nullable: true }) note!: string | null;
}
