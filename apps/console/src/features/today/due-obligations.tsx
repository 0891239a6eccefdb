import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import type { ObligationRowFragment } from '../../generated/graphql';
import { daysUntil } from '../../lib/dates';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import { ActorNames } from '../obligation/actors';
import { NudgeButton } from '../obligation/nudge-button';
import { nudged, signOf } from '../obligation/words';
import type { Duties } from './use-duties';

/** Where the board shows one: its type, in its year. */
const boardOf = ({ activityType, startsOn }: ObligationRowFragment): string => {
  const type = activityType ? `&type=${activityType.key}` : '';
  return `/obligations?year=${startsOn.slice(0, 4)}${type}`;
};

/** Obligations that are late or at risk, with the rule behind each and who must act. */
export function DueObligations({ duties, done }: { duties: Duties; done(): void }) {
  const { t } = useTranslation(['today', 'obligation']);
  const { message } = App.useApp();
  const narrow = useNarrow();
  const { due, late, atRisk } = duties;
  const told = (words: string) => {
    void message.success(words);
    done();
  };
  const nudge = (one: ObligationRowFragment) =>
    one.viewerCan.maintain && nudged.includes(one.state) ? <NudgeButton obligation={one} done={told} /> : null;
  const state = (one: ObligationRowFragment) => (
    <StateWord state={signOf[one.state]}>{t(`obligation:state.${one.state}`)}</StateWord>
  );
  const basis = ({ rule }: ObligationRowFragment) => (rule ? <BasisChip>{local(rule.basis)}</BasisChip> : null);
  const type = ({ activityType }: ObligationRowFragment) => (activityType ? local(activityType.name) : null);
  return (
    <Panel
      title={t('due.title')}
      note={t('due.note', { count: late.totalCount + atRisk.totalCount })}
      extra={<ScopedLink to="/obligations">{t('due.all')}</ScopedLink>}
      flush
    >
      {due.nodes.length === 0 ? (
        <Empty good>{t('due.empty')}</Empty>
      ) : narrow ? (
        <ul className="flag-lines">
          {due.nodes.map((one) => (
            <li key={one.id}>
              <ScopedLink to={boardOf(one)}>
                {[one.organization?.name, type(one)].filter(Boolean).join(' · ')}
              </ScopedLink>
              {state(one)}
              <p>
                {t('due.span', { from: one.startsOn, to: one.endsOn })} <ActorNames of={one} />
              </p>
              {basis(one)}
              {nudge(one)}
            </li>
          ))}
        </ul>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('due.organization')}</th>
              <th scope="col">{t('due.what')}</th>
              <th scope="col" className="number">
                {t('due.fulfilled')}
              </th>
              <th scope="col" className="number">
                {t('due.left')}
              </th>
              <th scope="col">{t('due.state')}</th>
              <th scope="col">{t('due.actor')}</th>
              <th scope="col">
                <span className="sr-only">{t('obligation:nudge')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {due.nodes.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <ScopedLink to={boardOf(one)}>{one.organization?.name}</ScopedLink>
                </th>
                <td>
                  {type(one)} {t('due.span', { from: one.startsOn, to: one.endsOn })}
                  <span className="cell-note">{basis(one)}</span>
                </td>
                <td className="number">{`${one.recorded + one.held}/${one.required}`}</td>
                <td className="number">
                  <Left of={one} />
                </td>
                <td>{state(one)}</td>
                <td>
                  <ActorNames of={one} />
                </td>
                <td>{nudge(one)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Left({ of: { endsOn } }: { of: ObligationRowFragment }) {
  const { t } = useTranslation('today');
  const days = daysUntil(endsOn);
  return (
    <time dateTime={endsOn} title={endsOn} className={days < 0 ? 'due-late' : undefined}>
      {days < 0 ? t('due.late', { count: -days }) : days === 0 ? t('due.today') : t('due.in', { count: days })}
    </time>
  );
}
