import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Spin } from 'antd';
import { memo, type CSSProperties, type DragEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { EdgeGlyph } from '../../../components/edge-glyph';
import { StateGlyph } from '../../../components/state-glyph';
import type { TreeOrganizationFragment } from '../../../generated/graphql';
import { FlagGlyphs } from '../flags';
import type { TreeRow } from './tree-rows';

export interface RowProps {
  row: TreeRow;
  selected: boolean;
  focusable: boolean;
  /** Part of the name to mark. */
  wanted: string;
  dropTarget: boolean;
  draggable: boolean;
  onPress(row: TreeRow): void;
  onToggle(row: TreeRow): void;
  onFocus(key: string): void;
  onDragStart(row: TreeRow, event: DragEvent): void;
  onDragOver(row: TreeRow, event: DragEvent): void;
  onDrop(row: TreeRow, event: DragEvent): void;
}

/** One row of the tree. Only the row itself takes focus; arrows open and close, Enter opens the organization. */
export const TreeRowView = memo(function TreeRowView(props: RowProps) {
  const { row, selected } = props;
  const expandable = 'expandable' in row && row.expandable;
  const expanded = 'expanded' in row && row.expanded;
  return (
    <div
      role="treeitem"
      className={`tree-row tree-row-${row.kind}`}
      data-key={row.key}
      data-selected={selected || undefined}
      data-drop={props.dropTarget || undefined}
      style={{ '--level': row.level } as CSSProperties}
      tabIndex={props.focusable ? 0 : -1}
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.setSize}
      aria-expanded={expandable ? expanded : undefined}
      aria-selected={row.kind === 'organization' ? selected : undefined}
      draggable={props.draggable}
      onClick={() => props.onPress(row)}
      onFocus={() => props.onFocus(row.key)}
      onDragStart={(event) => props.onDragStart(row, event)}
      onDragOver={(event) => props.onDragOver(row, event)}
      onDrop={(event) => props.onDrop(row, event)}
    >
      <span
        className="tree-switch"
        aria-hidden
        onClick={(event) => {
          if (!expandable) return;
          event.stopPropagation();
          props.onToggle(row);
        }}
      >
        {expandable ? expanded ? <DownOutlined /> : <RightOutlined /> : null}
      </span>
      <span className="tree-label">
        <Label row={row} wanted={props.wanted} />
      </span>
    </div>
  );
});

function Label({ row, wanted }: { row: TreeRow; wanted: string }): ReactNode {
  const { t } = useTranslation(['organization', 'domain']);
  switch (row.kind) {
    case 'organization':
      return <OrganizationLabel organization={row.organization} wanted={wanted} dim={wanted !== '' && !row.matched} />;
    case 'tier':
      return (
        <>
          <span className="tree-name">{t(`domain:tier.${row.head.tier}`)}</span>
          <span className="tree-count">
            {[
              row.head.relations.map((relation) => t(`domain:relation.${relation}`)).join(t('listComma')),
              row.head.count,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </>
      );
    case 'more':
      return <span className="tree-more">{t('tree.more', { count: row.remaining })}</span>;
    case 'failed':
      return <span className="tree-more">{t('tree.failed')}</span>;
    case 'loading':
      return (
        <span className="tree-more">
          <Spin size="small" /> {t('tree.loading')}
        </span>
      );
  }
}

function OrganizationLabel(props: { organization: TreeOrganizationFragment; wanted: string; dim: boolean }) {
  const { t } = useTranslation(['organization', 'domain']);
  const { name, relation, status, details, descendantCount } = props.organization;
  const members = details?.reportedMemberCount;
  return (
    <>
      {relation ? <EdgeGlyph relation={relation} /> : null}
      <span className={props.dim ? 'tree-name tree-dim' : 'tree-name'} title={name}>
        <Marked text={name} wanted={props.wanted} />
      </span>
      {details ? <FlagGlyphs flags={details.flags} /> : null}
      {status === 'PREPARING' ? <StateGlyph state="unplanned" label={t('domain:status.PREPARING')} /> : null}
      {relation === null ? (
        <span className="tree-count">{t('tree.organizations', { count: descendantCount + 1 })}</span>
      ) : members != null ? (
        <span className="tree-count">
          {members}
          <span className="sr-only">{t('tree.members')}</span>
        </span>
      ) : null}
    </>
  );
}

/** The part of a name that was searched for stands out; a match by code or pinyin marks nothing. */
function Marked({ text, wanted }: { text: string; wanted: string }) {
  const at = wanted ? text.toLocaleLowerCase().indexOf(wanted.toLocaleLowerCase()) : -1;
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark>{text.slice(at, at + wanted.length)}</mark>
      {text.slice(at + wanted.length)}
    </>
  );
}
