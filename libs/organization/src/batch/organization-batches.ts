import { Access, missing, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { DomainError, platformErrors } from '@dangwu/platform/errors';
import { globalId, localId } from '@dangwu/platform/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { ChangeOrganization, type ChangeRequest } from '../change-organization';
import { DissolveOrganization } from '../changes/dissolve-organization';
import { MoveOrganization } from '../changes/move-organization';
import { lockOrganizations } from '../organization-lock';
import type { ParentRelation } from '../organization.enums';
import { PartyOrganizationEntity } from '../organization.entity';
import { BatchFrame, type Batch, type DoneBatch, type ForeseenBatch } from './batch-frame';
import { ChosenRows } from './chosen-rows';
import { rowList } from './listed-rows';
import type {
  BatchDissolveOrganizationsInput,
  BatchMoveOrganizationsInput,
  OrganizationsDissolveInput,
  OrganizationsMoveInput,
} from './organization-batch.inputs';
import { Verdicts } from './verdicts';

const organizations = rowList('partyOrganizations', 'PartyOrganizationFilter', ['statuses']);

type Rows = OrganizationsDissolveInput;
/** Names of those the viewer may read, by UUID; the others do not exist for them. */
type Visible = ReadonlyMap<string, string>;
type Work<Input extends Rows> = Parameters<Batch<Input, Visible>['carryOut']>[0];

/** One operation for many organizations: each is carried out as it would be alone, those refused are left out. */
abstract class OrganizationBatch<Input extends Rows> implements Batch<Input, Visible>, OnModuleInit {
  abstract readonly job: string;
  /** each is an operation of its own, with tree, versions and flags: some 20 statements */
  readonly atOnce = 200;
  readonly permission = 'organization.maintain';
  readonly rows = { zh: '个党组织', en: 'organizations' };

  constructor(
    protected readonly frame: BatchFrame,
    protected readonly chosen: ChosenRows,
    protected readonly database: Database,
    protected readonly access: Access,
    protected readonly changes: ChangeOrganization,
  ) {}

  onModuleInit(): void {
    this.frame.offer(this);
  }

  foresee(viewer: Viewer, input: Input): Promise<ForeseenBatch> {
    return this.frame.foresee(viewer, this, input);
  }

  async choose(viewer: Viewer, input: Input): Promise<readonly string[]> {
    const ids = await this.chosen.ids(viewer, organizations, input);
    return ids.map((id) => localId('PartyOrganization', id));
  }

  prepare(viewer: Viewer, ids: readonly string[], _input: Input): Promise<Visible> {
    return this.database.transaction(viewer.scope('organization.read'), async (tx) => {
      const where = { id: In([...ids]) };
      const rows = await tx.find(PartyOrganizationEntity, { where, select: { id: true, name: true } });
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
  }

  async carryOut({ tx, viewer, ids, input, prepared: visible, progress }: Work<Input>): Promise<Verdicts> {
    await lockOrganizations(tx, viewer.association.id);
    const mine = await tx.findBy(PartyOrganizationEntity, { id: In([...ids]) });
    const verdicts = new Verdicts();
    const known = new Set(mine.map(({ id }) => id));
    for (const id of ids.filter((each) => !known.has(each))) {
      const name = visible.get(id);
      if (name === undefined) verdicts.skip({ id }, platformErrors.UNKNOWN_ID());
      else verdicts.skip({ id, name }, missing('organization.maintain'));
    }
    const changed: PartyOrganizationEntity[] = [];
    for (const [at, organization] of this.inOrder(mine).entries()) {
      await progress(at);
      if (await this.one(tx, viewer, verdicts, organization, input)) changed.push(organization);
    }
    verdicts.along = await this.along(tx, changed);
    return verdicts;
  }

  /** In which order they are carried out, so that each finds what it needs. */
  protected abstract inOrder(organizations: readonly PartyOrganizationEntity[]): readonly PartyOrganizationEntity[];

  protected abstract change(
    tx: EntityManager,
    viewer: Viewer,
    organization: PartyOrganizationEntity,
    request: ChangeRequest,
    input: Input,
  ): Promise<unknown>;

  protected along(_tx: EntityManager, _changed: readonly PartyOrganizationEntity[]): Promise<number> {
    return Promise.resolve(0);
  }

  /** In a savepoint: what is refused leaves nothing behind. */
  private async one(
    tx: EntityManager,
    viewer: Viewer,
    verdicts: Verdicts,
    organization: PartyOrganizationEntity,
    { effectiveOn, basis, ...input }: Input,
  ): Promise<boolean> {
    const { version } = organization;
    const request = { id: globalId('PartyOrganization', organization.id), version, effectiveOn, basis };
    try {
      await tx.transaction((inner) => this.change(inner, viewer, organization, request, input as Input));
      verdicts.change(organization);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.reason === 'NOTHING_CHANGES') verdicts.leave(organization);
      else verdicts.skip(organization, error);
      return false;
    }
  }
}

/** 批量调整隶属. */
@Injectable()
export class MoveManyOrganizations extends OrganizationBatch<OrganizationsMoveInput> {
  readonly job = 'ORGANIZATION_BATCH_MOVE';

  constructor(
    frame: BatchFrame,
    chosen: ChosenRows,
    database: Database,
    access: Access,
    changes: ChangeOrganization,
    private readonly moving: MoveOrganization,
  ) {
    super(frame, chosen, database, access, changes);
  }

  move(viewer: Viewer, { expected, ...input }: BatchMoveOrganizationsInput): Promise<DoneBatch> {
    return this.frame.carryOut<OrganizationsMoveInput, Visible>(viewer, this, input, expected);
  }

  /** The new parent must be the viewer's to maintain, too. @throws UNKNOWN_ID, PERMISSION_MISSING */
  override async prepare(viewer: Viewer, ids: readonly string[], input: OrganizationsMoveInput): Promise<Visible> {
    const parentId = localId('PartyOrganization', input.parentId);
    this.access.require(viewer, 'organization.maintain', await this.access.place(null, viewer, parentId));
    return super.prepare(viewer, ids, input);
  }

  /** From the top down: one that stands below another of them is then moved out from under it. */
  protected inOrder(organizations: readonly PartyOrganizationEntity[]): readonly PartyOrganizationEntity[] {
    return [...organizations].sort((a, b) => a.path.length - b.path.length || (a.path < b.path ? -1 : 1));
  }

  protected change(
    tx: EntityManager,
    viewer: Viewer,
    organization: PartyOrganizationEntity,
    request: ChangeRequest,
    { parentId, relation }: OrganizationsMoveInput,
  ): Promise<string> {
    return this.changes.recordIn(tx, viewer, this.moving, request, {
      parentId: localId('PartyOrganization', parentId),
      // only the root has none, and it stays
      relation: relation ?? (organization.relation as ParentRelation),
    });
  }

  protected override async along(tx: EntityManager, changed: readonly PartyOrganizationEntity[]): Promise<number> {
    const ids = changed.map(({ id }) => id);
    const [row] = await tx.query<{ count: number }[]>(
      `select count(*)::int as count from party_organization o
       where status <> 'DISSOLVED' and deleted_at is null and id <> all($1) and exists (
         select from party_organization m where m.id = any($1) and o.path > m.path and starts_with(o.path, m.path))`,
      [ids],
    );
    return row?.count ?? 0;
  }
}

/** 批量撤销. */
@Injectable()
export class DissolveManyOrganizations extends OrganizationBatch<OrganizationsDissolveInput> {
  readonly job = 'ORGANIZATION_BATCH_DISSOLVE';

  constructor(
    frame: BatchFrame,
    chosen: ChosenRows,
    database: Database,
    access: Access,
    changes: ChangeOrganization,
    private readonly dissolving: DissolveOrganization,
  ) {
    super(frame, chosen, database, access, changes);
  }

  dissolve(viewer: Viewer, { expected, ...input }: BatchDissolveOrganizationsInput): Promise<DoneBatch> {
    return this.frame.carryOut<OrganizationsDissolveInput, Visible>(viewer, this, input, expected);
  }

  /** The deepest first: what stands above another of them has nothing below it when its turn comes. */
  protected inOrder(organizations: readonly PartyOrganizationEntity[]): readonly PartyOrganizationEntity[] {
    return [...organizations].sort((a, b) => b.path.length - a.path.length || (a.path < b.path ? -1 : 1));
  }

  protected change(
    tx: EntityManager,
    viewer: Viewer,
    _organization: PartyOrganizationEntity,
    request: ChangeRequest,
  ): Promise<string> {
    return this.changes.recordIn(tx, viewer, this.dissolving, request, {});
  }
}
