import { Clock } from '@dangwu/platform/clock';
import type { Viewer } from '@dangwu/access';
import { Database, systemScope } from '@dangwu/platform/database';
import { globalId } from '@dangwu/platform/ids';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CadencePreview, CadencePreviewRow } from './cadence-preview.type';
import type { CadencePlan } from './cadence-plans';
import { Cadences } from './cadences';
import {
  deriveObligations,
  type AppliedCadence,
  type Derived,
  type History,
  type TimesRule,
} from './derive-obligations';
import { Obligations } from './obligations';
import { OrganizationTimelines } from './organization-timelines';
import type { Days } from './periods';

interface Applied {
  readonly cadences: readonly AppliedCadence[];
  readonly rules: readonly TimesRule[];
}

/** Organizations looked at together, and how many are named. */
const chunk = 500;
const named = 20;

/** What a change of a cadence would do to obligations, before anything is written. */
@Injectable()
export class CadencePreviews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly cadences: Cadences,
    private readonly timelines: OrganizationTimelines,
    private readonly obligations: Obligations,
  ) {}

  /**
   * @param decide what the change comes to; refuses what saving would refuse
   */
  of(viewer: Viewer, decide: (tx: EntityManager) => Promise<CadencePlan>): Promise<CadencePreview> {
    const associationId = viewer.association.id;
    // whoever sets a rule for a part of the tree is told of the rules above it, too; `decide` checks the right
    return this.database.transaction(systemScope(associationId), async (tx) => {
      const plan = await decide(tx);
      const { cadences, rules } = await this.cadences.applied(tx, associationId);
      const own = cadences.filter(
        ({ activityTypeId, period }) => activityTypeId === plan.activityTypeId && period === plan.period,
      );
      const before = { cadences: own, rules };
      const after = { cadences: plan.cadence ? [...own, plan.cadence] : own, rules: rulesAfter(rules, plan) };
      const ids = await this.timelines.organizations(
        tx,
        associationId,
        plan.organizationId ? [plan.organizationId] : 'ALL',
      );
      return this.compare(tx, ids, before, after, plan);
    });
  }

  private async compare(
    tx: EntityManager,
    ids: readonly string[],
    before: Applied,
    after: Applied,
    plan: CadencePlan,
  ): Promise<CadencePreview> {
    const span = this.obligations.horizon();
    const today = this.clock.today();
    const sum = { appearing: 0, disappearing: 0, changing: 0, over: 0 };
    const rows: (Omit<CadencePreviewRow, 'name'> & { id: string })[] = [];
    for (let at = 0; at < ids.length; at += chunk)
      for (const [id, history] of await this.timelines.histories(tx, ids.slice(at, at + chunk), span)) {
        const { over, ...found } = differences(history, before, after, span, today);
        if (found.appearing + found.disappearing + found.changing === 0) continue;
        sum.over += over;
        for (const key of ['appearing', 'disappearing', 'changing'] as const) sum[key] += found[key];
        rows.push({ id, ...found });
      }
    const shown = rows.slice(0, named);
    const names = await tx.query<{ id: string; name: string }[]>(
      `select id, name from party_organization where id = any($1)`,
      [shown.map(({ id }) => id)],
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return {
      ...sum,
      organizationCount: rows.length,
      organizations: shown.map(({ id, ...row }) => ({
        ...row,
        id: globalId('PartyOrganization', id),
        name: nameOf.get(id) ?? '',
      })),
      notes: [...plan.notes],
    };
  }
}

function rulesAfter(rules: readonly TimesRule[], { ended, rule }: CadencePlan): TimesRule[] {
  const kept = rules.flatMap((one) => {
    if (one.id !== ended?.id) return [one];
    return ended.effectiveTo > one.from ? [{ ...one, until: ended.effectiveTo }] : [];
  });
  if (!rule) return kept;
  const { id, key, layer, organizationId, value, effectiveFrom: from, effectiveTo: until } = rule;
  return [...kept, { id, key, layer, organizationId, times: Number(value), from, until }];
}

function differences(
  history: History,
  before: Applied,
  after: Applied,
  span: Days,
  today: string,
): { appearing: number; disappearing: number; changing: number; over: number } {
  const derive = ({ cadences, rules }: Applied): Map<string, Derived> =>
    new Map(deriveObligations(history, cadences, rules, span).map((one) => [one.startsOn, one]));
  const [was, is] = [derive(before), derive(after)];
  const found = { appearing: 0, disappearing: 0, changing: 0, over: 0 };
  for (const [startsOn, now] of is) {
    const then = was.get(startsOn);
    const same = then?.required === now.required && then.dueFrom === now.dueFrom;
    if (same) continue;
    if (then) found.changing++;
    else found.appearing++;
    if (now.endsOn < today) found.over++;
  }
  for (const [startsOn, then] of was)
    if (!is.has(startsOn)) {
      found.disappearing++;
      if (then.endsOn < today) found.over++;
    }
  return found;
}
