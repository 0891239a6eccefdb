import type { Viewer } from '@dangwu/access';
import { associationZone } from '@dangwu/platform/clock';
import type { Messages } from '@dangwu/platform/errors';
import { columnsIn, ListExport, type ExportColumn, type ExportedList } from '@dangwu/organization';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse } from 'graphql';
import type { ActivityState } from '../activity/activity.enums';
import { stateWords } from '../activity/activity-words';
import { ActivityColumn, type ExportActivitiesInput } from './export-activities.input';

interface Named {
  readonly name: Messages;
}
interface Row {
  readonly title: string;
  readonly state: ActivityState;
  readonly startsAt: string | Date;
  readonly endsAt: string | Date;
  readonly heldOn: string;
  readonly place: string | null;
  readonly presentCount: number | null;
  readonly entitledCount: number | null;
  readonly organization: { readonly name: string } | null;
  readonly type: Named | null;
  readonly line: Named | null;
  readonly venue: { readonly name: string } | null;
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: associationZone, dateStyle: 'short', timeStyle: 'short' });

/** `2026-11-27 09:00–10:00`; of one that ends on another day that day, too. */
function span({ startsAt, endsAt }: Row): string {
  const [from, to] = [clock.format(new Date(startsAt)), clock.format(new Date(endsAt))];
  return `${from}–${to.startsWith(from.slice(0, 10)) ? to.slice(11) : to}`;
}

/** The title, then the columns asked for in their order; all of them when none are named. */
function activityColumns(language: keyof Messages, { columns }: ExportActivitiesInput): readonly ExportColumn<Row>[] {
  const column = columnsIn<Row>(language);
  const all: Readonly<Record<ActivityColumn, ExportColumn<Row>>> = {
    ORGANIZATION: column('党组织', 'Organization', 40, (row) => row.organization?.name ?? null),
    TYPE: column('活动类型', 'Type', 18, (row) => row.type?.name[language] ?? null),
    TIME: column('时间', 'Time', 26, span),
    PLACE: column('地点', 'Place', 24, (row) => row.venue?.name ?? row.place),
    LINE: column('工作线', 'Line', 14, (row) => row.line?.name[language] ?? null),
    PRESENT: column('实到/应到', 'Present of entitled', 12, ({ presentCount, entitledCount }) =>
      presentCount === null ? null : `${presentCount}/${entitledCount}`,
    ),
    STATE: column('状态', 'State', 12, (row) => stateWords[row.state][language]),
  };
  const title = column('活动', 'Activity', 40, (row) => row.title);
  return [title, ...(columns ?? Object.values(ActivityColumn)).map((key) => all[key])];
}

/** Lists of activities as spreadsheets. */
@Injectable()
export class ExportActivities implements ExportedList<Row, ExportActivitiesInput>, OnModuleInit {
  readonly job = 'ACTIVITY_EXPORT';
  readonly action = 'activity.export';
  readonly permission = 'activity.export';
  readonly title = { zh: '活动名册', en: 'Activities' };
  readonly rows = { zh: '项活动', en: 'activities' };
  readonly columns = activityColumns;
  readonly document = parse(`
    query ($after: String, $filter: ActivityFilter, $order: ActivityOrder, $within: ID) {
      list: activities(first: 100, after: $after, filter: $filter, order: $order, within: $within) {
        totalCount
        nodes {
          title state startsAt endsAt heldOn place presentCount entitledCount
          organization { name } type { name { zh en } } line { name { zh en } } venue { name }
        }
        pageInfo { hasNextPage endCursor }
      }
    }`);

  constructor(private readonly exporting: ListExport) {}

  onModuleInit(): void {
    this.exporting.offer(this);
  }

  /** @returns the job's UUID */
  start(viewer: Viewer, input: ExportActivitiesInput): Promise<string> {
    return this.exporting.start(viewer, this, input);
  }
}
