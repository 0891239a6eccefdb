import type { Viewer } from '@dangwu/access';
import { Audit } from '@dangwu/platform/audit';
import { Clock } from '@dangwu/platform/clock';
import { LiveEvents } from '@dangwu/platform/events';
import { globalId, newId } from '@dangwu/platform/ids';
import {
  OrganizationFlags,
  OrganizationHistory,
  plusMonths,
  termRuleOf,
  typeWords,
  type PartyOrganizationEntity,
} from '@dangwu/organization';
import { Rules } from '@dangwu/rules';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { ChangeMember } from '../change-member';
import { memberErrors } from '../member.errors';
import { LeadershipTeamEntity } from './leadership-team.entity';
import type { RecordElectionInput } from './leadership-team.inputs';

export interface Election {
  readonly electedOn: string;
  readonly seats: number;
  readonly basis: string;
}

/** Elections and the terms that follow from them. */
@Injectable()
export class LeadershipTeamsService {
  constructor(
    private readonly changes: ChangeMember,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly history: OrganizationHistory,
    private readonly flags: OrganizationFlags,
    private readonly audit: Audit,
    private readonly live: LiveEvents,
  ) {}

  /** @throws NO_ELECTIONS_HERE, DAY_AHEAD, ELECTION_NOT_LATER @returns the UUID of the team */
  recordElection(viewer: Viewer, { organizationId, ...election }: RecordElectionInput): Promise<string> {
    return this.changes.write(viewer, async (tx) =>
      this.elect(tx, await this.changes.organization(tx, viewer, organizationId), election),
    );
  }

  /**
   * A new team takes over on the day of its election, for the term of the organization; the organization's own end of
   * term follows. In the caller's transaction, whose business the rights are.
   */
  async elect(tx: EntityManager, organization: PartyOrganizationEntity, election: Election): Promise<string> {
    const { id: organizationId, associationId, name, type, status, termYears } = organization;
    const { electedOn: on, seats } = election;
    const key = termRuleOf(type);
    if (!key || status !== 'ACTIVE')
      throw memberErrors.NO_ELECTIONS_HERE({ name, typeZh: typeWords[type].zh, typeEn: typeWords[type].en });
    if (on > this.clock.today()) throw memberErrors.DAY_AHEAD({ on });
    const last = await tx.findOneBy(LeadershipTeamEntity, { organizationId, until: IsNull() });
    if (last && on <= last.since) throw memberErrors.ELECTION_NOT_LATER({ on, since: last.since });
    const question = { associationId, organizationId, on };
    const term = await this.rules.inForce(tx, { ...question, key });
    const remind = await this.rules.inForce(tx, { ...question, key: 'term.remind' });
    const endsOn = plusMonths(on, (termYears ?? term.parsed?.numerator ?? 0) * 12);
    const remindOn = plusMonths(endsOn, -(remind.parsed?.numerator ?? 0));
    const termNo = (last?.termNo ?? 0) + 1;
    const team = { termNo, since: on, endsOn, remindOn, seats, basis: election.basis.trim() };
    const id = newId();
    if (last) await tx.update(LeadershipTeamEntity, { id: last.id }, { until: on });
    await tx.insert(LeadershipTeamEntity, { id, associationId, organizationId, ...team });
    await tx.query(`update party_organization set term_ends_on = $2, version = version + 1 where id = $1`, [
      organizationId,
      endsOn,
    ]);
    await this.history.change(tx, organizationId, { from: on, until: null, set: { term_ends_on: endsOn } });
    await this.history.mirror(tx, [organizationId]);
    await this.flags.refresh(tx, associationId, [organizationId], on);
    await this.audit.record(tx, {
      action: 'leadershipTeam.elect',
      subjectType: 'LeadershipTeam',
      subjectId: id,
      organizationId,
      after: { organization: name, ...team },
      reason: team.basis,
    });
    const event = { id: globalId('PartyOrganization', organizationId), associationId };
    await this.live.publish(tx, { to: 'association', kind: 'organization', ...event });
    return id;
  }
}
