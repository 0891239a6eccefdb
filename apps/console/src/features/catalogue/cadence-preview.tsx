import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import {
  PreviewCadenceDocument,
  type PreviewCadenceQuery,
  type PreviewCadenceQueryVariables,
} from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';
import { useRested } from '../../lib/rested';

interface Asked {
  readonly preview: PreviewCadenceQuery['previewCadence'] | undefined;
  readonly error: unknown;
  readonly waiting: boolean;
}

/** What would come of the fields as they stand, asked for once typing rests. */
export function usePreview(variables: PreviewCadenceQueryVariables | null): Asked {
  const written = variables && JSON.stringify(variables);
  const rested = useRested(written);
  const { data, error, loading } = useQuery(PreviewCadenceDocument, {
    variables: rested ? (JSON.parse(rested) as PreviewCadenceQueryVariables) : {},
    skip: rested === null,
    fetchPolicy: 'no-cache',
  });
  const waiting = written !== null && (loading || rested !== written);
  const settled = written !== null && !waiting;
  return { preview: settled ? data?.previewCadence : undefined, error: settled ? error : undefined, waiting };
}

/** How many obligations would come, go and change, for which organizations; or why it cannot be. */
export function Preview({ preview, error, waiting }: Asked) {
  const { t } = useTranslation('catalogue');
  return (
    <section className="cadence-preview" aria-label={t('preview.label')} aria-busy={waiting} aria-live="polite">
      <h3>{t('preview.label')}</h3>
      {error ? (
        <p role="alert" className="entry-refusal">
          {errorText(error)}
        </p>
      ) : null}
      {!error && !preview ? <p className="quiet">{t(waiting ? 'preview.waiting' : 'preview.incomplete')}</p> : null}
      {preview ? <Found preview={preview} /> : null}
    </section>
  );
}

function Found({ preview }: { preview: NonNullable<Asked['preview']> }) {
  const { t } = useTranslation('catalogue');
  const { organizationCount, appearing, disappearing, changing, over, organizations, notes } = preview;
  const words = (of: { appearing: number; disappearing: number; changing: number }): string =>
    (['appearing', 'disappearing', 'changing'] as const)
      .filter((key) => of[key] > 0)
      .map((key) => t(`preview.${key}`, { count: of[key] }))
      .join(t('comma'));
  return (
    <>
      <p>
        <b>
          {organizationCount === 0
            ? t('preview.nothing')
            : t('preview.sum', {
                count: organizationCount,
                words: words({ appearing, disappearing, changing }),
              })}
        </b>
      </p>
      {over > 0 ? (
        <p className="cadence-over">
          <StateGlyph state="risk" /> {t('preview.over', { count: over })}
        </p>
      ) : null}
      {organizations.length > 0 ? (
        <ul>
          {organizations.map((one) => (
            <li key={one.id}>
              {one.name} <span className="quiet">{words(one)}</span>
            </li>
          ))}
          {organizationCount > organizations.length ? (
            <li className="quiet">{t('preview.more', { count: organizationCount - organizations.length })}</li>
          ) : null}
        </ul>
      ) : null}
      {notes.map((note) => (
        <p key={note.zh} className="quiet">
          {local(note)}
        </p>
      ))}
    </>
  );
}
