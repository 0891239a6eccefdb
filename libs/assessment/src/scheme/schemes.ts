import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { digest } from '../engine';
import { shippedSchemes, type ShippedScheme } from '../shipped';
import { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme.entity';
import { AssessmentSubject, SchemeVersionState } from './scheme.enums';

/** Who publishes what ships. */
const publishedBy = '系统预置';

/** The key of a scheme in an association: six-strengths of SIX_STRENGTHS. */
export const schemeKey = (shipped: string): string => shipped.toLowerCase().replaceAll('_', '-');

/** Schemes that an association begins with. */
@Injectable()
export class Schemes {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  /** Gives an association the shipped schemes it has not had, each with a published version. */
  async ship(tx: EntityManager, associationId: string): Promise<void> {
    const had = await tx.find(AssessmentSchemeEntity, { where: { associationId }, withDeleted: true });
    const known = new Set(had.map(({ key }) => key));
    const missing = shippedSchemes.filter(({ key }) => !known.has(schemeKey(key)));
    if (missing.length === 0) return;
    for (const scheme of missing) await this.add(tx, associationId, scheme);
    await this.audit.record(tx, {
      action: 'shipAssessmentSchemes',
      subjectType: 'Association',
      subjectId: associationId,
      after: { schemes: missing.map(({ name }) => name.zh).join('、') },
      associationId,
    });
  }

  private async add(
    tx: EntityManager,
    associationId: string,
    { key, name, basis, of, tree }: ShippedScheme,
  ): Promise<void> {
    const [schemeId, publishedAt] = [newId(), this.clock.now()];
    await insertRows(tx, AssessmentSchemeEntity, [
      {
        id: schemeId,
        ...{ associationId, key: schemeKey(key), nameZh: name.zh, nameEn: name.en },
        ...{ basisZh: basis.zh, basisEn: basis.en, subject: AssessmentSubject[of], shipped: true },
      },
    ]);
    await insertRows(tx, SchemeVersionEntity, [
      {
        id: newId(),
        ...{ associationId, schemeId, no: 1, state: SchemeVersionState.PUBLISHED, tree, hash: digest(tree), note: '' },
        ...{ publishedAt, publishedBy },
      },
    ]);
  }
}
