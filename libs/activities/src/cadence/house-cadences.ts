import { Access, missing, type Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Database } from '@dangwu/platform/database';
import { Outbox } from '@dangwu/platform/outbox';
import { lockOrganizations } from '@dangwu/organization';
import { ruleChanged, RuleEntity, type RuleChanged } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CadenceEntity } from './cadence.entity';
import type { ChangeCadenceInput, EndCadenceInput, SetCadenceInput } from './cadence.inputs';
import { CadencePlans, type CadencePlan } from './cadence-plans';
import { CadencePreviews } from './cadence-preview';
import type { CadencePreview } from './cadence-preview.type';

/** One of the three. */
export interface CadenceChange {
  readonly set?: SetCadenceInput | null;
  readonly change?: ChangeCadenceInput | null;
  readonly end?: EndCadenceInput | null;
}

/** House rules on how often: set, changed and ended by whoever may put rules above regulations. Each answers the UUID. */
@Injectable()
export class HouseCadences {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly plans: CadencePlans,
    private readonly previews: CadencePreviews,
  ) {}

  /** @throws CADENCE_BELOW_FLOOR, CADENCE_SCOPE_EMPTY, CADENCE_OVERLAPS, CADENCE_TYPE_NOT_HELD, CADENCE_DATES */
  set(viewer: Viewer, set: SetCadenceInput): Promise<string> {
    return this.write(viewer, 'setCadence', { set });
  }

  /** @throws CADENCE_NOT_HOUSE, CADENCE_ENDED, CADENCE_CHANGE_EARLY, STALE_VERSION, and what `set` refuses */
  change(viewer: Viewer, change: ChangeCadenceInput): Promise<string> {
    return this.write(viewer, 'changeCadence', { change });
  }

  /** @throws CADENCE_NOT_HOUSE, CADENCE_ENDED, STALE_VERSION */
  end(viewer: Viewer, end: EndCadenceInput): Promise<string> {
    return this.write(viewer, 'endCadence', { end });
  }

  /** What it would do to obligations; refuses what the write would refuse. */
  preview(viewer: Viewer, asked: CadenceChange): Promise<CadencePreview> {
    return this.previews.of(viewer, (tx) => this.decide(tx, viewer, asked));
  }

  private decide(tx: EntityManager, viewer: Viewer, { set, change, end }: CadenceChange): Promise<CadencePlan> {
    const associationId = viewer.association.id;
    const permit = (organizationId: string | null): Promise<void> => this.require(tx, viewer, organizationId);
    if (set) return this.plans.set(tx, associationId, set, permit);
    if (change) return this.plans.change(tx, associationId, change, permit);
    return this.plans.end(tx, associationId, end!, permit);
  }

  /** What a change of them needs: the right where it applies, for the association everywhere. */
  private async require(tx: EntityManager, viewer: Viewer, organizationId: string | null): Promise<void> {
    if (organizationId)
      this.access.require(viewer, 'rule.override', await this.access.place(tx, viewer, organizationId));
    else if (!viewer.holdsEverywhere('rule.override')) throw missing('rule.override');
  }

  private write(viewer: Viewer, action: string, asked: CadenceChange): Promise<string> {
    return this.database.transaction(viewer.scope('rule.override'), async (tx) => {
      // of two at once the second sees what the first has set
      await lockOrganizations(tx, viewer.association.id);
      const plan = await this.decide(tx, viewer, asked);
      await this.save(tx, plan);
      const changed: RuleChanged = { key: plan.ruleKey, organizationId: plan.organizationId, since: plan.since };
      await this.outbox.add(tx, { topic: ruleChanged, payload: changed });
      await this.audit.record(tx, {
        action,
        subjectType: 'Cadence',
        subjectId: plan.cadenceId,
        subjectName: plan.name.zh,
        organizationId: plan.organizationId,
        before: plan.before,
        after: plan.after,
        reason: plan.reason,
        associationId: viewer.association.id,
      });
      return plan.cadenceId;
    });
  }

  private async save(tx: EntityManager, { ended, rule, cadence, touched }: CadencePlan): Promise<void> {
    // first the end: of one layer one rule is in force on any day
    if (ended) await tx.update(RuleEntity, { id: ended.id }, { effectiveTo: ended.effectiveTo });
    if (rule) await tx.insert(RuleEntity, rule);
    if (cadence) await tx.insert(CadenceEntity, cadence);
    // its version says that its rule is another
    if (touched) await tx.query(`update cadence set version = version + 1 where id = $1`, [touched]);
  }
}
