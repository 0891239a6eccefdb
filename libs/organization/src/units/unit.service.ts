import { Access, type Viewer } from '@dangwu/access';
import { leavesNothing } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { platformErrors } from '@dangwu/platform/errors';
import { localId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Idempotency } from '../idempotency';
import type { Actor } from '../organization-facts';
import { lockOrganizations } from '../organization-lock';
import { checkUnit, normalizeUnit } from './unit-checks';
import { coverageChange, factsChange, judgeChange, type WantedChange } from './unit-change';
import { changedFacts, factNames, factsOf, type UnitEntry, type UnitFacts } from './unit-facts';
import { UnitHistory } from './unit-history';
import { UnitLedger } from './unit-ledger';
import { UnitOperationKind } from './unit.enums';
import { UnitEntity } from './unit.entity';
import { unitErrors } from './unit.errors';
import type { ChangeUnitCoverageInput, ChangeUnitInput, CloseUnitInput, RegisterUnitInput } from './unit.inputs';

interface Request extends UnitEntry {
  readonly id: string;
  readonly version: number;
}

/** What people do to units. Each answers the UUID of the unit, which the caller reads anew. */
@Injectable()
export class UnitService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly clock: Clock,
    private readonly idempotency: Idempotency,
    private readonly history: UnitHistory,
    private readonly ledger: UnitLedger,
  ) {}

  /** @throws UNIT_NAME_TAKEN, USCC_FORM, USCC_TAKEN, ORGANIZATION_NOT_ACTIVE, COVERAGE_MISFIT and the like */
  async register(viewer: Viewer, input: RegisterUnitInput): Promise<string> {
    const { idempotencyKey, externalId = null, effectiveOn, basis, ...given } = input;
    const organizationId = localId('PartyOrganization', given.organizationId);
    this.access.require(viewer, 'unit.maintain', await this.access.place(null, viewer, organizationId));
    const coveredById = await this.covering(viewer, given.coveredById);
    this.checkDay(effectiveOn);
    const all = { ...given, organizationId, coveredById } as Partial<UnitFacts>;
    const facts = normalizeUnit(
      Object.fromEntries(factNames.map((name) => [name, all[name] ?? null])) as unknown as UnitFacts,
    );
    const actor = actorOf(viewer);
    return this.database.transaction(viewer.scope('unit.maintain'), async (tx) => {
      await lockOrganizations(tx, actor.associationId);
      const request = { operation: 'registerUnit', key: idempotencyKey, request: { ...facts, externalId } };
      return this.idempotency.once(tx, actor, request, async () => {
        const same = externalId ? await this.sameAsBefore(tx, actor, externalId, facts) : null;
        if (same) {
          leavesNothing('the unit is registered, under the same external id');
          return same;
        }
        await checkUnit(tx, actor.associationId, null, facts);
        return (await this.ledger.register(tx, actor, [{ facts, externalId }], { effectiveOn, basis }))[0]!;
      });
    });
  }

  async change(viewer: Viewer, { organizationId, ...input }: ChangeUnitInput): Promise<string> {
    let place: string | undefined;
    if (organizationId) {
      place = localId('PartyOrganization', organizationId);
      this.access.require(viewer, 'unit.maintain', await this.access.place(null, viewer, place));
    }
    const { name, kind, code, uscc, tier, partyMemberCount, employeeCount, joinedOn, foundedOn } = input;
    const said = { code, uscc, tier, partyMemberCount, employeeCount, joinedOn, foundedOn };
    const changed = {
      ...normalizeUnit(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined))),
      ...(name && normalizeUnit({ name })),
      ...(kind && { kind }),
      ...(place && { organizationId: place }),
    };
    return this.write(
      viewer,
      input,
      factsChange(() => changed),
    );
  }

  async changeCoverage(viewer: Viewer, input: ChangeUnitCoverageInput): Promise<string> {
    const coveredById = await this.covering(viewer, input.coveredById);
    const { coverage, liaison = null } = input;
    return this.write(viewer, input, coverageChange({ coverage, coveredById, liaison }));
  }

  close(viewer: Viewer, input: CloseUnitInput): Promise<string> {
    const { effectiveOn: closedOn } = input;
    return this.write(viewer, input, { kind: UnitOperationKind.CLOSED, decide: (facts) => ({ ...facts, closedOn }) });
  }

  /** The frame of all changes: lock, version, dates, checks, ledger, in one transaction. */
  private async write(
    viewer: Viewer,
    { id: globalUnit, version, effectiveOn, basis }: Request,
    wanted: WantedChange,
  ): Promise<string> {
    const id = localId('Unit', globalUnit);
    this.checkDay(effectiveOn);
    const actor = actorOf(viewer);
    await this.refuseReaders(viewer, id);
    await this.database.transaction(viewer.scope('unit.maintain'), async (tx) => {
      await lockOrganizations(tx, actor.associationId);
      const unit = await tx.findOneBy(UnitEntity, { id });
      if (!unit) throw platformErrors.UNKNOWN_ID();
      if (unit.version !== version) throw platformErrors.STALE_VERSION({ current: unit.version });
      const since = (await this.history.since(tx, [id])).get(id);
      const change = await judgeChange(tx, unit, { effectiveOn, since }, wanted);
      if (!change) return leavesNothing('the unit is so already');
      await this.ledger.change(tx, actor, [change], { effectiveOn, basis }, wanted.kind);
    });
    return id;
  }

  /** Who may see the unit but not change it is told so; to others it does not exist. */
  private async refuseReaders(viewer: Viewer, id: string): Promise<void> {
    const organizationId = await this.database.transaction(viewer.scope('unit.read'), async (tx) => {
      const unit = await tx.findOneBy(UnitEntity, { id });
      return unit?.organizationId ?? null;
    });
    if (!organizationId) throw platformErrors.UNKNOWN_ID();
    this.access.require(viewer, 'unit.maintain', await this.access.place(null, viewer, organizationId));
  }

  /** The covering organization need not be the viewer's: everyone may know who it is. @throws UNKNOWN_ID */
  async covering(viewer: Viewer, id: string | null | undefined): Promise<string | null> {
    if (!id) return null;
    const coveredById = localId('PartyOrganization', id);
    await this.access.place(null, viewer, coveredById);
    return coveredById;
  }

  checkDay(effectiveOn: string): void {
    if (effectiveOn > this.clock.today()) throw unitErrors.UNIT_DAY_AHEAD({ effectiveOn });
  }

  /** The unit that has the external id already, if it is what the request asks for. @throws UNIT_EXTERNAL_ID_TAKEN */
  private async sameAsBefore(
    tx: EntityManager,
    { associationId }: Actor,
    externalId: string,
    facts: UnitFacts,
  ): Promise<string | null> {
    const present = await tx.findOneBy(UnitEntity, { associationId, externalId });
    if (!present) return null;
    const fields = changedFacts(factsOf(present), facts).filter((name) => facts[name] !== null);
    if (fields.length) throw unitErrors.UNIT_EXTERNAL_ID_TAKEN({ externalId, name: present.name, fields });
    return present.id;
  }
}

const actorOf = ({ association, account }: Viewer): Actor => ({
  associationId: association.id,
  accountId: account.id,
  name: account.name,
});
