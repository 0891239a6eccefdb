import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorView } from '../../components/error-view';
import { StateWord } from '../../components/state-glyph';
import { ImportFieldsDocument, type ImportSummaryFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';

type Choices = Readonly<Record<number, string>>;
/** As the value of a select: the column is left out. */
const NONE = '';

/** Between upload and check: which column is what, where the headings leave it open. What people say is remembered. */
export function MappingView(props: {
  batch: ImportSummaryFragment;
  busy: boolean;
  onMap(choices: { column: number; field: string | null }[]): void;
  onDiscard(): void;
}) {
  const { batch } = props;
  const { t } = useTranslation('import');
  const { data, error, refetch } = useQuery(ImportFieldsDocument, { variables: { kind: batch.kind } });
  const [said, say] = useState<Choices>({});
  if (error) return <ErrorView error={error} retry={() => void refetch()} />;
  const fields = data?.importFields ?? [];
  const chosen = (column: ImportSummaryFragment['mapping'][number]): string =>
    said[column.column] ?? column.key ?? NONE;
  const all = batch.mapping.map(chosen).filter((key) => key !== NONE);
  const missing = fields.filter((field) => field.needed && !all.includes(field.key));
  const twice = fields.filter((field) => all.indexOf(field.key) !== all.lastIndexOf(field.key));
  const names = (some: typeof fields) => some.map((field) => local(field.name)).join(t('listComma'));
  // What was certain and stays so need not be said again.
  const decided = batch.mapping.filter((one) => !one.certain || chosen(one) !== (one.key ?? NONE));
  const send = () => props.onMap(decided.map((one) => ({ column: one.column, field: chosen(one) || null })));
  return (
    <section className="mapping-step" aria-label={t('step.map')}>
      <p className="quiet">{t('map.note', { row: batch.headingRow ?? 1 })}</p>
      <div className="mapping-table" role="region" aria-label={t('map.title')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('mapping.heading')}</th>
              <th scope="col">{t('map.samples')}</th>
              <th scope="col">{t('mapping.field')}</th>
            </tr>
          </thead>
          <tbody>
            {batch.mapping.map((one) => (
              <tr key={one.column} data-open={!one.certain || undefined}>
                <th scope="row">{one.heading}</th>
                <td className="quiet">{one.samples.join(t('listComma')) || t('blank')}</td>
                <td>
                  <select
                    aria-label={t('map.choose', { heading: one.heading })}
                    value={chosen(one)}
                    disabled={fields.length === 0}
                    onChange={(event) => say({ ...said, [one.column]: event.target.value })}
                  >
                    <option value={NONE}>{t('mapping.unused')}</option>
                    {fields.map((field) => (
                      <option key={field.key} value={field.key}>
                        {local(field.name)}
                      </option>
                    ))}
                  </select>{' '}
                  {one.certain ? null : (
                    <StateWord state="risk">{t(one.key ? 'mapping.guessed' : 'map.unknown')}</StateWord>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <footer className="import-bar">
        <p role="status">
          {missing.length > 0
            ? t('map.missing', { names: names(missing) })
            : twice.length > 0
              ? t('map.twice', { names: names(twice) })
              : t('map.remembered')}
        </p>
        <div className="import-bar-buttons">
          <Button type="text" onClick={props.onDiscard}>
            {t('discard.verb')}
          </Button>
          <Button
            type="primary"
            loading={props.busy}
            disabled={fields.length === 0 || missing.length > 0 || twice.length > 0}
            onClick={send}
          >
            {t('map.verb')}
          </Button>
        </div>
      </footer>
    </section>
  );
}
