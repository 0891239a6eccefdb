import type { Viewer } from '@dangwu/access';
import { Idempotency } from '@dangwu/organization';
import { Clock } from '@dangwu/platform/clock';
import { Database, insertRows } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId, newId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { checkScheme, digest, nodesOf, type SchemeTree } from '../engine';
import { ChangeSchemes } from './change-schemes';
import { emptyTree } from './empty-tree';
import { faultsOf } from './faults-of';
import { AssessmentSchemeEntity, SchemeVersionEntity } from './scheme.entity';
import { AssessmentSubject, SchemeVersionState } from './scheme.enums';
import { schemeErrors } from './scheme.errors';
import type {
  BeginSchemeDraftInput,
  CreateAssessmentSchemeInput,
  DiscardSchemeDraftInput,
  SaveSchemeDraftInput,
} from './scheme.inputs';

/** Writes schemes: what is being written may have faults, and is seen by those who write alone. */
@Injectable()
export class DraftSchemes {
  constructor(
    private readonly changes: ChangeSchemes,
    private readonly database: Database,
    private readonly idempotency: Idempotency,
    private readonly clock: Clock,
  ) {}

  /** @returns its UUID @throws SCHEME_NAME_TAKEN, UNKNOWN_ID, PERMISSION_MISSING, IDEMPOTENCY_KEY_REUSED */
  create(viewer: Viewer, { idempotencyKey, ...input }: CreateAssessmentSchemeInput): Promise<string> {
    const actor = { associationId: viewer.association.id, accountId: viewer.account.id, name: viewer.account.name };
    const request = { operation: 'createAssessmentScheme', key: idempotencyKey, request: input };
    return this.database.transaction(this.changes.scopeOf(viewer), async (tx) => {
      await this.changes.lock(tx, viewer);
      return this.idempotency.once(tx, actor, request, () => this.created(tx, viewer, input));
    });
  }

  private async created(
    tx: EntityManager,
    viewer: Viewer,
    { copyOf, subject, ...input }: Omit<CreateAssessmentSchemeInput, 'idempotencyKey'>,
  ): Promise<string> {
    const [nameZh, nameEn] = [input.nameZh.trim(), input.nameEn.trim()];
    await this.refuseTakenName(tx, viewer, nameZh);
    const from = copyOf ? await versionOf(tx, copyOf) : null;
    const copied = from && (await tx.findOneByOrFail(AssessmentSchemeEntity, { id: from.schemeId }));
    const basisZh = input.basisZh?.trim() ?? copied?.basisZh ?? '';
    const basisEn = input.basisEn?.trim() ?? input.basisZh?.trim() ?? copied?.basisEn ?? '';
    const [id, associationId] = [newId(), viewer.association.id];
    const scheme = {
      ...{ id, associationId, nameZh, nameEn, basisZh, basisEn, shipped: false, retiredOn: null },
      key: `own-${id.replaceAll('-', '').slice(-10)}`,
      subject: copied?.subject ?? subject ?? AssessmentSubject.ORGANIZATION,
    };
    await insertRows(tx, AssessmentSchemeEntity, [scheme]);
    await this.insertDraft(tx, viewer, {
      schemeId: id,
      no: 1,
      tree: from?.tree ?? emptyTree,
      basedOn: from?.id ?? null,
    });
    const after = {
      nameZh,
      nameEn,
      basisZh,
      subject: scheme.subject,
      basedOn: copied && from ? label(copied, from) : null,
    };
    await this.changes.leave(tx, { action: 'scheme.create', scheme, after });
    return id;
  }

  /** @throws SCHEME_DRAFT_EXISTS, SCHEME_NOT_PUBLISHED, SCHEME_RETIRED, UNKNOWN_ID, PERMISSION_MISSING */
  begin(viewer: Viewer, { id, basedOn }: BeginSchemeDraftInput): Promise<string> {
    return this.changes.write(viewer, async (tx) => {
      const scheme = await this.changes.scheme(tx, { id });
      this.changes.refuseRetired(scheme);
      const versions = await tx.find(SchemeVersionEntity, { where: { schemeId: scheme.id }, order: { no: 'DESC' } });
      const { nameZh: name } = scheme;
      const open = versions.find(({ state }) => state === SchemeVersionState.DRAFT);
      if (open) throw schemeErrors.SCHEME_DRAFT_EXISTS({ name, no: open.no });
      const key = basedOn ? localId('SchemeVersion', basedOn) : versions[0]?.id;
      const from = versions.find((version) => version.id === key);
      if (!from) throw basedOn ? platformErrors.UNKNOWN_ID() : schemeErrors.SCHEME_NOT_PUBLISHED({ name });
      const no = versions[0]!.no + 1;
      await this.insertDraft(tx, viewer, { schemeId: scheme.id, no, tree: from.tree, basedOn: from.id });
      return { action: 'scheme.beginDraft', scheme, after: { no, basedOn: label(scheme, from) } };
    });
  }

