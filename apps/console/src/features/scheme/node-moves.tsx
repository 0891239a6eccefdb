import {
  ArrowDownOutlined,
  ArrowUpOutlined,
  DeleteOutlined,
  VerticalAlignTopOutlined,
  VerticalAlignBottomOutlined,
} from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { local } from '../../lib/i18n';
import {
  KINDS,
  STEPS,
  stepOf,
  type Drop,
  type NodeKind,
  type SchemeNode,
  type SchemeTree,
  type Step,
} from './scheme-tree';

const SIGNS: Record<Step, ReactNode> = {
  UP: <ArrowUpOutlined aria-hidden />,
  DOWN: <ArrowDownOutlined aria-hidden />,
  IN: <VerticalAlignTopOutlined rotate={90} aria-hidden />,
  OUT: <VerticalAlignBottomOutlined rotate={90} aria-hidden />,
};

/** What dragging does, by buttons; and adding and taking away. */
export function NodeMoves(props: {
  tree: SchemeTree;
  node: SchemeNode;
  move(key: string, drop: Drop): void;
  add(kind: NodeKind): void;
  remove(): void;
}) {
  const { t } = useTranslation('scheme');
  const { tree, node, move } = props;
  const name = local(node.name) || t('tree.nameless');
  const root = node.key === tree.root.key;
  return (
    <div className="scheme-moves" role="toolbar" aria-label={t('moves.label', { name })}>
      {root
        ? null
        : STEPS.map((step) => {
            const drop = stepOf(tree, node.key, step);
            const label = t(`moves.${step}`, { name });
            return (
              <Button
                key={step}
                type="text"
                icon={SIGNS[step]}
                title={label}
                aria-label={label}
                disabled={!drop}
                onClick={() => drop && move(node.key, drop)}
              />
            );
          })}
      <Dropdown
        trigger={['click']}
        menu={{ items: KINDS.map((kind) => ({ key: kind, label: t(`kind.${kind}`), onClick: () => props.add(kind) })) }}
      >
        <Button size="small">{t('moves.add')}</Button>
      </Dropdown>
      {root ? null : (
        <Button
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden />}
          title={t('moves.remove', { name })}
          aria-label={t('moves.remove', { name })}
          onClick={props.remove}
        />
      )}
    </div>
  );
}
