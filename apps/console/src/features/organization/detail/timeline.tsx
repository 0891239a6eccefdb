import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ScopedLink } from '../../../components/scoped-link';
import { StateWord } from '../../../components/state-glyph';
import type { OrganizationHistoryQuery } from '../../../generated/graphql';
import { moment } from '../../../lib/dates';
import { local } from '../../../lib/i18n';

type Operation = NonNullable<OrganizationHistoryQuery['partyOrganization']>['operations']['nodes'][number];

/** When, what, who, on what paper. `short` leaves the paper and the recorder to the full history. */
export function Timeline({
  operations,
  short,
  onAsk,
}: {
  operations: readonly Operation[];
  short?: boolean;
  /** Wants to undo one, or to withdraw one whose day has not come. */
  onAsk?(kind: 'undo' | 'withdraw', operation: Operation): void;
}) {
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
          {operation.state === 'UNDONE' || operation.state === 'WITHDRAWN' ? (
            <p>
              <StateWord state="waived">{t(`history.${operation.state}`)}</StateWord>
            </p>
          ) : null}
          {!short && operation.refersTo.length > 0 ? (
            <p className="timeline-who">
              {operation.refersTo.map((other) => (
                <ScopedLink key={other.id} className="timeline-link" to={`/organizations/${other.id}`}>
                  {other.name}
                </ScopedLink>
              ))}
            </p>
          ) : null}
          {onAsk && (operation.undoable || operation.pending) ? (
            <Button size="small" onClick={() => onAsk(operation.pending ? 'withdraw' : 'undo', operation)}>
              {t(operation.pending ? 'history.withdraw' : 'history.undo')}
            </Button>
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
