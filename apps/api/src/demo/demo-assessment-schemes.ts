import {
  AssessmentSchemeEntity,
  AssessmentSubject,
  digest,
  SchemeVersionEntity,
  SchemeVersionState,
  shippedSchemes,
} from '@dangwu/assessment';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';

/** The published version of a scheme that ships, by its key; it is put into the association where it is not there. */
export async function versionOf(
  tx: EntityManager,
  associationId: string,
  key: string,
  publishedAt: Date,
): Promise<string> {
  const scheme = await tx.findOneBy(AssessmentSchemeEntity, { associationId, key });
  const version =
    scheme && (await tx.findOneBy(SchemeVersionEntity, { schemeId: scheme.id, state: SchemeVersionState.PUBLISHED }));
  if (!version) return ship(tx, associationId, key, publishedAt);
  await tx.update(SchemeVersionEntity, { id: version.id }, { usedAt: publishedAt });
  return version.id;
}

async function ship(tx: EntityManager, associationId: string, key: string, publishedAt: Date): Promise<string> {
  const shipped = shippedSchemes.find((one) => one.key.toLowerCase().replaceAll('_', '-') === key);
  if (!shipped) throw new Error(`No scheme ${key} ships`);
  const [schemeId, id] = [newId(), newId()];
  const { name, basis, tree, of } = shipped;
  await insertRows(tx, AssessmentSchemeEntity, [
    {
      id: schemeId,
      ...{ associationId, key, nameZh: name.zh, nameEn: name.en, basisZh: basis.zh, basisEn: basis.en },
      ...{ subject: AssessmentSubject[of], shipped: true },
    },
  ]);
  await insertRows(tx, SchemeVersionEntity, [
    {
      ...{
        id,
        associationId,
        schemeId,
        tree,
        no: 1,
        state: SchemeVersionState.PUBLISHED,
        hash: digest(tree),
        note: '',
      },
      ...{ publishedAt, publishedBy: '林静', usedAt: publishedAt },
    },
  ]);
  return id;
}
