import { useTranslation } from 'react-i18next';
import { StateWord } from '../../../components/state-glyph';
import type { OrganizationHistoryQuery } from '../../../generated/graphql';
import { moment } from '../../../lib/dates';
import { local } from '../../../lib/i18n';

type Operation = NonNullable<OrganizationHistoryQuery['partyOrganization']>['operations']['nodes'][number];

/** When, what, who, on what paper. `short` leaves the paper and the recorder to the full history. */
export function Timeline({ operations, short }: { operations: readonly Operation[]; short?: boolean }) {
  const { t } = useTranslation('organization');
  return (
    <ol className="timeline">
      {operations.map((operation) => (
        <li key={operation.id} data-pending={operation.pending || undefined}>
          <p className="timeline-when">
            {operation.effectiveOn}
            {operation.pending && !operation.refusal ? (
              <StateWord state="planned">{t('history.pending')}</StateWord>
            ) : null}
          </p>
          <p className="timeline-what">{local(operation.summary)}</p>
          {operation.refusal ? (
            <p>
              <StateWord state="late">{t('history.refused')}</StateWord> {local(operation.refusal)}
            </p>
          ) : null}
          {short ? null : (
            <p className="timeline-who">
              {t('history.by', { who: operation.actorName ?? t('history.system'), when: moment(operation.recordedAt) })}
              {operation.basis ? (
                <>
                  <br />
                  {t('history.basis', { basis: operation.basis })}
                </>
              ) : null}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
