import { Clock } from '@dangwu/platform/clock';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DocumentNumberEntity, type DocumentKind } from './document-number.entity';
import { numberInWords } from './official-document';

/** What gets a number. */
export interface Numbered {
  readonly associationId: string;
  readonly organizationId: string;
  readonly kind: DocumentKind;
  readonly year: number;
  readonly subjectId: string;
}

/** Numbers by organization, year and kind, without gaps: of two at once the second waits until the first has committed. */
@Injectable()
export class DocumentNumbers {
  constructor(private readonly clock: Clock) {}

  /** The next number, in the caller's transaction: one that is rolled back has used none. Asked again it is the same. */
  async give(tx: EntityManager, { associationId, organizationId, kind, year, subjectId }: Numbered): Promise<string> {
    await tx.query(`select pg_advisory_xact_lock($1, hashtext($2))`, [lock, `${organizationId} ${kind} ${year}`]);
    const given = await tx.findOneBy(DocumentNumberEntity, { kind, subjectId });
    if (given) return numberInWords(given.year, given.number);
    const last = await tx.findOne(DocumentNumberEntity, {
      where: { organizationId, kind, year },
      order: { number: 'DESC' },
    });
    const number = (last?.number ?? 0) + 1;
    const createdAt = this.clock.now();
    const id = newId(createdAt.getTime());
    await tx.insert(DocumentNumberEntity, {
      id,
      associationId,
      organizationId,
      kind,
      year,
      number,
      subjectId,
      createdAt,
    });
    return numberInWords(year, number);
  }
}

/** Any number that no other advisory lock uses as its first half. */
const lock = 9704;
