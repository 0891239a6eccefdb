import { useTranslation } from 'react-i18next';
import { Panel } from '../../components/panel';
import { StateWord } from '../../components/state-glyph';
import type { RightsRowFragment } from '../../generated/graphql';
import { local, type LocalText } from '../../lib/i18n';

/** What a person can do at one organization: every permission, by which role. */
export function AbilitiesTable(props: {
  organization: string;
  rows: readonly RightsRowFragment[];
  permissions: readonly { key: string; name: LocalText }[];
  chosen: string;
  onChoose(key: string): void;
}) {
  const { t } = useTranslation('access');
  const by = (key: string, of: 'permissions' | 'published' | 'endedByGuides') =>
    props.rows.find((row) => row[of].some((one) => one.key === key));
  const lines = props.permissions
    .map((permission) => ({
      ...permission,
      way: by(permission.key, 'permissions'),
      shown: by(permission.key, 'published'),
      ended: by(permission.key, 'endedByGuides'),
    }))
    // what one can do first, then what ends at an edge; the rest is said in the note
    .sort((a, b) => Number(Boolean(b.way ?? b.shown)) - Number(Boolean(a.way ?? a.shown)));
  const some = lines.filter((line) => line.way ?? line.shown ?? line.ended);
  return (
    <Panel
      title={t('abilities.title', { name: props.organization })}
      note={t('abilities.note', { count: lines.filter((line) => line.way ?? line.shown).length, of: lines.length })}
      flush
    >
      {some.length === 0 ? <p className="panel-line quiet">{t('abilities.none')}</p> : null}
      {some.length > 0 ? (
        <table className="access-table">
          <thead>
            <tr>
              <th scope="col">{t('abilities.what')}</th>
              <th scope="col">{t('abilities.can')}</th>
              <th scope="col">{t('abilities.by')}</th>
            </tr>
          </thead>
          <tbody>
            {some.map(({ key, name, way, shown, ended }) => (
              <tr key={key} className={key === props.chosen ? 'row-chosen' : undefined}>
                <th scope="row">
                  <button type="button" className="link-button" onClick={() => props.onChoose(key)}>
                    {local(name)}
                  </button>
                </th>
                <td className="nowrap">
                  {way ? (
                    <StateWord state="done">{t('abilities.yes')}</StateWord>
                  ) : shown ? (
                    <StateWord state="planned">{t('abilities.published')}</StateWord>
                  ) : (
                    <StateWord state="refused">{t('abilities.no')}</StateWord>
                  )}
                </td>
                <td>{way || shown || ended ? local((way ?? shown ?? ended)!.roleName) : null}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </Panel>
  );
}
