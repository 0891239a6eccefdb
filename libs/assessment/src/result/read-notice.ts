import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database, systemScope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { takingPart } from '../cycle/cycle-gaps';
import { AssessmentCycleEntity, AssessmentEntity } from '../cycle/cycle.entity';
import { CycleStage } from '../cycle/cycle.enums';
import type { SchemeTree } from '../engine';
import { AssessmentSchemeEntity, SchemeVersionEntity } from '../scheme/scheme.entity';
import { dimensionsOf } from './dimensions';
import { gradeName } from './present';
import { NoticeField } from './result.enums';
import type { AssessmentNotice, NoticeLine } from './notice.type';

/** The public notice: for everybody in the association, whatever they may read otherwise, and only what was chosen. */
@Injectable()
export class ReadNotice {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws UNKNOWN_ID, also while it is not on notice */
  read({ association }: Pick<Viewer, 'association'>, global: string): Promise<AssessmentNotice> {
    const id = localId('AssessmentCycle', global);
    return this.database.transaction(systemScope(association.id), async (tx) => {
      const cycle = await tx.findOneBy(AssessmentCycleEntity, { id, associationId: association.id });
      if (!cycle?.noticeFrom || !cycle.noticeTo || cycle.cancelledAt) throw platformErrors.UNKNOWN_ID();
      const { title, stage, noticeFrom, noticeTo, schemeVersionId, organizationId } = cycle;
      const fields = cycle.noticeFields as NoticeField[];
      const { tree, schemeId } = await tx.findOneByOrFail(SchemeVersionEntity, { id: schemeVersionId });
      const scheme = await tx.findOneByOrFail(AssessmentSchemeEntity, { id: schemeId });
      const [organization] = await tx.query<{ name: string }[]>(`select name from party_organization where id = $1`, [
        organizationId,
      ]);
      return {
        ...{ cycleId: globalId('AssessmentCycle', id), title, stage, noticeFrom, noticeTo, fields },
        organizationName: organization!.name,
        scheme: { zh: scheme.nameZh, en: scheme.nameEn },
        open: stage === CycleStage.NOTICE && this.clock.today() <= noticeTo,
        lines: await linesOf(tx, cycle, tree, fields),
      };
    });
  }
}

async function linesOf(
  tx: EntityManager,
  { id: cycleId }: AssessmentCycleEntity,
  tree: SchemeTree,
  fields: readonly NoticeField[],
): Promise<NoticeLine[]> {
  const shows = (field: NoticeField): boolean => fields.includes(field);
  const rows = await tx.find(AssessmentEntity, {
    where: { cycleId, participation: In([...takingPart]) },
    order: { groupName: 'ASC', ...(shows(NoticeField.RANK) && { rank: 'ASC' as const }), subjectName: 'ASC' },
  });
  const dimensions = shows(NoticeField.DIMENSIONS) ? await dimensionsOf(tx, cycleId, null) : null;
  return rows.map(({ id, subjectName: name, groupName, total, grade, rank }) => ({
    ...{ name, groupName },
    total: shows(NoticeField.TOTAL) ? total : null,
    grade: shows(NoticeField.GRADE) ? gradeName(tree, grade) : null,
    rank: shows(NoticeField.RANK) ? rank : null,
    dimensions: (dimensions?.get(id) ?? []).map((dimension) => ({ ...dimension, groupMedian: null })),
  }));
}
