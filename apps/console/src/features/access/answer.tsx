import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../components/edge-glyph';
import { StateGlyph } from '../../components/state-glyph';
import type { RightsRowFragment } from '../../generated/graphql';
import { dayOf } from '../../lib/dates';
import { local, type LocalText } from '../../lib/i18n';
import { lastDay } from './period';

type Name = { key: string; name: LocalText };

/** 可以 or 不可以, and the way it came: granted, at which organization, over which edges. */
export function Answer(props: {
  organization: { name: string };
  rows: readonly RightsRowFragment[];
  permission: string;
  names: readonly Name[];
}) {
  const { t } = useTranslation('access');
  const { rows, permission } = props;
  const has = (list: readonly { key: string }[]) =>
    permission ? list.some(({ key }) => key === permission) : list.length > 0;
  const way = rows.find((row) => has(row.permissions));
  const shown = rows.find((row) => has(row.published));
  const blocked = rows.find((row) => has(row.endedByGuides));
  const reason = way ?? shown ?? blocked;
  const published = new Set(rows.flatMap((row) => row.published.map(({ key }) => key))).size;
  return (
    <div className="answer" role="status">
      <p className="answer-word">
        <StateGlyph state={way || shown ? 'done' : 'refused'} size={18} />
        <strong>{t(way || shown ? 'answer.yes' : 'answer.no')}</strong>
        <span>
          {way
            ? t('answer.byGrant')
            : shown
              ? t('answer.byPublication')
              : blocked
                ? t('answer.byGuides', { count: published })
                : t('answer.byNothing', { name: props.organization.name })}
        </span>
      </p>
      {reason ? <Way row={reason} /> : null}
    </div>
  );
}

function Way({ row }: { row: RightsRowFragment }) {
  const { t } = useTranslation(['access', 'domain']);
  const [first, ...rest] = row.steps;
  const period = row.until
    ? t('period.both', { since: dayOf(row.since), until: lastDay(row.until) })
    : t('period.open', { since: dayOf(row.since) });
  return (
    <ol className="way">
      <li>
        <span className="way-what">{t('way.grant')}</span>
        <b>{t('way.who', { name: row.accountName, role: local(row.roleName) })}</b>
        <span>{period}</span>
      </li>
      <li className="way-edge" aria-hidden>
        {t('way.given')}
      </li>
      <li>
        <span className="way-what">{t('way.at')}</span>
        <b>{first?.name ?? t('way.association')}</b>
        <span>{row.basis ? t('way.basis', { basis: row.basis }) : t('way.noBasis')}</span>
      </li>
      {rest.map((step) => (
        <Fragment key={step.organizationId}>
          <li className="way-edge">
            <EdgeGlyph relation={step.relation === 'GUIDES' ? 'GUIDES' : 'LEADS'} named />
          </li>
          <li>
            <span className="way-what">{t(step.relation === 'GUIDES' ? 'way.ends' : 'way.inherited')}</span>
            <b>{step.name}</b>
            <span>{t(step.relation === 'GUIDES' ? 'way.guides' : 'way.leads')}</span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
