import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import type { ImportSummaryFragment } from '../../generated/graphql';
import { wordsOf } from './cell-fault';
import type { Corrections } from './use-correction';
import { useFaults, type AnyFault } from './use-faults';

interface Group {
  readonly code: string;
  readonly severity: AnyFault['severity'];
  readonly column: string;
  readonly faults: AnyFault[];
}

const order: readonly AnyFault['severity'][] = ['FAULT', 'BLOCKED', 'FLAG'];
const glyphs = { FAULT: 'late', BLOCKED: 'unplanned', FLAG: 'risk' } as const;
const rowsOf = { FAULT: 'FAULTY', BLOCKED: 'BLOCKED', FLAG: 'FLAGGED' } as const;

/** Faults first, then what they hold back, then flags; the most frequent on top. */
function groupsOf(faults: readonly AnyFault[]): Group[] {
  const groups = new Map<string, Group>();
  for (const fault of faults) {
    const key = `${fault.code} ${fault.column}`;
    const group = groups.get(key) ?? { code: fault.code, severity: fault.severity, column: fault.column, faults: [] };
    group.faults.push(fault);
    groups.set(key, group);
  }
  const weight = (group: Group) => order.indexOf(group.severity);
  return [...groups.values()].sort((a, b) => weight(a) - weight(b) || b.faults.length - a.faults.length);
}

/** What could be put right at once: the same wrong value, and the one that was probably meant. */
function suggestionsOf({ faults }: Group): { found: string | null; suggestion: string; count: number }[] {
  const byFound = new Map<string, { found: string | null; suggestion: string; count: number }>();
  for (const { found, suggestion } of faults) {
    if (suggestion == null) continue;
    const key = found ?? '';
    const one = byFound.get(key) ?? { found: found ?? null, suggestion, count: 0 };
    one.count += 1;
    byFound.set(key, one);
  }
  return [...byFound.values()].sort((a, b) => b.count - a.count).slice(0, 3);
}

/** At the right: the problems by kind, each with its rows and what to do about all of them at once. */
export function FaultRail(props: {
  batch: ImportSummaryFragment;
  corrections: Corrections;
  onShow(show: 'FAULTY' | 'BLOCKED' | 'FLAGGED'): void;
}) {
  const { t } = useTranslation('import');
  const { faults, complete } = useFaults(props.batch.id, props.batch.job?.id ?? '');
  const groups = groupsOf(faults);
  const rows = new Set(faults.map((fault) => fault.row)).size;
  return (
    <aside className="fault-rail" aria-label={t('rail.title')}>
      <h2>
        {t('rail.title')} <span className="quiet">{t('rail.count', { kinds: groups.length, rows })}</span>
      </h2>
      {groups.length === 0 ? <p className="fault-group quiet">{t('rail.none')}</p> : null}
      {groups.map((group) => {
        const first = group.faults[0];
        const numbers = [...new Set(group.faults.map((fault) => fault.row))];
        return (
          <section key={`${group.code} ${group.column}`} className="fault-group" data-code={group.code}>
            <StateGlyph state={glyphs[group.severity]} label={t(`severity.${group.severity}`)} />
            <div>
              <h3>
                {group.column || t('rail.wholeRow')}
                <span className="quiet nowrap">{t('rail.rows', { count: numbers.length })}</span>
              </h3>
              {first ? <p>{wordsOf(first)}</p> : null}
              <p className="quiet fault-where">{t('rail.where', { rows: numbers.slice(0, 8).join(t('listComma')) })}</p>
              {suggestionsOf(group).map(({ found, suggestion, count }) => (
                <Button
                  key={`${found ?? ''} ${suggestion}`}
                  size="small"
                  disabled={props.corrections.busy}
                  onClick={() => {
                    const column = props.batch.mapping.find((one) => one.heading === group.column && one.key !== null);
                    if (column) props.corrections.all(column.column, found, suggestion);
                  }}
                >
                  {t('correct.all', { count, suggestion })}
                </Button>
              ))}
              <Button size="small" onClick={() => props.onShow(rowsOf[group.severity])}>
                {t(`rail.filter${group.severity}`)}
              </Button>
            </div>
          </section>
        );
      })}
      {complete ? null : <p className="fault-group quiet">{t('rail.incomplete', { count: faults.length })}</p>}
    </aside>
  );
}
