import { AssessmentSchemeEntity, SchemeVersionEntity, SchemeVersionState } from '@dangwu/assessment';
import type { EntityManager } from 'typeorm';

/** The version that ships of a scheme, by the key of the scheme; from now on a cycle uses it. */
export async function versionOf(tx: EntityManager, associationId: string, key: string, usedAt: Date): Promise<string> {
  const { id: schemeId } = await tx.findOneByOrFail(AssessmentSchemeEntity, { associationId, key });
  const { id } = await tx.findOneByOrFail(SchemeVersionEntity, { schemeId, state: SchemeVersionState.PUBLISHED });
  await tx.update(SchemeVersionEntity, { id }, { usedAt });
  return id;
}
