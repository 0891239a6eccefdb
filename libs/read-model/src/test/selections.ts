/** Random selections, printed as documents and evaluated by the oracle. All arguments are variables. */
import fc from 'fast-check';

export interface Selection {
  readonly key: string;
  readonly name: string;
  readonly sub?: readonly Selection[];
  /** by type, for unions and interfaces */
  readonly on?: Readonly<Record<string, readonly Selection[]>>;
  readonly wrap?: 'fragment' | 'skip' | 'include' | 'never';
}
export interface RandomDocument {
  readonly root: 'organization' | 'node' | 'organizations' | 'activities' | 'members' | 'notices' | 'rules';
  readonly sub: readonly Selection[];
}

const wraps = fc.constantFrom(undefined, undefined, undefined, 'fragment', 'skip', 'include', 'never' as const);
const leaves = (names: readonly string[]): fc.Arbitrary<Selection[]> =>
  fc
    .subarray([...names, '__typename'], { minLength: 1 })
    .chain((list) =>
      fc.tuple(
        ...list.map((name) =>
          fc
            .tuple(fc.constantFrom('', '', 'x_'), wraps)
            .map(([prefix, wrap]): Selection => ({ key: prefix + name, name, ...(wrap && { wrap: wrap as 'skip' }) })),
        ),
      ),
    );
const object = (key: string, name: string, sub: fc.Arbitrary<readonly Selection[]>): fc.Arbitrary<Selection[]> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant<Selection[]>([]) },
    { weight: 2, arbitrary: sub.map((s) => [{ key, name, sub: s }]) },
  );
const both = (...parts: fc.Arbitrary<Selection[]>[]): fc.Arbitrary<Selection[]> =>
  fc.tuple(...parts).map((p) => p.flat());

const pageInfo = leaves(['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor']);
const WHOLE: Selection[] = [
  {
    key: 'pageInfo',
    name: 'pageInfo',
    sub: ['hasNextPage', 'hasPreviousPage', 'startCursor', 'endCursor'].map((name) => ({ key: name, name })),
  },
];
/** @param edges whether the connection has them */
const connection = (node: fc.Arbitrary<Selection[]>, edges = true): fc.Arbitrary<Selection[]> =>
  both(
    fc.constantFrom<Selection[]>([], [{ key: 'totalCount', name: 'totalCount' }], [{ key: 'n', name: 'totalCount' }]),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant(WHOLE) },
      { weight: 1, arbitrary: object('pageInfo', 'pageInfo', pageInfo) },
    ),
    fc.tuple(node, fc.boolean()).map(([sub, asEdges]) =>
      edges && asEdges
        ? [
            {
              key: 'e',
              name: 'edges',
              sub: [
                { key: 'cursor', name: 'cursor' },
                { key: 'x', name: 'node', sub },
              ],
            },
          ]
        : [{ key: 'nodes', name: 'nodes', sub }],
    ),
  );

const organization = (depth: number): fc.Arbitrary<Selection[]> => {
  const plain = leaves([
    'id',
    'name',
    'kind',
    'foundedOn',
    'parentRef',
    'memberCount',
    'lateMembers',
    'meetsAt',
    'presence',
    'lastStart',
    'summary',
  ]);
  if (depth === 0) return plain;
  return both(
    plain,
    object('parent', 'parent', organization(depth - 1)),
    object('up', 'ancestors', organization(depth - 1)),
    object('children', 'children', organization(depth - 1)),
    object('latest', 'latest', activity(depth - 1)),
    object('card', 'card', leaves(['name', 'foundedOn'])),
    object('m', 'members', member(depth - 1)),
    object('acts', 'activities', connection(activity(depth - 1))),
  );
};
const member = (depth: number): fc.Arbitrary<Selection[]> => {
  const plain = leaves(['id', 'name', 'phone', 'joinedOn', 'rank', 'letter', 'badge']);
  return depth === 0
    ? plain
    : both(plain, object('org', 'organization', organization(depth - 1)), object('att', 'attended', attendance(0)));
};
const activity = (depth: number): fc.Arbitrary<Selection[]> => {
  const plain = leaves(['id', 'title', 'kind', 'startsAt', 'venue', 'cost', 'tags']);
  if (depth === 0) return plain;
  return both(
    plain,
    object('org', 'organization', organization(depth - 1)),
    object('f', 'figures', leaves(['total', 'present', 'top'])),
    object('records', 'records', attendance(depth - 1)),
  );
};
const attendance = (depth: number): fc.Arbitrary<Selection[]> =>
  both(leaves(['status', 'reason']), depth === 0 ? fc.constant([]) : object('m', 'member', member(depth - 1)));

