import { useQuery } from '@apollo/client/react';
import { SearchOutlined } from '@ant-design/icons';
import { useDeferredValue, useEffect, useEffectEvent, useId, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Sheet } from '../components/sheet';
import { SearchOrganizationsDocument } from '../generated/graphql';
import { errorText } from '../lib/errors';
import { drawnMode, setPreferences, usePreferences } from '../lib/preferences';
import { useScope } from '../lib/scope';
import { useSession } from '../lib/session';
import { paths } from './routes';
import { useMenu } from './use-menu';
import './palette.css';

interface Item {
  key: string;
  name: string;
  note?: string;
  run(): void;
}

/** Pages, actions this person may do, and organizations by name, code or pinyin initials. */
export function Palette({ close }: { close(): void }) {
  const { t } = useTranslation(['console', 'domain']);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(0);
  const [waiting, setWaiting] = useState(false);
  const wanted = useDeferredValue(search.trim());
  const id = useId();
  const { data, error, loading } = useQuery(SearchOrganizationsDocument, {
    variables: { search: wanted },
    skip: !wanted,
  });
  const fixed = useFixedItems(search.trim());
  const navigate = useNavigate();
  const { scoped } = useScope();
  const organizations: Item[] = (wanted ? (data?.organizations.nodes ?? []) : []).map((node) => ({
    key: node.id,
    name: node.name,
    note: [node.code, t(`domain:type.${node.type}`), node.parent?.name].filter(Boolean).join(t('separator')),
    run: () => void navigate(scoped(`${paths.organizations}/${node.id}`)),
  }));
  const groups = [
    { key: 'organizations', items: organizations },
    { key: 'pages', items: fixed.pages },
    { key: 'actions', items: fixed.actions },
  ].filter(({ items }) => items.length > 0);
  const items = groups.flatMap((group) => group.items);
  const at = Math.min(chosen, items.length - 1);

  const run = (item: Item | undefined) => {
    if (!item) return;
    close();
    item.run();
  };
  // Enter pressed before the answer is there waits for it: it must open what was typed, not what stood there before.
  const settling = wanted !== search.trim() || (Boolean(wanted) && loading);
  const enter = useEffectEvent(() => run(items[at]));
  useEffect(() => {
    if (!waiting || settling) return;
    setWaiting(false);
    enter();
  }, [waiting, settling]);
  const key = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move && items.length > 0) {
      event.preventDefault();
      const next = (at + move + items.length) % items.length;
      setChosen(next);
      document.getElementById(`${id}${next}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (settling) setWaiting(true);
      else run(items[at]);
    }
  };

  return (
    <Sheet label={t('palette.title')} close={close} className="palette">
      <div className="palette-input">
        <SearchOutlined aria-hidden />
        <input
          type="search"
          role="combobox"
          aria-label={t('palette.title')}
          aria-expanded={items.length > 0}
          aria-controls={`${id}list`}
          aria-activedescendant={items.length > 0 ? `${id}${at}` : undefined}
          aria-autocomplete="list"
          autoFocus
          placeholder={t('palette.placeholder')}
          value={search}
          onChange={(event) => {
            setSearch(event.target.value);
            setChosen(0);
            setWaiting(false);
          }}
          onKeyDown={key}
        />
      </div>
      <div id={`${id}list`} role="listbox" aria-label={t('palette.title')} className="palette-list">
        {groups.map((group) => (
          <div key={group.key} role="group" aria-label={t(`palette.${group.key}`)}>
            <p className="palette-group" aria-hidden="true">
              {t(`palette.${group.key}`)}
            </p>
            {group.items.map((item) => {
              const index = items.indexOf(item);
              return (
                // The keyboard goes through the field above, which names the active option.
                <div
                  key={item.key}
                  id={`${id}${index}`}
                  role="option"
                  aria-selected={index === at}
                  className="palette-item"
                  onPointerMove={() => setChosen(index)}
                  onClick={() => run(item)}
                >
                  <span>{item.name}</span>
                  {item.note ? <span className="quiet">{item.note}</span> : null}
                </div>
              );
            })}
          </div>
        ))}
      </div>
      <p className="palette-foot" role="status">
        {error
          ? errorText(error)
          : wanted && data && items.length === 0
            ? t('palette.none', { search: wanted })
            : wanted
              ? t('palette.found', { count: items.length })
              : t('palette.keys')}
      </p>
    </Sheet>
  );
}

/** Pages and actions whose words contain what was typed. */
function useFixedItems(wanted: string): { pages: Item[]; actions: Item[] } {
  const { t } = useTranslation('console');
  const navigate = useNavigate();
  const { scoped } = useScope();
  const { permissions } = useSession();
  const preferences = usePreferences();
  const entries = useMenu().flatMap((group) => group.entries);
  const go = (path: string) => () => void navigate(scoped(path));
  const dark = drawnMode(preferences) === 'dark';
  const compact = preferences.density === 'compact';
  const matching = (items: Item[]) => items.filter((item) => item.name.toLowerCase().includes(wanted.toLowerCase()));
  const pages = entries.map((entry) => ({
    key: entry.key,
    name: t(`menu.${entry.key}`),
    run: entry.outside ? () => void window.open(entry.path, '_blank', 'noreferrer') : go(entry.path),
  }));
  const actions = [
    { key: 'startImport', permission: 'activity.import', run: go(paths.imports) },
    { key: 'explore', permission: 'api.explore', run: go(paths.explorer) },
    { key: 'foundOrganization', permission: 'organization.maintain', run: go(`${paths.organizations}?found=1`) },
    { key: dark ? 'light' : 'dark', run: () => setPreferences({ mode: dark ? 'light' : 'dark' }) },
    {
      key: compact ? 'comfortable' : 'compact',
      run: () => setPreferences({ density: compact ? 'normal' : 'compact' }),
    },
  ]
    .filter(({ permission }) => !permission || permissions.includes(permission))
    .map(({ key, run }) => ({ key, name: t(`palette.${key}`), run }));
  return { pages: matching(pages), actions: matching(actions) };
}
