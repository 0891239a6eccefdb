import { useQuery } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BasisChip } from '../../components/basis-chip';
import { StateGlyph } from '../../components/state-glyph';
import { DispatchChecksDocument, type CheckDispatchInput } from '../../generated/graphql';
import { errorText } from '../../lib/errors';
import { local } from '../../lib/i18n';

/** A value once it has stood still for a moment, so that not every key asks the server. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), 400);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** What issuing it now would find: the same that refuses it then. */
export function DispatchChecks({ input }: { input: CheckDispatchInput }) {
  const { t } = useTranslation('dispatch');
  const settled = useSettled(JSON.stringify(input));
  const { data, previousData, error } = useQuery(DispatchChecksDocument, {
    variables: { input: JSON.parse(settled) as CheckDispatchInput },
    fetchPolicy: 'network-only',
  });
  const checks = (data ?? previousData)?.dispatchChecks;
  return (
    <section className="dispatch-checks" aria-label={t('checks.title')} aria-live="polite">
      <h3>{t('checks.title')}</h3>
      {error ? <p>{errorText(error)}</p> : null}
      <ul>
        {checks?.map(({ kind, passed, refuses, message, ruleName, basis }) => (
          <li key={kind}>
            <StateGlyph
              state={passed ? 'done' : refuses ? 'late' : 'risk'}
              label={t(passed ? 'checks.passed' : refuses ? 'checks.refuses' : 'checks.told')}
            />
            <div>
              {passed || !message ? (
                <>
                  {local(ruleName)} <BasisChip>{local(basis)}</BasisChip>
                </>
              ) : (
                local(message)
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