const renamed = (prefix: string, list: readonly Selection[]): Selection[] =>
  list.map((s) => ({ ...s, key: prefix + s.key }));
const abstract = (key: string, name: string): fc.Arbitrary<Selection[]> =>
  fc
    .tuple(organization(1), activity(1))
    .map(([o, a]) => [{ key, name, on: { Organization: renamed('o_', o), Activity: renamed('a_', a) } }]);

export const documentArbitrary: fc.Arbitrary<RandomDocument> = fc.oneof(
  organization(2).map((sub): RandomDocument => ({ root: 'organization', sub })),
  organization(1).map((sub): RandomDocument => ({ root: 'node', sub })),
  connection(organization(2)).map((sub): RandomDocument => ({ root: 'organizations', sub })),
  { weight: 2, arbitrary: connection(activity(2)).map((sub): RandomDocument => ({ root: 'activities', sub })) },
  connection(member(2), false).map((sub): RandomDocument => ({ root: 'members', sub })),
  both(leaves(['id', 'text']), abstract('s', 'subject'), abstract('b', 'about')).map((sub): RandomDocument => ({
    root: 'notices',
    sub,
  })),
  connection(leaves(['id', 'name']), false).map((sub): RandomDocument => ({ root: 'rules', sub })),
);

const PAGE = 'first: $first, last: $last, after: $after, before: $before';
const ARGUMENTS: Readonly<Record<string, string>> = {
  organization: 'id: $id, asOf: $asOf',
  node: 'id: $node',
  organizations: `within: $within, asOf: $asOf, ${PAGE}, order: $treeOrder`,
  activities: `within: $within, asOf: $asOf, ${PAGE}, order: $order, filter: $filter`,
  members: `within: $within, asOf: $asOf, ${PAGE}, order: $memberOrder, filter: $memberFilter`,
  rules: PAGE,
  'Organization.activities': 'first: $f, last: $l, order: $order, filter: $filter',
  'Organization.members': 'first: $f, last: $l, order: $memberOrder, filter: $memberFilter',
  'Organization.lateMembers': 'since: $since',
  'Organization.meetsAt': 'venue: $venue',
};
const VARIABLES =
  '$id: ID!, $node: ID!, $asOf: Date, $within: Within, $first: Int, $last: Int, $after: String, $before: String, $f: Int, $l: Int, ' +
  '$treeOrder: OrganizationOrder, $order: ActivityOrder, $filter: ActivityFilter, $memberOrder: MemberOrder, ' +
  '$memberFilter: MemberFilter, $since: String!, $venue: String, $yes: Boolean!';

function print(list: readonly Selection[], nested = true): string {
  const fields = list.map((s) => {
    const args = nested ? ARGUMENTS[`Organization.${s.name}`] : undefined;
    const on =
      s.on &&
      `{${Object.entries(s.on)
        .map(([type, sub]) => `... on ${type} ${print(sub)}`)
        .join(' ')}}`;
    const sub = s.sub ? print(s.sub) : (on ?? '');
    const field = `${s.key === s.name ? '' : `${s.key}: `}${s.name}${args ? `(${args})` : ''}${sub}`;
    if (s.wrap === 'fragment') return `... { ${field} }`;
    if (s.wrap === 'skip') return `${field} @skip(if: $yes)`;
    if (s.wrap === 'include') return `... @include(if: $yes) { ${field} }`;
    return s.wrap === 'never' ? `${field} @include(if: false)` : field;
  });
  // never empty, whatever is skipped
  return `{ __typename ${fields.join(' ')} }`;
}

export function printDocument({ root, sub }: RandomDocument): string {
  const args = ARGUMENTS[root];
  const selection = root === 'node' ? `{ __typename id ... on Organization ${print(sub)} }` : print(sub);
  return `query(${VARIABLES}) { r: ${root}${args ? `(${args})` : ''} ${selection} }`;
}

/** What is left of a selection for given variables, the first of each response name. */
export function kept(list: readonly Selection[], yes: boolean): Selection[] {
  const out = new Map<string, Selection>([['__typename', { key: '__typename', name: '__typename' }]]);
  for (const s of list) {
    if (s.wrap === 'never' || (s.wrap === 'skip' && yes) || (s.wrap === 'include' && !yes)) continue;
    if (!out.has(s.key)) out.set(s.key, s);
  }
  return [...out.values()];
}
