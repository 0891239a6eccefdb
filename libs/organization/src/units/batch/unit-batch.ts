import { Access, missing, type Viewer } from '@dangwu/access';
import { Database } from '@dangwu/platform/database';
import { DomainError, platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { BatchFrame, type Batch, type DoneBatch, type ForeseenBatch } from '../../batch/batch-frame';
import { ChosenRows } from '../../batch/chosen-rows';
import { rowList } from '../../batch/listed-rows';
import { Verdicts } from '../../batch/verdicts';
import { lockOrganizations } from '../../organization-lock';
import { coverageChange, factsChange, judgeChange, type WantedChange } from '../unit-change';
import type { UnitChange } from '../unit-facts';
import { UnitHistory } from '../unit-history';
import { UnitLedger } from '../unit-ledger';
import { UnitEntity } from '../unit.entity';
import { UnitService } from '../unit.service';
import type { BatchChangeUnitsInput, UnitBatchInput, UnitsChangeInput } from './unit-batch.inputs';

const units = rowList('units', 'UnitFilter', ['includeClosed']);

interface Prepared {
  readonly wanted: WantedChange;
  /** names of those the viewer may read; the others do not exist for them */
  readonly visible: ReadonlyMap<string, string>;
}
type Work = Parameters<Batch<UnitBatchInput, Prepared>['carryOut']>[0];

/** One change of many units: each is judged as it would be alone, those that pass are written together. */
@Injectable()
export class UnitBatch implements Batch<UnitBatchInput, Prepared>, OnModuleInit {
  readonly job = 'UNIT_BATCH';
  readonly atOnce = 1000;
  readonly permission = 'unit.maintain';
  readonly rows = { zh: '个单位', en: 'units' };

  constructor(
    private readonly frame: BatchFrame,
    private readonly chosen: ChosenRows,
    private readonly database: Database,
    private readonly access: Access,
    private readonly service: UnitService,
    private readonly history: UnitHistory,
    private readonly ledger: UnitLedger,
  ) {}

  onModuleInit(): void {
    this.frame.offer(this);
  }

  foresee(viewer: Viewer, input: UnitBatchInput): Promise<ForeseenBatch> {
    return this.frame.foresee(viewer, this, input);
  }

  change(viewer: Viewer, { expected, ...input }: BatchChangeUnitsInput): Promise<DoneBatch> {
    return this.frame.carryOut<UnitBatchInput, Prepared>(viewer, this, input, expected);
  }

  async choose(viewer: Viewer, input: UnitBatchInput): Promise<readonly string[]> {
    const ids = await this.chosen.ids(viewer, units, input);
    return ids.map((id) => localId('Unit', id));
  }

  /** @throws UNIT_DAY_AHEAD, UNKNOWN_ID, PERMISSION_MISSING: what is wrong with the change itself */
  async prepare(viewer: Viewer, ids: readonly string[], input: UnitBatchInput): Promise<Prepared> {
    this.service.checkDay(input.effectiveOn);
    const wanted = await this.wanted(viewer, input.change);
    return { wanted, visible: await this.visible(viewer, ids) };
  }

  async carryOut({ tx, viewer, ids, input, prepared, trying, progress }: Work): Promise<Verdicts> {
    const { effectiveOn, basis } = input;
    const { wanted, visible } = prepared;
    await lockOrganizations(tx, viewer.association.id);
    const mine = new Map((await tx.findBy(UnitEntity, { id: In([...ids]) })).map((unit) => [unit.id, unit]));
    const since = await this.history.since(tx, ids);
    const verdicts = new Verdicts();
    const changes: UnitChange[] = [];
    for (const [at, id] of ids.entries()) {
      await progress(at);
      const name = visible.get(id);
      const unit = mine.get(id);
      if (name === undefined) verdicts.skip({ id }, platformErrors.UNKNOWN_ID());
      else if (!unit) verdicts.skip({ id, name }, missing('unit.maintain'));
      else {
        const change = await this.judge(tx, verdicts, unit, { effectiveOn, since: since.get(id) }, wanted);
        if (change) changes.push(change);
      }
    }
    if (trying) return verdicts;
    const { account, association } = viewer;
    const actor = { associationId: association.id, accountId: account.id, name: account.name };
    await this.ledger.change(tx, actor, changes, { effectiveOn, basis }, wanted.kind);
    return verdicts;
  }

  private async judge(
    tx: EntityManager,
    verdicts: Verdicts,
    unit: UnitEntity,
    day: Parameters<typeof judgeChange>[2],
    wanted: WantedChange,
  ): Promise<UnitChange | null> {
    try {
      const change = await judgeChange(tx, unit, day, wanted);
      if (change) verdicts.change(unit);
      else verdicts.leave(unit);
      return change;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      verdicts.skip(unit, error);
      return null;
    }
  }

  private visible(viewer: Viewer, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.database.transaction(viewer.scope('unit.read'), async (tx) => {
      const rows = await tx.find(UnitEntity, { where: { id: In([...ids]) }, select: { id: true, name: true } });
      return new Map(rows.map(({ id, name }) => [id, name]));
    });
  }

  private async wanted(viewer: Viewer, { coverage, organizationId, tier }: UnitsChangeInput): Promise<WantedChange> {
    if (coverage) {
      const coveredById = await this.service.covering(viewer, coverage.coveredById);
      return coverageChange({ ...coverage, coveredById, liaison: coverage.liaison ?? null });
    }
    if (!organizationId) return factsChange(() => ({ tier: tier ?? null }));
    const place = localId('PartyOrganization', organizationId);
    this.access.require(viewer, 'unit.maintain', await this.access.place(null, viewer, place));
    return factsChange(() => ({ organizationId: place }));
  }
}
