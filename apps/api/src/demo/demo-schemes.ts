import {
  AssessmentSchemeEntity,
  digest,
  type GroupNode,
  nodesOf,
  type SchemeNode,
  type SchemeTree,
  SchemeVersionEntity,
  SchemeVersionState,
} from '@dangwu/assessment';
import { insertRows } from '@dangwu/platform/database';
import { newId } from '@dangwu/platform/ids';
import type { EntityManager } from 'typeorm';
import type { Days } from './days';
import type { DemoAccount } from './demo-accounts';

/** A second version of 文明单位, and a draft of 六强 in which a weight is missing. */
export async function addSchemes(
  tx: EntityManager,
  associationId: string,
  people: readonly DemoAccount[],
  days: Days,
): Promise<void> {
  const staff = people.find(({ username }) => username === 'linjing')!;
  await tx.update(SchemeVersionEntity, { associationId }, { publishedAt: at(days, -300) });
  await add(tx, associationId, 'civility', civilityTwo, {
    ...{ note: '增加“制止餐饮浪费”，节约单列为一组，满意度权重降到 5。', publishedBy: staff.name },
    ...{ publishedAt: at(days, -60), savedAt: at(days, -60), savedBy: staff.name },
  });
  await add(tx, associationId, 'six-strengths', sixStrengthsDraft, {
    ...{ note: '到会率改为分段计分', savedAt: at(days, -2), savedBy: staff.name },
  });
}

type Facts = Pick<Partial<SchemeVersionEntity>, 'note' | 'publishedBy' | 'publishedAt' | 'savedAt' | 'savedBy'>;

async function add(
  tx: EntityManager,
  associationId: string,
  key: string,
  change: (tree: SchemeTree) => SchemeTree,
  facts: Facts,
): Promise<void> {
  const { id: schemeId } = await tx.findOneByOrFail(AssessmentSchemeEntity, { associationId, key });
  const first = await tx.findOneByOrFail(SchemeVersionEntity, { schemeId });
  const tree = change(first.tree);
  const published = Boolean(facts.publishedAt);
  await insertRows(tx, SchemeVersionEntity, [
    {
      ...{ id: newId(), associationId, schemeId, no: 2, tree, basedOn: first.id },
      state: published ? SchemeVersionState.PUBLISHED : SchemeVersionState.DRAFT,
      hash: published ? digest(tree) : null,
      ...facts,
    },
  ]);
}

/** The tree with one node put in the place of another. */
function replaced<Node extends SchemeNode>(
  tree: SchemeTree,
  key: string,
  change: (node: Node) => SchemeNode,
): SchemeTree {
  const look = (node: SchemeNode): SchemeNode => {
    if (node.key === key) return change(node as Node);
    return node.kind === 'GROUP' ? { ...node, children: node.children.map(look) } : node;
  };
  return { ...tree, root: look(tree.root) as GroupNode };
}

function civilityTwo(tree: SchemeTree): SchemeTree {
  const nodes = new Map(nodesOf(tree.root).map(({ node }) => [node.key, node]));
  const thrift = { ...nodes.get('THRIFT')!, weight: '5', tags: ['WORK_STYLE.THRIFT'] } as SchemeNode;
  const waste: SchemeNode = {
    ...thrift,
    key: 'NO_WASTE',
    name: { zh: '制止餐饮浪费', en: 'No waste of food' },
  } as SchemeNode;
  const saving: GroupNode = {
    ...{ kind: 'GROUP', key: 'SAVING', weight: '10', name: { zh: '文明节约', en: 'Civility in thrift' } },
    children: [thrift, waste],
  };
  const office = replaced<GroupNode>(tree, 'OFFICE', (node) => ({
    ...node,
    weight: '20',
    children: node.children.filter(({ key }) => key !== 'THRIFT'),
  }));
  const service = replaced<GroupNode>(office, 'SERVICE', (node) => ({
    ...node,
    weight: '30',
    children: node.children.map((child) =>
      child.key === 'SATISFACTION' ? { ...child, weight: '5' } : child,
    ) as SchemeNode[],
  }));
  return replaced<GroupNode>(service, service.root.key, (node) => ({
    ...node,
    children: [...node.children.slice(0, 3), saving, ...node.children.slice(3)],
  }));
}

/** Attendance by bands, and one point less: the group is one short. */
function sixStrengthsDraft(tree: SchemeTree): SchemeTree {
  return replaced(
    tree,
    'ATTENDANCE',
    (node) =>
      ({
        ...node,
        weight: '3',
        mapping: {
          by: 'STEPPED',
          bands: [
            { from: null, to: '80', share: '0' },
            { from: '80', to: '90', share: '0.7' },
            { from: '90', to: null, share: '1' },
          ],
        },
      }) as SchemeNode,
  );
}

const at = (days: Days, offset: number): Date => new Date(`${days.at(offset)}T10:20:00+08:00`);
