import { useQuery } from '@apollo/client/react';
import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { Panel } from '../../components/panel';
import { CadencesDocument, type CadencesQuery } from '../../generated/graphql';
import { today } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { CadenceForm } from './cadence-form';
import { isHouse, LayerTag, ScopeWords, Times, type CadenceLine } from './cadence-words';
import type { Adding } from './catalogue-page';
import { EndCadenceForm } from './end-cadence-form';
import { RowsTable } from './rows-table';

type Act = { readonly verb: 'change' | 'end'; readonly line: CadenceLine };

/** How often what is to be held, by whom, on which basis, and what is a rule of the house. */
export function CadencesView({ adding, end, maintains }: Adding & { maintains: boolean }) {
  const { t } = useTranslation('catalogue');
  const [ended, setEnded] = useState(false);
  const [act, setAct] = useState<Act | null>(null);
  const { data, previousData, error, refetch } = useQuery(CadencesDocument);
  const cadences = (data ?? previousData)?.cadences.nodes;
  const close = () => {
    setAct(null);
    end();
  };
  const acts = (line: CadenceLine) =>
    maintains && isHouse(line) && isOpen(line) ? (
      <span className="catalogue-acts">
        {(['change', 'end'] as const).map((verb) => (
          <Button
            key={verb}
            type="link"
            size="small"
            aria-label={t(`cadence.${verb}Of`, { key: line.cadence.ruleKey })}
            onClick={() => setAct({ verb, line })}
          >
            {t(`cadence.${verb}`)}
          </Button>
        ))}
      </span>
    ) : null;
  return (
    <>
      <p className="quiet catalogue-text">{t('cadence.text')}</p>
      <Checkbox checked={ended} onChange={(event) => setEnded(event.target.checked)}>
        {t('cadence.withEnded')}
      </Checkbox>
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {cadences ? (
        <Panel title={t('tab.cadences')} flush>
          <CadenceTable lines={linesOf(cadences, ended)} acts={acts} />
        </Panel>
      ) : null}
      {adding ? <CadenceForm line={null} close={close} /> : null}
      {act?.verb === 'change' ? <CadenceForm line={act.line} close={close} /> : null}
      {act?.verb === 'end' ? <EndCadenceForm line={act.line} close={close} /> : null}
    </>
  );
}

function CadenceTable(props: { lines: readonly CadenceLine[]; acts(line: CadenceLine): ReactNode }) {
  const { t } = useTranslation('catalogue');
  const { lines, acts } = props;
  const nameOf = ({ cadence }: CadenceLine): string => (cadence.activityType ? local(cadence.activityType.name) : '');
  // neighbours of one type share its cell
  const spanAt = (at: number): number => {
    const here = lines[at]!.cadence.activityType?.id;
    if (at > 0 && lines[at - 1]!.cadence.activityType?.id === here) return 0;
    const next = lines.findIndex(({ cadence }, i) => i > at && cadence.activityType?.id !== here);
    return (next < 0 ? lines.length : next) - at;
  };
  const since = ({ rule }: CadenceLine): string => `${rule.effectiveFrom}—${rule.effectiveTo ?? ''}`;
  return (
    <RowsTable<CadenceLine>
      rows={lines}
      empty={t('cadence.empty')}
      columns={[
        {
          key: 'type',
          title: t('column.type'),
          rowScope: 'rowgroup',
          className: 'cadence-type',
          onCell: (_, at) => ({ rowSpan: spanAt(at!) }),
          render: (_, line) => nameOf(line),
        },
        {
          key: 'times',
          title: t('column.times'),
          className: 'cadence-times',
          render: (_, line) => <Times {...line} />,
        },
        { key: 'layer', title: t('column.layer'), render: (_, line) => <LayerTag {...line} /> },
        { key: 'scope', title: t('column.scope'), render: (_, line) => <ScopeWords {...line} /> },
        {
          key: 'rule',
          title: t('column.rule'),
          render: (_, { rule, cadence }) => (
            <>
              <span className="cadence-key">{cadence.ruleKey}</span>
              <span className="quiet cadence-part">{local(rule.basis)}</span>
            </>
          ),
        },
        { key: 'since', title: t('column.since'), className: 'nowrap', render: (_, line) => since(line) },
        { key: 'acts', title: t('column.acts'), className: 'nowrap', render: (_, line) => acts(line) },
      ]}
      line={(line) => (
        <>
          <span className="cadence-head">
            <b>{nameOf(line)}</b> <Times {...line} /> <LayerTag {...line} />
          </span>
          <span className="quiet">
            <ScopeWords {...line} />
          </span>
          <span className="quiet">
            {line.cadence.ruleKey} · {local(line.rule.basis)} · {since(line)}
          </span>
          {acts(line)}
        </>
      )}
    />
  );
}

const isOpen = ({ rule }: CadenceLine): boolean => !rule.effectiveTo || rule.effectiveTo > today();

/** In the order of the catalogue, those of one type beside each other, what is broadest first; rules that never held are left out. */
function linesOf(cadences: CadencesQuery['cadences']['nodes'], ended: boolean): CadenceLine[] {
  const lines = cadences.flatMap((cadence) =>
    cadence.history
      .filter(({ effectiveFrom, effectiveTo }) => effectiveFrom !== effectiveTo)
      .map((rule) => ({ id: rule.id, cadence, rule })),
  );
  const type = ({ cadence }: CadenceLine): number => cadence.activityType?.sort ?? 0;
  const id = ({ cadence }: CadenceLine): string => cadence.activityType?.id ?? '';
  const order = (a: CadenceLine, b: CadenceLine): number =>
    type(a) - type(b) ||
    id(a).localeCompare(id(b)) ||
    Number(a.rule.organizationId !== null) - Number(b.rule.organizationId !== null) ||
    a.cadence.ruleKey.localeCompare(b.cadence.ruleKey) ||
    b.rule.effectiveFrom.localeCompare(a.rule.effectiveFrom);
  return lines.filter((line) => ended || isOpen(line)).sort(order);
}
