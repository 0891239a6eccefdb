import { useQuery } from '@apollo/client/react';
import { Button, Descriptions, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { ErrorView, NotFound } from '../../components/error-view';
import { ScopedLink } from '../../components/scoped-link';
import { UnitDetailDocument, type UnitDetailQuery } from '../../generated/graphql';
import { useAsOf } from '../../lib/as-of';
import { moment } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { CloseForm } from './close-form';
import { CoverageForm } from './coverage-form';
import { FactsForm } from './facts-form';
import { UnitCoverage } from './unit-coverage';

export type UnitDetail = NonNullable<UnitDetailQuery['unit']>;
type Act = 'change' | 'coverage' | 'close' | null;

/** One unit: what it is, how it is covered, what was done to it; and the forms that change it. */
export function UnitDrawer(props: { id: string; close(): void; done(words: string): void }) {
  const { t } = useTranslation('unit');
  const registers = props.id === 'new';
  const [act, setAct] = useState<Act>(null);
  const { asOf } = useAsOf();
  const { data, error, refetch } = useQuery(UnitDetailDocument, {
    variables: { id: props.id, asOf },
    skip: registers,
    // the forms send the version they were filled in against
    fetchPolicy: 'cache-and-network',
  });
  const unit = data?.unit;
  const finish = (words: string) => {
    props.done(words);
    if (registers) return props.close();
    setAct(null);
    void refetch();
  };
  const title = registers ? t('register.verb') : unit?.name;
  return (
    <Drawer
      title={title ?? ' '}
      aria-label={title}
      size={480}
      open
      rootClassName="unit-drawer"
      onClose={props.close}
      closable={{ 'aria-label': t('close.drawer'), placement: 'end' }}
    >
      {error ? <ErrorView error={error} retry={() => void refetch()} /> : null}
      {data && !unit ? <NotFound /> : null}
      {registers ? <FactsForm unit={null} done={finish} cancel={props.close} /> : null}
      {unit && act === 'change' ? <FactsForm unit={unit} done={finish} cancel={() => setAct(null)} /> : null}
      {unit && act === 'coverage' ? <CoverageForm unit={unit} done={finish} cancel={() => setAct(null)} /> : null}
      {unit && act === 'close' ? <CloseForm unit={unit} done={finish} cancel={() => setAct(null)} /> : null}
      {unit && !act ? <Detail unit={unit} onAct={setAct} /> : null}
    </Drawer>
  );
}

function Detail({ unit, onAct }: { unit: UnitDetail; onAct(act: Act): void }) {
  const { t } = useTranslation(['unit', 'domain']);
  const { asOf } = useAsOf();
  const { organization, coveredBy, qualifyingRule: rule } = unit;
  const fact = (key: string, label: string, children: React.ReactNode) =>
    children === null || children === undefined ? [] : [{ key, label, children }];
  const link = (one: { id: string; name: string } | null | undefined) =>
    one ? <ScopedLink to={`/organizations/${one.id}`}>{one.name}</ScopedLink> : null;
  return (
    <>
      <p>
        <UnitCoverage unit={unit} />
      </p>
      {rule ? (
        <p>
          {t('qualifiesText', { count: unit.partyMemberCount ?? 0 })}{' '}
          <BasisChip>{`${local(rule.name)} ${local(rule.basis)}`}</BasisChip>
        </p>
      ) : null}
      {unit.viewerCan.maintain && !unit.closedOn && !asOf ? (
        <div className="unit-acts">
          <Button type="primary" onClick={() => onAct('coverage')}>
            {t('coverage.verb')}
          </Button>
          <Button onClick={() => onAct('change')}>{t('change.verb')}</Button>
          <Button danger onClick={() => onAct('close')}>
            {t('close.verb')}
          </Button>
        </div>
      ) : null}
      <Descriptions
        column={1}
        size="small"
        styles={{ label: { width: 128 } }}
        items={[
          ...fact('organization', t('column.organization'), link(organization)),
          ...fact('coveredBy', t('field.coveredBy'), link(coveredBy)),
          ...fact('kind', t('column.kind'), t(`domain:unitKind.${unit.kind}`)),
          ...fact('tier', t('column.tier'), unit.tier ? t(`domain:tier.${unit.tier}`) : null),
          ...fact('code', t('field.code'), unit.code),
          ...fact('uscc', t('field.uscc'), unit.uscc),
          ...fact('members', t('column.members'), unit.partyMemberCount),
          ...fact('employees', t('field.employeeCount'), unit.employeeCount),
          ...fact('reportedOn', t('field.reportedOn'), unit.reportedOn),
          ...fact('joinedOn', t('field.joinedOn'), unit.joinedOn),
          ...fact('foundedOn', t('field.foundedOn'), unit.foundedOn),
          ...fact('closedOn', t('field.closedOn'), unit.closedOn),
        ]}
      />
      <h3>{t('history.title')}</h3>
      <ol className="unit-history">
        {unit.operations.nodes.map((operation) => (
          <li key={operation.id}>
            <p>
              {operation.effectiveOn} {local(operation.summary)}
            </p>
            <p className="quiet">
              {t('history.by', { who: operation.actorName ?? t('history.system'), when: moment(operation.recordedAt) })}
            </p>
            <p className="quiet">{operation.basis}</p>
          </li>
        ))}
      </ol>
    </>
  );
}
