import type { DragEvent } from 'react';
import type { CalendarActivity } from './calendar-page';

/** Where an activity is dropped: on a day, or on a part of it. */
export interface Drop {
  readonly activity: CalendarActivity;
  readonly day: string;
  /** HH:MM; undefined: its own time */
  readonly at?: string;
}

/** What is being dragged: the browser tells only its kind before it is dropped. */
let dragged: CalendarActivity | null = null;

/** Only what is still to be held moves by dragging; the rest has its own verbs. */
export const movable = ({ state }: CalendarActivity): boolean => state === 'DRAFT' || state === 'SCHEDULED';

/** Makes an entry something to drag; nothing for what cannot be moved. */
export const entryDrag = (activity: CalendarActivity, may: boolean) =>
  may && movable(activity)
    ? {
        draggable: true,
        onDragStart: (event: DragEvent) => {
          dragged = activity;
          event.dataTransfer.effectAllowed = 'move';
        },
        onDragEnd: () => {
          dragged = null;
        },
      }
    : { draggable: false };

/** Makes a day, or a part of it, somewhere to drop. */
export const dayDrop = (
  day: string,
  drop: ((drop: Drop) => void) | undefined,
  at?: (own: string) => string | undefined,
) =>
  drop
    ? {
        onDragOver: (event: DragEvent) => {
          if (!dragged) return;
          event.preventDefault();
          event.dataTransfer.dropEffect = 'move';
        },
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          if (dragged) drop({ activity: dragged, day, at: at?.(dragged.startsAt) });
          dragged = null;
        },
      }
    : {};
