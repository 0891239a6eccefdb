import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';

/** A number of a document that was given (文号). Rows are only added: what has a number keeps it, and nothing else gets it. */
@Entity('document_number')
export class DocumentNumberEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('text') kind!: DocumentKind;
  @Column('smallint') year!: number;
  @Column('integer') number!: number;
  /** what has it */
  @Column('uuid') subjectId!: string;
}

/** Kinds of documents, each counted by itself. */
export type DocumentKind =
  | 'MINUTES'
  | 'MATTER'
  | 'REQUEST'
  | 'REPORT'
  | 'SESSION_NOTICE'
  | 'OPINION'
  | 'SESSION_MINUTES'
  | 'COUNCIL_MINUTES'
  | 'ASSESSMENT_LETTER';
