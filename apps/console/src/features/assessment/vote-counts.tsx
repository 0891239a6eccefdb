import { useTranslation } from 'react-i18next';
import type { ConductedVoteFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import { countsOf } from './vote-words';
import './cycle.css';
import './vote.css';

/** How often each of the assessed was given each mark. */
export function VoteCounts({
  vote,
}: {
  vote: Pick<ConductedVoteFragment, 'subjects' | 'options' | 'counts' | 'publishedHash'>;
}) {
  const { t } = useTranslation('vote');
  const counts = countsOf(vote);
  return (
    <div className="vote-counts">
      <table className="cycle-rows">
        <thead>
          <tr>
            <th scope="col">{t('subject')}</th>
            {vote.options.map(({ key, name }) => (
              <th key={key} scope="col" className="number">
                {local(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {vote.subjects.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {vote.options.map((option) => (
                <td key={option.key} className="number">
                  {counts[key]?.[option.key] ?? 0}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
