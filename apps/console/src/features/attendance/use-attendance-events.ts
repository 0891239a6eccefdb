import { useEffect, useRef } from 'react';
import { useLiveEvent } from '../../lib/live-events';

/** People sign in by the dozen in a second: what follows is asked for once they have. */
const rest = 300;

/** Calls back when the attendance of an activity changes. */
export function useAttendanceEvents(activityId: string, handler: () => void): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useLiveEvent('attendance', ({ id }) => {
    if (id !== activityId) return;
    // the first of a burst sets the time, or a steady stream would never be shown
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      handler();
    }, rest);
  });
  useEffect(() => () => clearTimeout(timer.current), []);
}
