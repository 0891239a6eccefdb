import { useCallback, useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { actionOf, typeAhead } from './tree-keys';
import { TreeRowView } from './tree-row-view';
import { mayDrop, type Dragged } from './tree-drag';
import type { TreeRow } from './tree-rows';
import './tree.css';

/** Letters typed within this time belong together. */
const TYPING_MS = 600;
/** A closed row under the pointer opens after this while dragging. */
const OPEN_MS = 700;

export interface TreeListProps {
  rows: readonly TreeRow[];
  label: string;
  selectedId: string | null;
  wanted?: string;
  onOpen(id: string): void;
  onToggle(key: string): void;
  onMore(row: TreeRow & { kind: 'more' | 'loading' | 'failed' }): void;
  /** Given when the reader may move organizations. */
  onMove?(dragged: Dragged, targetId: string): void;
}

/** The tree as rows (WAI-ARIA tree): one stop of the Tab key, arrows inside. */
export function TreeList(props: TreeListProps) {
  const { rows, selectedId, onMove } = props;
  const { t } = useTranslation('organization');
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const dragged = useRef<Dragged | null>(null);
  const opening = useRef<{ key: string; timer: number } | null>(null);
  const typed = useRef({ text: '', at: 0 });
  const current = [focused, selectedId].find((key) => rows.some((row) => row.key === key)) ?? rows[0]?.key ?? null;

  const latest = useRef(props);
  useEffect(() => {
    latest.current = props;
  });

  const rowElement = (key: string) => list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  // Into sight once for each chosen one: lists above it that are still loading push it away, later ones must not pull.
  const arrived = rows.some((row) => row.key === selectedId);
  const settled = !rows.some((row) => row.kind === 'loading');
  const shownFor = useRef<string | null>(null);
  useEffect(() => {
    if (!arrived || !selectedId || shownFor.current === selectedId) return;
    list.current?.querySelector(`[data-key="${CSS.escape(selectedId)}"]`)?.scrollIntoView({ block: 'nearest' });
    if (settled) shownFor.current = selectedId;
  }, [selectedId, arrived, settled]);

  const press = useCallback((row: TreeRow) => {
    if (row.kind === 'organization') latest.current.onOpen(row.organization.id);
    else if (row.kind === 'tier') latest.current.onToggle(row.key);
    else latest.current.onMore(row);
  }, []);
  const toggle = useCallback((row: TreeRow) => latest.current.onToggle(row.key), []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actionOf(event.key, rows, current);
    if (action) {
      event.preventDefault();
      if (action.kind === 'focus') rowElement(action.key)?.focus();
      else if (action.kind === 'toggle') toggle(action.row);
      else press(action.row);
      return;
    }
    if (event.key.length !== 1) return;
    const fresh = event.timeStamp - typed.current.at > TYPING_MS;
    typed.current = { text: (fresh ? '' : typed.current.text) + event.key, at: event.timeStamp };
    const found = typeAhead(typed.current.text, rows, current);
    if (found) rowElement(found)?.focus();
  };

  const onDragStart = useCallback((row: TreeRow, event: DragEvent) => {
    if (row.kind !== 'organization') return;
    dragged.current = {
      id: row.organization.id,
      name: row.organization.name,
      relation: row.organization.relation ?? null,
    };
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', row.organization.name);
  }, []);
  const onDragOver = useCallback((row: TreeRow, event: DragEvent) => {
    const allowed = dragged.current && mayDrop(dragged.current, row, latest.current.rows);
    setOver(allowed ? row.key : null);
    if (allowed) {
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
    }
    if (opening.current?.key === row.key) return;
    if (opening.current) window.clearTimeout(opening.current.timer);
    const closed = 'expandable' in row && row.expandable && !row.expanded;
    opening.current = closed
      ? { key: row.key, timer: window.setTimeout(() => latest.current.onToggle(row.key), OPEN_MS) }
      : null;
  }, []);
  const end = () => {
    if (opening.current) window.clearTimeout(opening.current.timer);
    opening.current = null;
    dragged.current = null;
    setOver(null);
  };
  const onDrop = useCallback((row: TreeRow, event: DragEvent) => {
    event.preventDefault();
    const moving = dragged.current;
    if (moving && row.kind === 'organization') latest.current.onMove?.(moving, row.organization.id);
  }, []);

  return (
    <div
      ref={list}
      role="tree"
      className="tree"
      aria-label={props.label}
      aria-description={t('tree.keys')}
      onKeyDown={onKeyDown}
      onDragEnd={end}
      onDragLeave={(event) => event.target === event.currentTarget && setOver(null)}
    >
      {rows.map((row) => (
        <TreeRowView
          key={row.key}
          row={row}
          selected={row.kind === 'organization' && row.organization.id === selectedId}
          focusable={row.key === current}
          wanted={props.wanted ?? ''}
          dropTarget={row.key === over}
          draggable={onMove !== undefined && row.kind === 'organization' && isMovable(row)}
          onPress={press}
          onToggle={toggle}
          onFocus={setFocused}
          onDragStart={onDragStart}
          onDragOver={onDragOver}
          onDrop={onDrop}
        />
      ))}
    </div>
  );
}

const isMovable = (row: TreeRow & { kind: 'organization' }): boolean =>
  row.organization.relation != null && row.organization.details?.viewerCan.maintain === true;