  /** @throws SCHEME_UNREADABLE, SCHEME_DRAFT_STALE, SCHEME_PUBLISHED, UNKNOWN_ID, PERMISSION_MISSING */
  save(viewer: Viewer, { tree: given, note, ...read }: SaveSchemeDraftInput): Promise<string> {
    const tree = treeOf(given);
    return this.changes.write(viewer, async (tx) => {
      const { draft, scheme } = await this.changes.draft(tx, read);
      const by = { savedAt: this.clock.now(), savedBy: viewer.account.name };
      await tx.save(SchemeVersionEntity, { ...draft, tree, note: note?.trim() ?? draft.note, ...by });
      const [before, after] = [recorded(draft.tree), recorded(tree)];
      return {
        action: 'scheme.saveDraft',
        scheme,
        before: { no: draft.no, ...before },
        after: { no: draft.no, ...after },
      };
    });
  }

  /** @throws SCHEME_NO_DRAFT_LEFT, SCHEME_DRAFT_STALE, SCHEME_PUBLISHED, UNKNOWN_ID, PERMISSION_MISSING */
  discard(viewer: Viewer, read: DiscardSchemeDraftInput): Promise<string> {
    return this.changes.write(viewer, async (tx) => {
      const { draft, scheme } = await this.changes.draft(tx, read);
      const others = await tx.countBy(SchemeVersionEntity, { schemeId: scheme.id });
      if (others < 2) throw schemeErrors.SCHEME_NO_DRAFT_LEFT({ name: scheme.nameZh });
      await tx.save(SchemeVersionEntity, { ...draft, deletedAt: this.clock.now() });
      return { action: 'scheme.discardDraft', scheme, before: { no: draft.no, ...recorded(draft.tree) } };
    });
  }

  /** @throws SCHEME_NAME_TAKEN */
  async refuseTakenName(tx: EntityManager, { association }: Viewer, nameZh: string, except?: string): Promise<void> {
    const rows = await tx.findBy(AssessmentSchemeEntity, { associationId: association.id, nameZh });
    if (rows.some(({ id }) => id !== except)) throw schemeErrors.SCHEME_NAME_TAKEN({ name: nameZh });
  }

  private async insertDraft(
    tx: EntityManager,
    { association, account }: Viewer,
    draft: Pick<SchemeVersionEntity, 'schemeId' | 'no' | 'tree' | 'basedOn'>,
  ): Promise<void> {
    const by = { savedAt: this.clock.now(), savedBy: account.name };
    await insertRows(tx, SchemeVersionEntity, [
      {
        id: newId(),
        associationId: association.id,
        state: SchemeVersionState.DRAFT,
        hash: null,
        note: '',
        ...draft,
        ...by,
      },
    ]);
  }
}

/** Any version that one sees: published, or a draft for those who write. @throws UNKNOWN_ID */
export async function versionOf(tx: EntityManager, global: string): Promise<SchemeVersionEntity> {
  const version = await tx.findOneBy(SchemeVersionEntity, { id: localId('SchemeVersion', global) });
  if (!version) throw platformErrors.UNKNOWN_ID();
  return version;
}

/** What was sent, as a tree that can be kept and shown, whatever is wrong in it. @throws SCHEME_UNREADABLE */
export function treeOf(given: unknown): SchemeTree {
  const shapeless = checkScheme(given).find(({ code }) => code === 'SHAPE_WRONG');
  if (shapeless)
    throw schemeErrors.SCHEME_UNREADABLE({ path: shapeless.path, expected: shapeless.params['expected'] ?? '' });
  return given as SchemeTree;
}

/** What the log keeps of a tree. */
export const recorded = (tree: SchemeTree): { indicators: number; faults: number; hash: string } => ({
  indicators: nodesOf(tree.root).filter(({ node }) => node.kind !== 'GROUP').length,
  faults: faultsOf(tree).length,
  hash: digest(tree),
});

const label = ({ nameZh }: AssessmentSchemeEntity, { no }: SchemeVersionEntity): string => `${nameZh} 第 ${no} 版`;
