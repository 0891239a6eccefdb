import { missing, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { associationZone, Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme.entity';
import { SchemeVersionState } from './scheme.enums';
import { schemeErrors } from './scheme.errors';

/** What is done to a scheme, or to its draft. */
export interface SchemeAct {
  readonly action: string;
  readonly scheme: Pick<AssessmentSchemeEntity, 'id' | 'nameZh'>;
  readonly before?: object | null;
  readonly after?: object | null;
}

/** A row as somebody read it. */
export interface ReadRow {
  /** global id */
  readonly id: string;
  readonly version: number;
}

const moments = new Intl.DateTimeFormat('sv-SE', { timeZone: associationZone, dateStyle: 'short', timeStyle: 'short' });

/** The frame of all writes of schemes: rights, one write of schemes of an association at a time, version, audit. */
@Injectable()
export class ChangeSchemes {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns UUID of the scheme @throws PERMISSION_MISSING, and what `work` refuses */
  async write(viewer: Viewer, work: (tx: EntityManager) => Promise<SchemeAct>): Promise<string> {
    return this.database.transaction(this.scopeOf(viewer), async (tx) => {
      await this.lock(tx, viewer);
      const act = await work(tx);
      await this.leave(tx, act);
      return act.scheme.id;
    });
  }

  /** For whoever writes the lock and the event by another frame. @throws PERMISSION_MISSING */
  scopeOf(viewer: Viewer) {
    if (!viewer.holdsEverywhere('scheme.maintain')) throw missing('scheme.maintain');
    return viewer.scope('scheme.maintain');
  }

  /** Names stay unique, and a scheme has one draft, whoever writes at the same moment. */
  async lock(tx: EntityManager, { association }: Viewer): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('assessment_scheme'), hashtext($1))`, [association.id]);
  }

  leave(tx: EntityManager, { action, scheme, before = null, after = null }: SchemeAct): Promise<void> {
    const { id: subjectId, nameZh: subjectName } = scheme;
    const told = { before: before && { ...before }, after: after && { ...after } };
    return this.audit.record(tx, { action, subjectType: 'AssessmentScheme', subjectId, subjectName, ...told });
  }

  /** @throws UNKNOWN_ID, STALE_VERSION */
  async scheme(tx: EntityManager, { id, version }: { id: string; version?: number }): Promise<AssessmentSchemeEntity> {
    const scheme = await tx.findOneBy(AssessmentSchemeEntity, { id: localId('AssessmentScheme', id) });
    if (!scheme) throw platformErrors.UNKNOWN_ID();
    if (version !== undefined && scheme.version !== version)
      throw platformErrors.STALE_VERSION({ current: scheme.version });
    return scheme;
  }

  /** A draft as it was read last, with its scheme. @throws UNKNOWN_ID, SCHEME_PUBLISHED, SCHEME_DRAFT_STALE */
  async draft(
    tx: EntityManager,
    { id, version }: ReadRow,
  ): Promise<{ draft: SchemeVersionEntity; scheme: AssessmentSchemeEntity }> {
    const draft = await tx.findOneBy(SchemeVersionEntity, { id: localId('SchemeVersion', id) });
    if (!draft) throw platformErrors.UNKNOWN_ID();
    const scheme = await tx.findOneByOrFail(AssessmentSchemeEntity, { id: draft.schemeId });
    const { nameZh: name } = scheme;
    if (draft.state !== SchemeVersionState.DRAFT) throw schemeErrors.SCHEME_PUBLISHED({ name, no: draft.no });
    if (draft.version !== version)
      throw schemeErrors.SCHEME_DRAFT_STALE({
        ...{ name, current: draft.version, by: draft.savedBy ?? '' },
        at: moments.format(draft.savedAt ?? draft.updatedAt),
      });
    return { draft, scheme };
  }

  /** @throws SCHEME_RETIRED */
  refuseRetired({ retiredOn, nameZh: name }: AssessmentSchemeEntity): void {
    if (retiredOn && retiredOn <= this.clock.today()) throw schemeErrors.SCHEME_RETIRED({ name, on: retiredOn });
  }
}
