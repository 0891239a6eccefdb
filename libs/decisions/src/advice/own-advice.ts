import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database, systemScope, type Scope } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { Files, type FileEntity } from '@dangwu/platform/files';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { Readable } from 'node:stream';
import type { EntityManager } from 'typeorm';
import { MatterMaterialEntity } from '../matter/matter.entity';
import type { MatterState } from '../matter/matter.enums';
import { MatterAdviceEntity } from './advice.entity';
import { AdviceState } from './advice.enums';
import type { AdviceMatter, OwnAdvice } from './advice.type';
import { answeredIn } from './ask-advice';

/** So many are answered at once. */
const most = 200;

interface Row extends Omit<OwnAdvice, 'fileUrl' | 'canAnswer' | 'matter'> {
  readonly fileId: string | null;
  readonly matter: Omit<AdviceMatter, 'materials'> & { readonly state: MatterState; readonly organizationId: string };
  readonly materials: readonly Omit<AdviceMatter['materials'][number], 'url'>[];
}

/**
 * What one is asked about oneself. The transaction reaches nowhere and says that it asks for this alone: what is then seen of
 * matters and their materials is what row-level security shows to whoever is asked.
 */
const ownScope = (viewer: Viewer): Scope => ({
  association: viewer.association.id,
  places: [],
  account: viewer.account.id,
  permission: 'advice.own',
});

/** Opinions that one is asked for, each with its matter; and their files. */
@Injectable()
export class OwnAdviceList {
  constructor(
    private readonly database: Database,
    private readonly files: Files,
    private readonly audit: Audit,
  ) {}

  /** What waits first, the most pressing first. */
  list(viewer: Viewer): Promise<OwnAdvice[]> {
    return this.read(viewer, '$2::uuid is null', null);
  }

  /** @throws UNKNOWN_ID, also for one that is no longer asked for */
  async one(viewer: Viewer, id: string): Promise<OwnAdvice> {
    const [found] = await this.read(viewer, 'a.id = $2', id);
    if (!found) throw platformErrors.UNKNOWN_ID();
    return found;
  }

  /** A material of a matter that one is asked about. @throws UNKNOWN_ID, FILE_GONE */
  async material(viewer: Viewer, global: string): Promise<{ file: FileEntity; content: Readable }> {
    const id = localId('MatterMaterial', global);
    const row = await this.database.transaction(ownScope(viewer), (tx) => tx.findOneBy(MatterMaterialEntity, { id }));
    if (!row) throw platformErrors.UNKNOWN_ID();
    await this.record(viewer, (tx) =>
      this.audit.record(tx, {
        action: 'matter.downloadMaterial',
        subjectType: 'MatterMaterial',
        subjectId: id,
        subjectName: row.name,
        organizationId: row.organizationId,
        after: { name: row.name },
      }),
    );
    return this.open(viewer, row.fileId);
  }

  /** The file of an opinion, for whoever gave it and whoever reads the matter. @throws UNKNOWN_ID, FILE_GONE */
  async file(viewer: Viewer, global: string): Promise<{ file: FileEntity; content: Readable }> {
    const id = localId('MatterAdvice', global);
    const find = (scope: Scope) =>
      this.database.transaction(scope, (tx) => tx.findOneBy(MatterAdviceEntity, { id, state: AdviceState.GIVEN }));
    const row = (await find(ownScope(viewer))) ?? (await find(viewer.scope('matter.read')));
    if (!row?.fileId) throw platformErrors.UNKNOWN_ID();
    await this.record(viewer, (tx) =>
      this.audit.record(tx, {
        action: 'matter.downloadAdvice',
        subjectType: 'MatterAdvice',
        subjectId: id,
        subjectName: row.fileName,
        organizationId: row.organizationId,
        after: { name: row.fileName },
      }),
    );
    return this.open(viewer, row.fileId);
  }

  private record(viewer: Viewer, work: (tx: EntityManager) => Promise<void>): Promise<void> {
    return this.database.transaction({ ...systemScope(viewer.association.id), account: viewer.account.id }, work);
  }

  private async open(viewer: Viewer, fileId: string): Promise<{ file: FileEntity; content: Readable }> {
    const file = await this.files.find(viewer.association.id, fileId);
    return { file, content: await this.files.open(file) };
  }

  private async read(viewer: Viewer, which: string, value: string | null): Promise<OwnAdvice[]> {
    const rows = await this.database.transaction(ownScope(viewer), (tx) =>
      tx.query<Row[]>(`${columns} and ${which} ${order}`, [viewer.account.id, value]),
    );
    const names = await this.names(
      viewer,
      rows.map(({ matter }) => matter.organizationId),
    );
    return rows.map(({ fileId, materials, ...row }) => {
      const { organizationId, ...matter } = row.matter;
      const id = globalId('MatterAdvice', row.id);
      return {
        ...row,
        id,
        fileUrl: fileId ? `/files/advice/${id}` : null,
        canAnswer: row.state === AdviceState.ASKED && answeredIn.includes(matter.state),
        matter: {
          ...matter,
          id: globalId('Matter', matter.id),
          organizationName: names.get(organizationId) ?? null,
          materials: materials.map((material) => {
            const own = globalId('MatterMaterial', material.id);
            return { ...material, id: own, url: `/files/advice-materials/${own}` };
          }),
        },
      };
    });
  }

  /** What an organization is called is known to everybody in the association. */
  private async names(viewer: Viewer, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.transaction(systemScope(viewer.association.id), (tx) =>
      tx.query<{ id: string; name: string }[]>(`select id, name from party_organization where id = any($1)`, [ids]),
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}

const columns = `
  select a.id, a.version, a.kind, a.question, a.score_asked as "scoreAsked", a.due_on::text as "dueOn", a.state, a.stance,
    a.score, a.text, a.file_id as "fileId", a.file_name as "fileName", a.file_size::int as "fileSize", a.reason,
    a.asked_by as "askedBy", a.asked_at as "askedAt", a.answered_at as "answeredAt",
    jsonb_build_object('id', m.id, 'title', m.title, 'number', m.number, 'category', m.category, 'state', m.state,
      'amountFen', m.amount_fen::text, 'background', m.background, 'options', m.options, 'socialEffect', m.social_effect,
      'urgent', m.urgent, 'organizationId', m.organization_id) as matter,
    coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'kind', f.kind, 'no', f.no, 'name', f.name,
        'size', f.size) order by f.kind, f.no desc)
      from matter_material f where f.matter_id = m.id and f.deleted_at is null), '[]') as materials
  from matter_advice a join matter m on m.id = a.matter_id
  where a.advisor_account_id = $1 and a.state <> 'REVOKED' and a.deleted_at is null and m.deleted_at is null`;
const order = `
  order by array_position(array['ASKED', 'GIVEN', 'DECLINED'], a.state), case when a.state = 'ASKED' then a.due_on end,
    a.answered_at desc, a.id limit ${most}`;
