import { DownOutlined, HolderOutlined, RightOutlined } from '@ant-design/icons';
import { Input } from 'antd';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { StateGlyph } from '../../components/state-glyph';
import type { SchemeFaultPartsFragment } from '../../generated/graphql';
import { local } from '../../lib/i18n';
import {
  decimalText,
  mayDrop,
  millionths,
  stepOf,
  weightsOf,
  type Drop,
  type GroupNode,
  type SchemeNode,
  type SchemeTree,
  type Step,
} from './scheme-tree';

export interface TreeRowsProps {
  tree: SchemeTree;
  chosen: string | null;
  faults: readonly Pick<SchemeFaultPartsFragment, 'nodeKey'>[];
  /** Tags that rows must have one of; none: all rows are shown. */
  tags: readonly string[];
  tagName(tag: string): string;
  choose(key: string): void;
  /** null: it is only read. */
  edit: { move(key: string, drop: Drop): void; weigh(key: string, weight: string): void } | null;
}

const STEP_KEYS: Readonly<Record<string, Step>> = {
  ArrowUp: 'UP',
  ArrowDown: 'DOWN',
  ArrowRight: 'IN',
  ArrowLeft: 'OUT',
};

/** The tree as nested lists: dragged by the grip, or moved with Alt and the arrows; weights beside what is missing. */
export function TreeRows(props: TreeRowsProps) {
  const { t } = useTranslation('scheme');
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Drop | null>(null);
  const toggle = (key: string) =>
    setClosed((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const { tree, edit } = props;
  const drag = (key: string) => ({
    start: (event: DragEvent) => {
      event.dataTransfer.setData('application/x-dangwu-indicator', key);
      event.dataTransfer.effectAllowed = 'move';
      setDragged(key);
    },
    over: (event: DragEvent, node: SchemeNode) => {
      if (dragged === null) return;
      const drop = { to: key, where: whereOf(event, node) };
      if (!mayDrop(tree, dragged, drop)) return setOver(null);
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setOver(drop);
    },
    drop: (event: DragEvent, node: SchemeNode) => {
      event.preventDefault();
      if (dragged !== null) edit?.move(dragged, { to: key, where: whereOf(event, node) });
      end();
    },
    end,
  });
  return (
    <ul className="scheme-tree" aria-label={t('tree.label')}>
      <Row
        {...props}
        node={tree.root}
        depth={0}
        closed={closed}
        toggle={toggle}
        drag={drag}
        dragged={dragged}
        over={over}
      />
    </ul>
  );
}

/** The upper part of a row means before it, the lower after it, the middle of a group into it. */
function whereOf(event: DragEvent, node: SchemeNode): Drop['where'] {
  const { top, height } = event.currentTarget.getBoundingClientRect();
  const at = (event.clientY - top) / height;
  if (node.kind === 'GROUP') return at < 0.3 ? 'BEFORE' : at > 0.7 && node.children.length === 0 ? 'AFTER' : 'INTO';
  return at < 0.5 ? 'BEFORE' : 'AFTER';
}

interface RowProps extends TreeRowsProps {
  node: SchemeNode;
  depth: number;
  closed: ReadonlySet<string>;
  toggle(key: string): void;
  drag(key: string): {
    start(event: DragEvent): void;
    over(event: DragEvent, node: SchemeNode): void;
    drop(event: DragEvent, node: SchemeNode): void;
    end(): void;
  };
  dragged: string | null;
  over: Drop | null;
}

const shown = (node: SchemeNode, tags: readonly string[]): boolean =>
  tags.length === 0 ||
  Boolean(node.tags?.some((tag) => tags.includes(tag))) ||
  (node.kind === 'GROUP' && node.children.some((child) => shown(child, tags)));

function Row(props: RowProps) {
  const { t } = useTranslation('scheme');
  const { tree, node, depth, chosen, faults, tags, tagName, edit, closed, over, dragged } = props;
  if (!shown(node, tags)) return null;
  const { key } = node;
  const name = local(node.name) || t('tree.nameless');
  const wrong = faults.filter(({ nodeKey }) => nodeKey === key).length;
  const open = !closed.has(key);
  const handlers = props.drag(key);
  const steps = (event: KeyboardEvent) => {
    const step = event.altKey ? STEP_KEYS[event.key] : undefined;
    const drop = step && edit ? stepOf(tree, key, step) : null;
    if (!step) return;
    event.preventDefault();
    if (drop) edit?.move(key, drop);
  };
  return (
    <li>
      <div
        className="scheme-row"
        data-depth={Math.min(depth, 6)}
        data-chosen={key === chosen || undefined}
        data-dragged={key === dragged || undefined}
        data-over={over?.to === key ? over.where : undefined}
        draggable={Boolean(edit) && depth > 0}
        onDragStart={handlers.start}
        onDragOver={(event) => handlers.over(event, node)}
        onDrop={(event) => handlers.drop(event, node)}
        onDragEnd={handlers.end}
      >
        {edit && depth > 0 ? <HolderOutlined className="scheme-grip" aria-hidden /> : <span className="scheme-grip" />}
        {node.kind === 'GROUP' ? (
          <button
            type="button"
            className="scheme-toggle"
            aria-expanded={open}
            aria-label={t(open ? 'tree.close' : 'tree.open', { name })}
            onClick={() => props.toggle(key)}
          >
            {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          </button>
        ) : (
          <span className="scheme-toggle" />
        )}
        <button
          type="button"
          className="scheme-name"
          aria-current={key === chosen || undefined}
          onClick={() => props.choose(key)}
          onKeyDown={steps}
        >
          <span data-nameless={local(node.name) ? undefined : ''}>{name}</span>
          {node.kind === 'GROUP' ? null : <span className="scheme-kind">{t(`kind.${node.kind}`)}</span>}
          {(node.tags ?? []).map((tag) => (
            <span key={tag} className="scheme-tag">
              {tagName(tag)}
            </span>
          ))}
        </button>
        {wrong > 0 ? <StateGlyph state="risk" label={t('tree.faults', { count: wrong })} /> : null}
        {node.kind === 'GROUP' ? <Missing group={node} /> : null}
        <Weight node={node} name={name} weigh={edit && ((weight) => edit.weigh(key, weight))} />
      </div>
      {node.kind === 'GROUP' && open && node.children.length > 0 ? (
        <ul>
          {node.children.map((child, i) => (
            <Row {...props} key={`${child.key} ${i}`} node={child} depth={depth + 1} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** What the weights of a group still lack, or have too much. */
function Missing({ group }: { group: GroupNode }) {
  const { t } = useTranslation('scheme');
  const weights = weightsOf(group);
  if (!weights || weights.short === 0n) return null;
  const by = decimalText(weights.short < 0n ? -weights.short : weights.short);
  return (
    <span className="scheme-missing">
      {t(weights.short > 0n ? 'tree.short' : 'tree.over', { sum: weights.sum, by })}
    </span>
  );
}

function Weight(props: { node: SchemeNode; name: string; weigh: ((weight: string) => void) | null }) {
  const { t } = useTranslation('scheme');
  const { node, name, weigh } = props;
  if (!('weight' in node)) {
    const words = node.kind === 'VETO' ? '' : t(`tree.${node.kind}`, { each: node.each, cap: node.cap });
    return <span className="scheme-weight quiet">{words}</span>;
  }
  const amount = millionths(node.weight);
  if (!weigh) return <span className="scheme-weight">{amount === null ? node.weight : decimalText(amount)}</span>;
  return (
    <Input
      className="scheme-weight scheme-number"
      inputMode="decimal"
      size="small"
      aria-label={t('tree.weight', { name })}
      status={amount === null ? 'error' : undefined}
      value={node.weight}
      maxLength={12}
      onChange={(event) => weigh(event.target.value)}
    />
  );
}
