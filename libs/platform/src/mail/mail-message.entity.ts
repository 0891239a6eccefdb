import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * SENDING: a worker talks to the mail server. UNCERTAIN: a worker died, or the connection broke, after the letter was
 * handed over and before the answer was noted; it was sent again under the same Message-ID, so it may be there twice.
 */
export type MailState = 'QUEUED' | 'SENDING' | 'SENT' | 'FAILED' | 'UNCERTAIN';

export interface MailAttachment {
  readonly fileId: string;
  /** as the recipient sees it; the file's own name when left out */
  readonly name?: string;
}

/** One letter, to be sent or sent. */
@Entity({ name: 'mail_message' })
export class MailMessageEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { nullable: true }) associationId!: string | null;
  @Column('text', { array: true }) recipients!: string[];
  @Column('text') subject!: string;
  @Column('text') text!: string;
  @Column('text', { nullable: true }) html!: string | null;
  /** its text is a secret (a link that signs in or sets a password) and is forgotten once it is sent or given up */
  @Column('boolean') confidential!: boolean;
  @Column('jsonb') attachments!: MailAttachment[];
  /** RFC 5322 Message-ID, the same in every attempt */
  @Column('text') messageId!: string;
  @Column('text') state!: MailState;
  @Column('integer') attempts!: number;
  @Column('text', { nullable: true }) lastError!: string | null;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) sentAt!: Date | null;
}
