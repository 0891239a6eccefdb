import { useEffect, useState } from 'react';
import { moment } from '../../lib/dates';

/** The time in China by the server's clock, whatever this device's says. */
export function Clock({ now }: { now: string }) {
  const [shown, setShown] = useState(now);
  useEffect(() => {
    const began = performance.now();
    const show = () => setShown(new Date(Date.parse(now) + performance.now() - began).toISOString());
    show();
    const timer = setInterval(show, 1_000);
    return () => clearInterval(timer);
  }, [now]);
  return <time className="room-clock">{moment(shown).slice(11)}</time>;
}
