import { newId } from '@dangwu/platform/ids';
import { ParentRelation, SuperiorEntity } from '@dangwu/organization';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';

/** The association's superiors, one of them until the association was separated from its former supervisor. */
export async function addSuperiors(
  tx: EntityManager,
  associationId: string,
  organizationId: string,
  days: Days,
): Promise<void> {
  const separated = '2020-07-01';
  const superior = (
    name: string,
    relation: ParentRelation,
    main: boolean,
    validFrom: string,
    validTo: string | null,
  ) => ({
    id: newId(),
    associationId,
    organizationId,
    name,
    relation,
    main,
    validFrom,
    validTo,
    basis: '行业协会商会党建工作管理体制调整方案',
  });
  await tx.insert(SuperiorEntity, [
    superior('原业务主管单位机关党委（示范）', ParentRelation.LEADS, true, '2019-02-01', separated),
    superior('行业协会商会党建工作部（示范）', ParentRelation.LEADS, true, separated, null),
    superior('科技社团党委（示范）', ParentRelation.GUIDES, false, days.at(-900), null),
  ]);
}
