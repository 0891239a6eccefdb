import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { VoteChoice } from '../session.enums';

/** Who was there when a vote opened and may vote. Of secret votes nothing stands here but that. */
@Entity('session_voter')
export class SessionVoterEntity extends PublicRow {
  @Column('uuid') voteId!: string;
  @Column('text') secrecy!: 'SECRET' | 'OPEN';
  @Column('uuid') sessionMemberId!: string;
  @Column('uuid') organizationId!: string;
  /** of open votes, of seats without an account: by show of hands */
  @Column('text', { nullable: true }) choice!: VoteChoice | null;
}
