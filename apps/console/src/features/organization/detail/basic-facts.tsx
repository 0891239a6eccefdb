import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel';
import { StateWord } from '../../../components/state-glyph';
import { daysUntil } from '../../../lib/dates';
import type { Facts, Organization } from '../operations/operation-drawer';

/** Days before a term's end from which it counts as near: six months. */
const NEAR_DAYS = 183;

/** 基本信息. */
export function BasicFacts({ organization, facts }: { organization: Organization; facts: Facts }) {
  const { t } = useTranslation(['organization', 'domain']);
  const rows: [string, ReactNode][] = [
    [t('facts.code'), facts.code],
    [t('facts.type'), t(`domain:type.${facts.type}`)],
    [t('facts.tier'), facts.tier ? t(`domain:tier.${facts.tier}`) : t('notRecorded')],
    [t('facts.founded'), facts.foundedOn ? <Day on={facts.foundedOn} /> : t('notRecorded')],
    ...(facts.dissolvedOn
      ? [[t('facts.dissolved'), <Day key="dissolved" on={facts.dissolvedOn} />] as [string, ReactNode]]
      : []),
    [t('facts.term'), <Term key="term" facts={facts} />],
    [
      t('facts.reported'),
      facts.reportedMemberCount == null
        ? t('notReported')
        : t(facts.reportedOn ? 'facts.reportedOn' : 'facts.reportedCount', {
            count: facts.reportedMemberCount,
            date: facts.reportedOn,
          }),
    ],
    [
      t('facts.below'),
      organization.descendantCount > 0 ? t('tree.organizations', { count: organization.descendantCount }) : t('none'),
    ],
    ...(facts.externalId ? [[t('facts.externalId'), facts.externalId] as [string, ReactNode]] : []),
  ];
  return (
    <Panel title={t('facts.title')}>
      <dl className="facts">
        {rows.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </Panel>
  );
}

const Day = ({ on }: { on: string }) => <span className="nowrap">{on}</span>;

/** 3 年，至 2027-03-14，还有 178 天. */
function Term({ facts }: { facts: Facts }) {
  const { t } = useTranslation('organization');
  if (!facts.termEndsOn) return facts.termYears ? t('facts.years', { count: facts.termYears }) : t('notRecorded');
  const days = daysUntil(facts.termEndsOn);
  const left = days < 0 ? t('facts.overdue', { count: -days }) : t('facts.daysLeft', { count: days });
  const state = days < 0 ? 'late' : days <= NEAR_DAYS ? 'risk' : null;
  return (
    <>
      {facts.termYears ? `${t('facts.years', { count: facts.termYears })}${t('comma')}` : null}
      <span className="nowrap">{t('facts.until', { date: facts.termEndsOn })}</span>{' '}
      {state ? <StateWord state={state}>{left}</StateWord> : <span className="quiet nowrap">{left}</span>}
    </>
  );
}
