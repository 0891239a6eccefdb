import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, newId } from '@dangwu/platform/ids';
import { OrganizationFlags, OrganizationHistory, plusMonths, termRuleOf, typeWords } from '@dangwu/organization';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { ChangeMember } from '../change-member';
import { memberErrors } from '../member.errors';
import { LeadershipTeamEntity } from './leadership-team.entity';
import type { RecordElectionInput } from './leadership-team.inputs';

/** Elections and the terms that follow from them. */
@Injectable()
export class LeadershipTeamsService {
  constructor(
    private readonly changes: ChangeMember,
    private readonly rules: Rules,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /**
   * A new team takes over on the day of its election, for the term that the rules give the organization's type; the
   * organization's own end of term follows.
   * @throws NO_ELECTIONS_HERE, DAY_AHEAD, ELECTION_NOT_LATER @returns the UUID of the team
   */
  recordElection(
    viewer: Viewer,
    { organizationId: id, electedOn, seats, ...input }: RecordElectionInput,
  ): Promise<string> {
    const associationId = viewer.association.id;
    return this.changes.write(viewer, async (tx) => {
      const { id: organizationId, name, type, status, termYears } = await this.changes.organization(tx, viewer, id);
      const key = termRuleOf(type);
      if (!key || status !== 'ACTIVE')
        throw memberErrors.NO_ELECTIONS_HERE({ name, typeZh: typeWords[type].zh, typeEn: typeWords[type].en });
      if (electedOn > this.changes.today()) throw memberErrors.DAY_AHEAD({ on: electedOn });
      const last = await tx.findOneBy(LeadershipTeamEntity, { organizationId, until: IsNull() });
      if (last && electedOn <= last.since) throw memberErrors.ELECTION_NOT_LATER({ on: electedOn, since: last.since });
      const question = { associationId, organizationId, on: electedOn };
      const term = await this.rules.inForce(tx, { ...question, key });
      const remind = await this.rules.inForce(tx, { ...question, key: 'term.remind' });
      const endsOn = plusMonths(electedOn, (termYears ?? term.parsed?.numerator ?? 0) * 12);
      const remindOn = plusMonths(endsOn, -(remind.parsed?.numerator ?? 0));
      const team = {
        termNo: (last?.termNo ?? 0) + 1,
        since: electedOn,
        endsOn,
        remindOn,
        seats,
        basis: input.basis.trim(),
      };
      const teamId = newId();
      if (last) await tx.update(LeadershipTeamEntity, { id: last.id }, { until: electedOn });
      await tx.insert(LeadershipTeamEntity, { id: teamId, associationId, organizationId, ...team });
      await tx.query(`update party_organization set term_ends_on = $2, version = version + 1 where id = $1`, [
        organizationId,
        endsOn,
      ]);
      await this.history.change(tx, organizationId, { from: electedOn, until: null, set: { term_ends_on: endsOn } });
      await this.history.mirror(tx, [organizationId]);
      await this.flags.refresh(tx, associationId, [organizationId], electedOn);
      await this.audit.record(tx, {
        action: 'leadershipTeam.elect',
        subjectType: 'LeadershipTeam',
        subjectId: teamId,
        organizationId,
        after: { organization: name, ...team },
        reason: team.basis,
      });
      const event = { id: globalId('PartyOrganization', organizationId), associationId };
      await this.live.publish(tx, { to: 'association', kind: 'organization', ...event });
      return teamId;
    });
  }
}
