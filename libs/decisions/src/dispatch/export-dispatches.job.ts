import type { Viewer } from '@dangwu/access';
import { columnsIn, ListExport, type ExportColumn, type ExportedList } from '@dangwu/organization';
import type { Messages } from '@dangwu/platform/errors';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse } from 'graphql';
import { DispatchPart } from './dispatch.enums';
import { dispatchKindWords, dispatchOutcomeWords, dispatchStateWords } from './dispatch-words';
import type { Dispatch } from './dispatch.type';
import { DispatchColumn, type ExportDispatchesInput } from './export-dispatches.input';

type Row = Pick<
  Dispatch,
  | 'title'
  | 'kind'
  | 'number'
  | 'organization'
  | 'superiorName'
  | 'deadline'
  | 'state'
  | 'issuedOn'
  | 'attachments'
  | 'outcome'
  | 'repliedOn'
  | 'replyNumber'
  | 'followUpAsked'
  | 'followUpDueOn'
  | 'followedUpOn'
>;

/** The title, then the columns asked for in their order; all of them when none are named. */
function dispatchColumns(language: keyof Messages, { columns }: ExportDispatchesInput): readonly ExportColumn<Row>[] {
  const column = columnsIn<Row>(language);
  const all: Readonly<Record<DispatchColumn, ExportColumn<Row>>> = {
    KIND: column('种类', 'Kind', 10, ({ kind }) => dispatchKindWords[kind][language]),
    NUMBER: column('文号', 'Number', 18, ({ number }) => number),
    ORGANIZATION: column('发文', 'From', 36, ({ organization }) => organization?.name ?? null),
    SUPERIOR: column('主送', 'To', 36, ({ superiorName }) => superiorName || null),
    DEADLINE: column('期限', 'Due', 14, ({ deadline }) => deadline),
    STATE: column('状态', 'State', 12, ({ state }) => dispatchStateWords[state][language]),
    ISSUED: column('印发日期', 'Issued', 14, ({ issuedOn }) => issuedOn),
    ATTACHMENTS: column('附件', 'Attachments', 36, ({ attachments }) =>
      attachments
        .filter(({ part }) => part === DispatchPart.DISPATCH)
        .map(({ name }) => name)
        .join(language === 'zh' ? '；' : '; '),
    ),
    REPLY: column('批复', 'Reply', 30, ({ outcome, repliedOn, replyNumber }) =>
      outcome ? [dispatchOutcomeWords[outcome][language], replyNumber, repliedOn].filter(Boolean).join(' ') : null,
    ),
    FOLLOW_UP: column(
      '落实情况报告',
      'Follow-up',
      18,
      ({ followUpAsked, followedUpOn, followUpDueOn }) => followedUpOn ?? (followUpAsked ? followUpDueOn : null),
    ),
  };
  const title = column('标题', 'Title', 48, (row) => row.title);
  return [title, ...(columns ?? Object.values(DispatchColumn)).map((key) => all[key])];
}

/** The register of requests and reports as a spreadsheet. */
@Injectable()
export class ExportDispatches implements ExportedList<Row, ExportDispatchesInput>, OnModuleInit {
  readonly job = 'DISPATCH_EXPORT';
  readonly action = 'dispatch.export';
  readonly permission = 'dispatch.export';
  readonly title = { zh: '请示报告登记簿', en: 'Requests and reports' };
  readonly rows = { zh: '件请示报告', en: 'requests and reports' };
  readonly columns = dispatchColumns;
  readonly document = parse(`
    query ($after: String, $filter: DispatchFilter, $order: DispatchOrder, $within: ID) {
      list: dispatches(first: 100, after: $after, filter: $filter, order: $order, within: $within) {
        totalCount
        nodes {
          title kind number superiorName deadline state issuedOn outcome repliedOn replyNumber followUpAsked
          followUpDueOn followedUpOn organization { name } attachments { part name }
        }
        pageInfo { hasNextPage endCursor }
      }
    }`);

  constructor(private readonly exporting: ListExport) {}

  onModuleInit(): void {
    this.exporting.offer(this);
  }

  /** @returns the job's UUID */
  start(viewer: Viewer, input: ExportDispatchesInput): Promise<string> {
    return this.exporting.start(viewer, this, input);
  }
}
