import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnVoteFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import type { Answers } from '../ballot/paper';
import './vote.css';

/** Marks that are not sealed yet stay in this window. */
const keyOf = (ballotId: string): string => `dangwu.marks.${ballotId}`;

/** A paper: a mark for everybody on it, then it is sealed. */
export function VotePaper(props: { vote: OwnVoteFragment; busy: boolean; seal(answers: Answers): Promise<void> }) {
  const { t } = useTranslation('vote');
  const { vote, busy, seal } = props;
  const { ballotId, subjects, options } = vote;
  const [marks, setMarks] = useState<Answers>(
    () => JSON.parse(sessionStorage.getItem(keyOf(ballotId)) ?? '{}') as Answers,
  );
  useEffect(() => sessionStorage.setItem(keyOf(ballotId), JSON.stringify(marks)), [ballotId, marks]);
  const open = subjects.filter(({ key }) => !marks[key]);
  const done = subjects.length - open.length;
  const send = async () => {
    await seal(marks);
    sessionStorage.removeItem(keyOf(ballotId));
  };
  const next = () => document.getElementById(`mark-${open[0]?.key}`)?.scrollIntoView({ block: 'center' });
  return (
    <form
      className="vote-paper"
      aria-label={t('paper.label')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <p className="quiet">{t('paper.text')}</p>
      {subjects.map(({ key, name }, i) => (
        <fieldset key={key} id={`mark-${key}`} className="vote-mark" data-marked={marks[key] ? '' : undefined}>
          <legend>
            <span className="quiet">{i + 1}</span> {name}
          </legend>
          <div className="vote-options">
            {options.map((option) => (
              <label key={option.key}>
                <input
                  type="radio"
                  name={`${ballotId} ${key}`}
                  value={option.key}
                  checked={marks[key] === option.key}
                  onChange={() => setMarks((before) => ({ ...before, [key]: option.key }))}
                />
                {local(option.name)}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="vote-foot">
        <p role="status">
          {t('paper.done', { done, total: subjects.length })}
          {done > 0 && open.length > 0 ? (
            <Button type="link" onClick={next}>
              {t('paper.next')}
            </Button>
          ) : null}
        </p>
        <Button type="primary" htmlType="submit" loading={busy} disabled={open.length > 0}>
          {t('paper.seal')}
        </Button>
      </div>
    </form>
  );
}
