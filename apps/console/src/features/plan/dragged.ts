import type { DragEvent } from 'react';
import type { PlanItemEntryFragment } from '../../generated/graphql';

/** Words of our own, so that what is dragged from elsewhere is not taken for an item. */
const kind = 'application/x-dangwu-plan-item';

/** What is being dragged: the browser tells only its kind before it is dropped. */
let dragged: PlanItemEntryFragment | null = null;

/** Makes an entry something to drag. */
export const draggable = (item: PlanItemEntryFragment) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    dragged = item;
    event.dataTransfer.setData(kind, item.id);
    event.dataTransfer.effectAllowed = 'move';
  },
  onDragEnd: () => {
    dragged = null;
  },
});

/** Makes a day somewhere to drop; days beyond the period of what is dragged take nothing. */
export const dropTarget = (day: string, drop: (item: PlanItemEntryFragment, day: string) => void) => ({
  onDragOver: (event: DragEvent) => {
    if (!dragged || day < dragged.periodFrom || day > dragged.periodTo) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'move';
  },
  onDrop: (event: DragEvent) => {
    event.preventDefault();
    if (dragged && dragged.heldOn !== day) drop(dragged, day);
    dragged = null;
  },
});
