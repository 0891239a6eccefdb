import { skipToken, useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import { ActivityConflictsDocument, type ActivityConflictsQueryVariables } from '../../generated/graphql';
import { span } from './times';

/** What is at the same time, told before it is saved; nothing while the times are not complete. */
export function Conflicts({ of }: { of: ActivityConflictsQueryVariables | null }) {
  const { t } = useTranslation('activity');
  const { data } = useQuery(
    ActivityConflictsDocument,
    of ? { variables: of, fetchPolicy: 'cache-and-network' } : skipToken,
  );
  const found = of ? (data?.activityConflicts ?? []) : [];
  return (
    <div role="status" className="activity-conflicts">
      {found.map((conflict, i) => (
        // conflicts have no names of their own, and the list is not edited
        <p key={i} className={conflict.kind === 'VENUE' ? 'entry-refusal' : undefined}>
          <StateGlyph state={conflict.kind === 'VENUE' ? 'late' : 'risk'} />
          {t(`conflict.${conflict.kind}`, {
            other: conflict.title
              ? t('conflict.other', { name: conflict.organizationName, title: conflict.title })
              : t('conflict.hidden'),
            when: span(conflict),
            count: conflict.people,
          })}
        </p>
      ))}
    </div>
  );
}
