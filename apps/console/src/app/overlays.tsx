import { lazy, Suspense, useEffect } from 'react';
import { show, useOverlay } from './overlay-state';

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));
const HelpSheet = lazy(async () => ({ default: (await import('./help-sheet')).HelpSheet }));
const NotificationDrawer = lazy(async () => ({
  default: (await import('../features/notifications/notification-drawer')).NotificationDrawer,
}));

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Goes to the page's own search box, or opens the palette where there is none. */
function toSearch(): void {
  const own = document.querySelector<HTMLInputElement>('main input[type="search"]');
  if (own) own.focus();
  else show('palette');
}

/** The shortcuts, and what they open; each part is fetched when it is first opened. */
export function Overlays() {
  const shown = useOverlay();
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        show('palette');
      } else if (!typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey) {
        if (event.key === '/') {
          event.preventDefault();
          toSearch();
        } else if (event.key === '?') {
          event.preventDefault();
          show('help');
        }
      }
    };
    document.addEventListener('keydown', key);
    return () => document.removeEventListener('keydown', key);
  }, []);
  const close = () => show(null);
  return (
    <Suspense>
      {shown === 'palette' ? <Palette close={close} /> : null}
      {shown === 'help' ? <HelpSheet close={close} /> : null}
      {shown === 'notifications' ? <NotificationDrawer close={close} /> : null}
    </Suspense>
  );
}
