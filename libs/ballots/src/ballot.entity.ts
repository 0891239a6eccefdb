import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Answers, Paper, PublishedBallot, Question } from './recount';

export type Secrecy = 'SECRET' | 'OPEN';

/**
 * ISSUING: voters fetch their credentials (secret ballots alone); CASTING: papers come in; CLOSED: counted and published;
 * VOID: given up, nothing was counted.
 */
export type BallotState = 'ISSUING' | 'CASTING' | 'CLOSED' | 'VOID';

/** A ballot: what is asked, how, and in the end what came out. */
@Entity('ballot')
export class BallotEntity extends PublicRow {
  /** whose body votes */
  @Column('uuid') organizationId!: string;
  /** what it is about, such as a matter on an agenda */
  @Column('text') subjectType!: string;
  @Column('uuid') subjectId!: string;
  @Column('text') title!: string;
  @Column('text') secrecy!: Secrecy;
  @Column('jsonb') questions!: readonly Question[];
  @Column('text') state!: BallotState;
  /** how many got a credential; known when casting begins */
  @Column('integer', { nullable: true }) issued!: number | null;
  /** how many votes were counted */
  @Column('integer', { nullable: true }) papers!: number | null;
  /** of a closed secret ballot */
  @Column('jsonb', { nullable: true }) published!: PublishedBallot | null;
  /** SHA-256 of `published` */
  @Column('text', { nullable: true }) publishedHash!: string | null;
  @Column('text', { nullable: true }) voidReason!: string | null;
}

/** Voters whose votes weigh the same. A secret ballot signs the credentials of each group with a key of its own. */
@Entity('ballot_group')
export class BallotGroupEntity {
  @PrimaryColumn('uuid') ballotId!: string;
  @PrimaryColumn('text') key!: string;
  @Column('uuid') associationId!: string;
  @Column('numeric') weight!: string;
  @Column('text', { nullable: true }) publicKey!: string | null;
  /** the private key under a master key; gone when issuing has closed */
  @Column('bytea', { nullable: true }) sealedKey!: Buffer | null;
  @Column('text', { nullable: true }) sealedBy!: string | null;
}

/** Who may vote, and who has got a credential or voted by name. Of a secret ballot never what. */
@Entity('ballot_voter')
export class BallotVoterEntity extends PublicRow {
  @Column('uuid') ballotId!: string;
  @Column('text') secrecy!: Secrecy;
  @Column('uuid') organizationId!: string;
  @Column('uuid') accountId!: string;
  @Column('text') groupKey!: string;
  /** what was signed unseen, so that a lost answer can be given again */
  @Column('bytea', { nullable: true }) blinded!: Buffer | null;
  @Column('bytea', { nullable: true }) signature!: Buffer | null;
  /** of an open ballot */
  @Column('jsonb', { nullable: true }) answers!: Answers | null;
}

/**
 * A cast paper of a secret ballot while it is open. No time, no account, no order but the one in which it came; when the
 * ballot closes the rows go and the sorted list stands in one row.
 */
@Entity('ballot_paper')
export class BallotPaperEntity {
  @PrimaryColumn('uuid') ballotId!: string;
  /** hash of the paper's key: random */
  @PrimaryColumn('text') id!: string;
  @Column('uuid') associationId!: string;
  @Column('jsonb') content!: Paper;
}
