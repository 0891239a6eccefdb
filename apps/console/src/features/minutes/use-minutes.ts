import { useMutation } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { SaveMinutesDocument } from '../../generated/graphql';
import { refusalOf } from '../../lib/errors';
import { inputOf, withVotes, type Content, type ReadableMinutes } from './content';

/** How long nobody types before it is saved. */
const REST = 1500;

export type Saving = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';

/** What was written and not saved yet, kept in this tab alone: a reload or a crash of the page loses nothing. */
const store = {
  key: (id: string) => `dangwu.minutes.${id}`,
  read(id: string): { version: number; content: Content } | null {
    const kept = sessionStorage.getItem(this.key(id));
    return kept ? (JSON.parse(kept) as { version: number; content: Content }) : null;
  },
  write(id: string, version: number, content: Content): void {
    sessionStorage.setItem(this.key(id), JSON.stringify({ version, content }));
  },
  clear(id: string): void {
    sessionStorage.removeItem(this.key(id));
  },
};

/** Minutes that are being written: saved by themselves, against the version that was read. */
export function useMinutes(minutes: ReadableMinutes, reload: () => Promise<ReadableMinutes | null>) {
  const { id } = minutes;
  const [kept] = useState(() => store.read(id));
  const [content, setContent] = useState<Content>(kept?.content ?? minutes.content);
  const [saving, setSaving] = useState<Saving>('saved');
  const [error, setError] = useState<unknown>(null);
  const [savedAt, setSavedAt] = useState(minutes.savedAt);
  // rises when the text is another: editors begin anew with it
  const [round, setRound] = useState(0);
  const [theirs, setTheirs] = useState<ReadableMinutes | null>(null);
  const [send] = useMutation(SaveMinutesDocument);
  // what the timer and the way out of the page see, whichever render made them
  const now = useRef({ content, version: kept?.version ?? minutes.version, hash: minutes.contentHash, dirty: false });
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<boolean> | null>(null);

  const save = useCallback(async (): Promise<boolean> => {
    window.clearTimeout(timer.current);
    if (running.current) await running.current;
    if (!now.current.dirty) return true;
    const sent = now.current.content;
    setSaving('saving');
    running.current = send({ variables: { input: { id, version: now.current.version, content: inputOf(sent) } } })
      .then(({ data }) => {
        const saved = data!.saveMinutes;
        const unchanged = now.current.content === sent;
        // the API counted the votes; what is typed meanwhile stays
        const counted = unchanged && saved.content ? withVotes(sent, saved.content) : now.current.content;
        now.current = { content: counted, version: saved.version, hash: saved.contentHash ?? '', dirty: !unchanged };
        if (unchanged) store.clear(id);
        setSavedAt(saved.savedAt);
        setError(null);
        setSaving(unchanged ? 'saved' : 'waiting');
        if (unchanged) setContent(counted);
        return true;
      })
      .catch(async (refused: unknown) => {
        setError(refused);
        if (refusalOf(refused)?.reason !== 'MINUTES_CONFLICT') setSaving('failed');
        else {
          setTheirs(await reload());
          setSaving('conflict');
        }
        return false;
      });
    const done = await running.current;
    running.current = null;
    return done && now.current.dirty ? save() : done;
  }, [id, reload, send]);

  const change = (next: Content) => {
    now.current = { ...now.current, content: next, dirty: true };
    store.write(id, now.current.version, next);
    setContent(next);
    if (theirs) return;
    setSaving('waiting');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void save(), REST);
  };

  /** What the two texts became, against the version that was there first. */
  const settle = (next: Content) => {
    if (!theirs) return;
    now.current = { ...now.current, content: next, version: theirs.version, dirty: true };
    store.write(id, theirs.version, next);
    setTheirs(null);
    setContent(next);
    setRound((before) => before + 1);
    setSaving('waiting');
    void save();
  };

  // what the tab had kept is written on
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current || !kept) return;
    begun.current = true;
    now.current.dirty = true;
    void save();
  }, [kept, save]);

  useEffect(() => {
    const leaving = (event: BeforeUnloadEvent) => {
      if (now.current.dirty) event.preventDefault();
    };
    const hidden = () => {
      if (document.visibilityState === 'hidden') void save();
    };
    window.addEventListener('beforeunload', leaving);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      window.removeEventListener('beforeunload', leaving);
      document.removeEventListener('visibilitychange', hidden);
      // to another page of the console: what is written goes on its way
      void save();
    };
  }, [save]);

  return { content, round, change, saving, savedAt, error, theirs, settle, save, now };
}
