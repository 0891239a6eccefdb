import { Button, Input } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StateWord } from '../../components/state-glyph';
import { errorText } from '../../lib/errors';
import type { Counts, OnRecord } from './receipts';
import { recount, type PublishedBallot, type Recount } from './recount';
import './ballot.css';

/** The published list of a counted secret vote, checked on this device: every paper, the counts, the hash, one's own. */
export function PublishedList(props: {
  url: string;
  /** what it is held against; null: the page was away when it was counted */
  record: OnRecord | null;
  receipt: string | null;
  /** the counts in words */
  say(counts: Counts): string;
}) {
  const { t } = useTranslation('ballot');
  const [found, setFound] = useState<Recount | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const { url, record, receipt, say } = props;
  const check = useCallback(async () => {
    setBusy(true);
    setError(null);
    await listOf(url).then(recount).then(setFound, setError);
    setBusy(false);
  }, [url]);
  useEffect(() => {
    // a voter need not ask for it
    if (receipt) void check();
  }, [receipt, check]);
  return (
    <section className="ballot-list" aria-label={t('list.title')}>
      {found ? (
        <Findings record={record} found={found} receipt={receipt} say={say} />
      ) : (
        <p className="quiet">{t('list.text')}</p>
      )}
      {error ? (
        <p role="alert" className="ballot-refusal">
          {errorText(error)}
        </p>
      ) : null}
      <div className="ballot-buttons">
        <Button loading={busy} onClick={() => void check()}>
          {t(found ? 'list.again' : 'list.check')}
        </Button>
        <a className="ballot-link" href={url} download>
          {t('list.download')}
        </a>
      </div>
    </section>
  );
}

function Findings(props: {
  record: OnRecord | null;
  found: Recount;
  receipt: string | null;
  say(counts: Counts): string;
}) {
  const { t } = useTranslation('ballot');
  const { record, found, receipt, say } = props;
  const [typed, setTyped] = useState('');
  const id = receipt ?? typed.replaceAll(/\s/g, '').toLowerCase();
  const counts = say(found.counts);
  const sums = !record || same(found.counts, record.counts);
  const line = (holds: boolean, yes: string, no: string) => (
    <li>
      <StateWord state={holds ? 'done' : 'late'}>{holds ? yes : no}</StateWord>
    </li>
  );
  return (
    <>
      <div role="status">
        <ul>
          {line(
            found.faults.length === 0,
            t('list.papersRight', { count: found.ids.length }),
            t('list.papersWrong', { count: found.faults.length }),
          )}
          {line(sums, t(record ? 'list.sums' : 'list.counted', { counts }), t('list.sumsDiffer', { counts }))}
          {record ? line(found.hash === record.hash, t('list.hash'), t('list.hashDiffers')) : null}
          {id.length === 64 ? line(found.ids.includes(id), t('list.mine'), t('list.notMine')) : null}
        </ul>
      </div>
      {receipt ? null : (
        <label className="ballot-find">
          {t('list.find')}
          <Input value={typed} maxLength={100} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
        </label>
      )}
    </>
  );
}

/** Whether each option of each question was given as often; what nobody chose may be left out. */
function same(found: Counts, given: Counts): boolean {
  const questions = new Set([...Object.keys(found), ...Object.keys(given)]);
  return [...questions].every((question) => {
    const [one = {}, other = {}] = [found[question], given[question]];
    const options = new Set([...Object.keys(one), ...Object.keys(other)]);
    return [...options].every((option) => (one[option] ?? 0) === (other[option] ?? 0));
  });
}

async function listOf(url: string): Promise<PublishedBallot> {
  const answer = await fetch(url, { credentials: 'same-origin' });
  if (!answer.ok) throw new Error(`The list was not given: ${answer.status}`);
  return (await answer.json()) as PublishedBallot;
}
