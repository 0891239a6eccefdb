import { auditWords } from '@dangwu/platform/audit';
import type { Language, LocalText } from '@dangwu/platform/text';

/** What the export reads of an event. */
export interface ExportedEvent {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly actionName: LocalText;
  readonly actor: { readonly username: string; readonly name: string } | null;
  readonly client: string | null;
  readonly operation: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly sessionId: string | null;
  readonly subjectTypeName: LocalText;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly organization: { readonly code: string; readonly name: string } | null;
  readonly reason: string | null;
  readonly changes: readonly {
    readonly fieldName: LocalText;
    readonly before: LocalText | null;
    readonly after: LocalText | null;
  }[];
}

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly value: (event: ExportedEvent) => string | null;
}

/** By the wall clock of the association, to the second. */
const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'medium' });

export function exportColumns(language: Language): readonly Column[] {
  const column = (zh: string, en: string, width: number, value: Column['value']): Column => ({
    heading: language === 'zh' ? zh : en,
    width,
    value,
  });
  const change = ({ fieldName, before, after }: ExportedEvent['changes'][number]): string =>
    `${fieldName[language]}：${before?.[language] ?? '—'} → ${after?.[language] ?? '—'}`;
  return [
    column('时间', 'Time', 20, ({ at }) => time.format(new Date(at))),
    column('操作人', 'Who', 20, ({ actor }) => actor && `${actor.name}（${actor.username}）`),
    column('类别', 'Kind', 12, ({ kind }) => auditWords.value('kind', kind)[language]),
    column('操作', 'Action', 18, ({ actionName }) => actionName[language]),
    column('对象类型', 'Type of object', 12, ({ subjectTypeName }) => subjectTypeName[language]),
    column('对象', 'Object', 30, ({ subjectName, subjectId }) => subjectName ?? subjectId),
    column('党组织', 'Organization', 30, ({ organization }) => organization?.name ?? null),
    column('变化', 'Changes', 60, ({ changes }) => changes.map(change).join('；') || null),
    column('原因或依据', 'Reason', 30, ({ reason }) => reason),
    column('来路', 'Client', 10, ({ client }) => client),
    column('入口', 'Operation', 22, ({ operation }) => operation),
    column('网络地址', 'Address', 16, ({ address }) => address),
    column('会话', 'Session', 20, ({ sessionId }) => sessionId),
    column('请求号', 'Request', 36, ({ requestId }) => requestId),
    column('事件号', 'Event', 18, ({ id }) => id),
  ];
}
