import type { OfficialDocument } from '@dangwu/documents';
import { PublicRow } from '@dangwu/platform/database';
import { Column, Entity } from 'typeorm';
import type { SessionBody } from '../session/session.enums';
import type { SessionDocumentKind } from './session-document.enums';

/** A document that a session issued under a number. Rows are only added. */
@Entity('session_document')
export class SessionDocumentEntity extends PublicRow {
  @Column('uuid') sessionId!: string;
  @Column('uuid') organizationId!: string;
  /** of an opinion, on what */
  @Column('uuid', { nullable: true }) itemId!: string | null;
  @Column('text') kind!: SessionDocumentKind;
  @Column('text') body!: SessionBody;
  @Column('text') number!: string;
  @Column('text') title!: string;
  @Column('jsonb') content!: OfficialDocument;
  @Column('text') contentHash!: string;
  @Column('uuid', { nullable: true }) sealFileId!: string | null;
  @Column('text', { nullable: true }) sealSha256!: string | null;
  @Column('text') issuedBy!: string;
  @Column('timestamptz') issuedAt!: Date;
}

/** The picture of a seal, of the organization whose body sits or of the council beside it. */
@Entity('seal_image')
export class SealImageEntity extends PublicRow {
  @Column('uuid') organizationId!: string;
  @Column('text') body!: SessionBody;
  @Column('uuid') fileId!: string;
  @Column('text') sha256!: string;
  @Column('text') addedBy!: string;
  @Column('timestamptz') addedAt!: Date;
}
