import type { Viewer } from '@dangwu/access';
import { Clock } from '@dangwu/platform/clock';
import { Database } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import {
  lockOrganizations,
  OrganizationFlags,
  OrganizationHistory,
  plusMonths,
  termRuleOf,
  typeWords,
} from '@dangwu/organization';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { ChangeMember } from './change-member';
import { LeadershipTeamEntity } from './leadership-team.entity';
import { memberErrors } from './member.errors';
import type { RecordElectionInput } from './member.inputs';

/** The days that tell where a term stands. */
export interface TermDays extends Record<string, unknown> {
  readonly today: string;
  /** a term that ends by this day ends soon */
  readonly soon: string;
}

/** Elections and the terms that follow from them. */
@Injectable()
export class TeamsService {
  constructor(
    private readonly database: Database,
    private readonly changes: ChangeMember,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
  ) {}

  /**
   * A new team takes over on the day of its election, for the term that the rules give the organization's type; the
   * organization's own end of term follows.
   * @throws NO_ELECTIONS_HERE, ELECTION_NOT_LATER, STALE_VERSION @returns the UUID of the team
   */
  async recordElection(viewer: Viewer, input: RecordElectionInput): Promise<string> {
    const associationId = viewer.association.id;
    return this.database.transaction(viewer.scope('member.maintain'), async (tx) => {
      await lockOrganizations(tx, associationId);
      const organization = await this.changes.organization(tx, viewer, input.organizationId);
      const { id: organizationId, name, type } = organization;
      const key = termRuleOf(type);
      if (!key || organization.status !== 'ACTIVE')
        throw memberErrors.NO_ELECTIONS_HERE({ name, typeZh: typeWords[type].zh, typeEn: typeWords[type].en });
      const [last] = await tx.find(LeadershipTeamEntity, {
        where: { organizationId },
        order: { termNo: 'DESC' },
        take: 1,
      });
      const { electedOn } = input;
      if (electedOn > this.clock.today() || (last && electedOn <= last.since))
        throw memberErrors.ELECTION_NOT_LATER({ on: electedOn, since: last?.since ?? '—' });
      const rule = await this.rules.inForce(tx, { associationId, key, organizationId, on: electedOn });
      const years = rule.parsed?.numerator ?? organization.termYears ?? 3;
      const endsOn = plusMonths(electedOn, years * 12);
      const id = newId();
      if (last && !last.until) await tx.update(LeadershipTeamEntity, { id: last.id }, { until: electedOn });
      const termNo = (last?.termNo ?? 0) + 1;
      const team = { termNo, electedOn, since: electedOn, endsOn, seats: input.seats, basis: input.basis.trim() };
      await tx.insert(LeadershipTeamEntity, { id, associationId, organizationId, ...team });
      await tx.query(`update party_organization set term_ends_on = $2, version = version + 1 where id = $1`, [
        organizationId,
        endsOn,
      ]);
      await this.history.mirror(tx, [organizationId]);
      await this.flags.refresh(tx, associationId, [organizationId]);
      await this.changes.record(tx, 'recordElection', id, { after: { organization: name, ...team } }, 'LeadershipTeam');
      return id;
    });
  }

  /** Today, and the day by which a term counts as ending soon: the reminder's months ahead. */
  async days(viewer: Viewer): Promise<TermDays> {
    const today = this.clock.today();
    return this.database.transaction(viewer.scope('rule.read'), async (tx) => {
      const rule = await this.rules.inForce(tx, { associationId: viewer.association.id, key: 'term.remind' });
      return { today, soon: plusMonths(today, rule.parsed?.numerator ?? 0) };
    });
  }
}
