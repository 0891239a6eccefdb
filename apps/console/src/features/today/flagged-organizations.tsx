import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { Empty } from '../../components/empty';
import { Panel } from '../../components/panel';
import { ScopedLink } from '../../components/scoped-link';
import { StateWord } from '../../components/state-glyph';
import { local } from '../../lib/i18n';
import { useNarrow } from '../../lib/narrow';
import type { FlagLine } from './flag-lines';
import { Due } from './tasks';

const SHOWN = 12;

/** Flagged organizations with the rule behind each flag; lines on a phone, a table elsewhere. */
export function FlaggedOrganizations({ lines, total }: { lines: FlagLine[]; total: number }) {
  const { t } = useTranslation(['today', 'domain']);
  const narrow = useNarrow();
  const shown = lines.slice(0, SHOWN);
  return (
    <Panel
      title={t('flagged.title')}
      note={t('flagged.note', { count: total })}
      extra={<ScopedLink to="/organizations?flagged=1">{t('flagged.all')}</ScopedLink>}
      flush
    >
      {lines.length === 0 ? (
        <Empty good>{t('flagged.empty')}</Empty>
      ) : narrow ? (
        <ul className="flag-lines">
          {shown.map((line) => (
            <li key={line.key}>
              <ScopedLink to={`/organizations/${line.organization.id}`}>{line.organization.name}</ScopedLink>
              <Word line={line} />
              <p>{local(line.message)}</p>
              {line.basis ? <BasisChip>{local(line.basis)}</BasisChip> : null}
            </li>
          ))}
        </ul>
      ) : (
        <table className="rows">
          <thead>
            <tr>
              <th scope="col">{t('flagged.organization')}</th>
              <th scope="col">{t('flagged.what')}</th>
              <th scope="col" className="number">
                {t('flagged.left')}
              </th>
              <th scope="col">{t('flagged.state')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <tr key={line.key}>
                <th scope="row">
                  <ScopedLink to={`/organizations/${line.organization.id}`}>{line.organization.name}</ScopedLink>
                  {line.organization.tier ? (
                    <span className="cell-note">{t(`domain:tier.${line.organization.tier}`)}</span>
                  ) : null}
                </th>
                <td>
                  {local(line.message)}
                  {line.basis ? (
                    <span className="cell-note">
                      <BasisChip>{local(line.basis)}</BasisChip>
                    </span>
                  ) : null}
                </td>
                <td className="number">
                  <Due line={line} />
                </td>
                <td>
                  <Word line={line} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Word({ line }: { line: FlagLine }) {
  const { t } = useTranslation('today');
  return <StateWord state={line.state}>{t(line.state === 'late' ? 'flagged.late' : 'flagged.risk')}</StateWord>;
}
