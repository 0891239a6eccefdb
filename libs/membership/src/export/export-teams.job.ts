import type { Viewer } from '@dangwu/access';
import { ListExport, type ExportColumn, type ExportedList } from '@dangwu/organization';
import type { Messages } from '@dangwu/platform/errors';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse } from 'graphql';
import type { ExportElectionAlarmsInput, ExportLeadershipTeamsInput } from './export.inputs';
import { teamColumns, type ExportedAlarm, type ExportedTeam, type TeamRow } from './team-columns';

interface Named {
  readonly organization: { readonly name: string } | null;
}
type Input = ExportLeadershipTeamsInput | ExportElectionAlarmsInput;

const team = `termNo since endsOn seats vacancies state appointments { post member { id name } }`;
const alarm = `state endsOn toldOn`;
const page = `totalCount pageInfo { hasNextPage endCursor }`;

/** Both lists of the page of teams have the same columns. */
abstract class ExportTeamRows<Row extends Named, I extends Input> implements ExportedList<Row, I>, OnModuleInit {
  abstract readonly job: string;
  abstract readonly action: string;
  abstract readonly document: ExportedList<Row, I>['document'];
  abstract readonly title: Messages;
  abstract readonly rows: Messages;
  readonly permission = 'member.export';
  readonly people = (answered: Row): readonly string[] =>
    (this.row(answered).team?.appointments ?? []).flatMap(({ member }) => (member ? [member.id] : []));

  constructor(private readonly exporting: ListExport) {}

  onModuleInit(): void {
    this.exporting.offer(this);
  }

  /** @returns the job's UUID. @throws EXPORT_NEEDS_APPROVAL */
  start(viewer: Viewer, input: I): Promise<string> {
    return this.exporting.start(viewer, this, input);
  }

  columns(language: keyof Messages, { columns }: I, day: string): readonly ExportColumn<Row>[] {
    return teamColumns(language, columns, day).map(({ value, ...column }) => ({
      ...column,
      value: (row) => value(this.row(row)),
    }));
  }

  protected abstract row(answered: Row): TeamRow;
}

type TeamAnswered = ExportedTeam & Named & { readonly alarm: ExportedAlarm | null };

/** Lists of leadership teams as spreadsheets. */
@Injectable()
export class ExportLeadershipTeams extends ExportTeamRows<TeamAnswered, ExportLeadershipTeamsInput> {
  readonly job = 'LEADERSHIP_TEAM_EXPORT';
  readonly action = 'leadershipTeam.export';
  readonly title = { zh: '班子名册', en: 'Leadership teams' };
  readonly rows = { zh: '届班子', en: 'teams' };
  readonly document = parse(`
    query ($after: String, $filter: LeadershipTeamFilter, $within: ID, $asOf: Date) {
      list: leadershipTeams(first: 100, after: $after, filter: $filter, within: $within, asOf: $asOf) {
        nodes { organization { name } ${team} alarm { ${alarm} } } ${page}
      }
    }`);

  constructor(exporting: ListExport) {
    super(exporting);
  }

  protected row(answered: TeamAnswered): TeamRow {
    return { organization: answered.organization?.name ?? null, team: answered, alarm: answered.alarm };
  }
}

type AlarmAnswered = ExportedAlarm & Named & { readonly team: ExportedTeam | null };

/** Elections to prepare as spreadsheets. */
@Injectable()
export class ExportElectionAlarms extends ExportTeamRows<AlarmAnswered, ExportElectionAlarmsInput> {
  readonly job = 'ELECTION_ALARM_EXPORT';
  readonly action = 'electionAlarm.export';
  readonly title = { zh: '换届提醒', en: 'Elections to prepare' };
  readonly rows = { zh: '项换届提醒', en: 'elections to prepare' };
  readonly document = parse(`
    query ($after: String, $filter: ElectionAlarmFilter, $within: ID, $asOf: Date) {
      list: electionAlarms(first: 100, after: $after, filter: $filter, within: $within, asOf: $asOf) {
        nodes { organization { name } ${alarm} team { ${team} } } ${page}
      }
    }`);

  constructor(exporting: ListExport) {
    super(exporting);
  }

  protected row(answered: AlarmAnswered): TeamRow {
    return { organization: answered.organization?.name ?? null, team: answered.team, alarm: answered };
  }
}
