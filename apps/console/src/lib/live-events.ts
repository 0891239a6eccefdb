import { useEffect, useRef } from 'react';

/** What the server tells an open page: something of this kind changed. */
export interface LiveEvent {
  /** `access`: one's own rights; `publication`: what an organization publishes */
  kind:
    | 'notification'
    | 'job'
    | 'import'
    | 'access'
    | 'publication'
    | 'obligation'
    | 'activity'
    | 'attendance'
    | 'yearPlan'
    | 'matter'
    | 'dispatch'
    | 'session'
    | 'assessment';
  id: string;
}

type Listener = (event: LiveEvent) => void;
const listeners = new Map<LiveEvent['kind'], Set<Listener>>();
const kinds: LiveEvent['kind'][] = [
  'notification',
  'job',
  'import',
  'access',
  'publication',
  'obligation',
  'activity',
  'attendance',
  'yearPlan',
  'matter',
  'dispatch',
  'session',
  'assessment',
];
const returns = new Set<() => void>();
let source: EventSource | null = null;

function open(): void {
  if (source) return;
  // The browser reconnects by itself; after a break one missed event must not leave the page stale.
  source = new EventSource('/events');
  let before = false;
  source.addEventListener('open', () => {
    if (before) returns.forEach((listener) => listener());
    before = true;
  });
  for (const kind of kinds) {
    source.addEventListener(kind, (message) => {
      const data = JSON.parse((message as MessageEvent<string>).data) as { id?: string };
      listeners.get(kind)?.forEach((listener) => listener({ kind, id: data.id ?? '' }));
    });
  }
}

/** Ends the channel, at sign-out. */
export function closeLiveEvents(): void {
  source?.close();
  source = null;
}

/** Calls back when something of a kind changes, as long as the component is shown. */
export function useLiveEvent(kind: LiveEvent['kind'], handler: Listener): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const listener: Listener = (event) => latest.current(event);
    const set = listeners.get(kind) ?? new Set();
    listeners.set(kind, set.add(listener));
    open();
    return () => {
      set.delete(listener);
      if (kinds.every((one) => !listeners.get(one)?.size)) closeLiveEvents();
    };
  }, [kind]);
}

/** Calls back when the channel is there again after a break, in which events may have been missed. */
export function useLiveReturn(handler: () => void): void {
  const latest = useRef(handler);
  useEffect(() => {
    latest.current = handler;
  });
  useEffect(() => {
    const listener = () => latest.current();
    returns.add(listener);
    return () => {
      returns.delete(listener);
    };
  }, []);
}
