import type { Viewer } from '@dangwu/access';
import { columnsIn, ListExport, type ExportColumn, type ExportedList } from '@dangwu/organization';
import { associationZone, dateIn } from '@dangwu/platform/clock';
import type { Messages } from '@dangwu/platform/errors';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { parse } from 'graphql';
import { amountInWords, categoryWords } from '../review-rule/review-rule-words';
import { MatterColumn, type ExportMattersInput } from './export-matters.input';
import { matterStateWords, opinionWords, outcomeWords, urgentWords } from './matter-words';
import type { Matter } from './matter.type';

type Row = Pick<
  Matter,
  | 'title'
  | 'organization'
  | 'category'
  | 'amountFen'
  | 'number'
  | 'state'
  | 'urgent'
  | 'reviewDueOn'
  | 'opinion'
  | 'councilItem'
> & {
  /** as the API answers it: text */
  readonly submittedAt: string | null;
};

/** The title, then the columns asked for in their order; all of them when none are named. */
function matterColumns(language: keyof Messages, { columns }: ExportMattersInput): readonly ExportColumn<Row>[] {
  const column = columnsIn<Row>(language);
  const all: Readonly<Record<MatterColumn, ExportColumn<Row>>> = {
    ORGANIZATION: column('提出单位', 'Proposed by', 36, ({ organization }) => organization?.name ?? null),
    CATEGORY: column('类别', 'Category', 16, ({ category }) => categoryWords[category][language]),
    AMOUNT: column('金额', 'Amount', 16, ({ amountFen }) => (amountFen ? amountInWords(amountFen)[language] : null)),
    NUMBER: column('文号', 'Number', 18, ({ number }) => number),
    SUBMITTED: column('提交时间', 'Submitted', 14, ({ submittedAt }) =>
      submittedAt ? dateIn(associationZone, new Date(submittedAt)) : null,
    ),
    STATE: column('状态', 'State', 12, ({ state }) => matterStateWords[state][language]),
    URGENT: column('紧急', 'Urgent', 18, ({ urgent, reviewDueOn }) =>
      urgent ? [urgentWords[language], reviewDueOn].filter(Boolean).join(' ') : null,
    ),
    OPINION: column('审议意见', 'Opinion', 16, ({ opinion }) => (opinion ? opinionWords[opinion][language] : null)),
    OUTCOME: column('决定', 'Decision', 24, ({ councilItem: item }) =>
      item?.outcome ? [outcomeWords[item.outcome][language], item.decidedOn].filter(Boolean).join(' ') : null,
    ),
    REASON: column('未按意见采纳的理由', 'Why the opinion was not followed', 48, ({ councilItem: item }) =>
      item?.outcome && item.outcome !== 'ADOPTED' ? item.reason : null,
    ),
  };
  const title = column('事项', 'Matter', 48, (row) => row.title);
  return [title, ...(columns ?? Object.values(MatterColumn)).map((key) => all[key])];
}

/** The ledger of matters as a spreadsheet. */
@Injectable()
export class ExportMatters implements ExportedList<Row, ExportMattersInput>, OnModuleInit {
  readonly job = 'MATTER_EXPORT';
  readonly action = 'matter.exportLedger';
  readonly permission = 'matter.export';
  readonly title = { zh: '重大事项台账', en: 'Major matters' };
  readonly rows = { zh: '项重大事项', en: 'matters' };
  readonly columns = matterColumns;
  readonly document = parse(`
    query ($after: String, $filter: MatterFilter, $order: MatterOrder, $within: ID) {
      list: matters(first: 100, after: $after, filter: $filter, order: $order, within: $within) {
        totalCount
        nodes {
          title category amountFen number submittedAt state urgent reviewDueOn opinion organization { name }
          councilItem { outcome decidedOn reason }
        }
        pageInfo { hasNextPage endCursor }
      }
    }`);

  constructor(private readonly exporting: ListExport) {}

  onModuleInit(): void {
    this.exporting.offer(this);
  }

  /** @returns the job's UUID */
  start(viewer: Viewer, input: ExportMattersInput): Promise<string> {
    return this.exporting.start(viewer, this, input);
  }
}
