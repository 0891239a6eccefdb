import { createWorld, type Actor, type World } from '@dangwu/testing';
import type { GroupNode, SchemeNode, SchemeTree } from '../engine';
import { Cycles } from '../trial/cycles';
import { smallScheme } from '../trial/small-scheme';
import { Schemes } from './schemes';

interface Draft {
  readonly id: string;
  readonly version: number;
  readonly no: number;
  readonly tree: SchemeTree;
  readonly faults: readonly { readonly code: string; readonly nodeKey: string | null }[];
}
interface Scheme {
  readonly id: string;
  readonly version: number;
  readonly key: string;
  readonly subject: string;
  readonly shipped: boolean;
  readonly retiredOn: string | null;
  readonly draft: Draft | null;
  readonly versions: readonly {
    readonly id: string;
    readonly no: number;
    readonly hash: string;
    readonly cycleCount: number;
  }[];
}
const fields = `id version key name { zh en } basis { zh } subject shipped retiredOn cycleCount
  draft { id version no tree note basedOn savedBy faults { code nodeKey place { zh } message { zh en } } }
  versions { id no hash note publishedBy cycleCount }`;

let world: World;
let cycles: Cycles;
let reader: Actor;
let colleague: Actor;
let part: Actor;
beforeAll(async () => {
  world = await createWorld();
  cycles = new Cycles(world);
  await world.write((tx) => world.app.get(Schemes).ship(tx, world.associationId));
  const branch = await world.branch('标准部党支部');
  reader = await world.account('SECRETARY', branch);
  colleague = await world.account('PARTY_STAFF', world.root);
  part = await world.account('PARTY_STAFF', branch);
});
afterAll(() => world.close());

let made = 0;
const send = (name: string, input: object, actor?: Actor): Promise<Scheme> =>
  cycles.do<Scheme>(name, input, actor, fields);
const create = (more: object = {}): Promise<Scheme> =>
  send('createAssessmentScheme', { nameZh: `方案${++made}`, nameEn: `Scheme ${made}`, ...more });
const read = async (id: string, actor: Actor = world.staff): Promise<Scheme | null> => {
  const document = `query ($id: ID!) { assessmentScheme(id: $id) { ${fields} } }`;
  return (await world.as(actor).query<{ assessmentScheme: Scheme | null }>(document, { id })).assessmentScheme;
};
const step = ({ id, version }: { id: string; version: number }, more: object = {}) => ({ id, version, ...more });
const save = (draft: Draft, tree: unknown, more: object = {}, actor?: Actor): Promise<Scheme> =>
  send('saveSchemeDraft', step(draft, { tree, ...more }), actor);
const refusal = (work: Promise<unknown>): Promise<{ reason: string; params: Record<string, unknown> } | null> =>
  work.then(
    () => null,
    (error: { reason: string; params: Record<string, unknown> }) => error,
  );
const reasonOf = async (work: Promise<unknown>) => (await refusal(work))?.reason ?? null;

/** A scheme with a published version of the small tree. */
async function published(tree: SchemeTree = smallScheme): Promise<Scheme> {
  const saved = await save((await create()).draft!, tree);
  return send('publishSchemeVersion', step(saved.draft!, { note: '首版' }));
}

const weighed = (key: string, weight: string): SchemeTree => {
  const look = (node: SchemeNode): SchemeNode => {
    const now = node.key === key && 'weight' in node ? { ...node, weight } : node;
    return now.kind === 'GROUP' ? { ...now, children: now.children.map(look) } : now;
  };
  return { ...smallScheme, root: look(smallScheme.root) as GroupNode };
};

describe('a scheme that is created', () => {
  it('begins empty, with a draft that says what it lacks, and is no one else’s to see', async () => {
    const scheme = await create({ basisZh: '党委〔2026〕3 号' });
    expect(scheme).toMatchObject({
      subject: 'ORGANIZATION',
      shipped: false,
      versions: [],
      basis: { zh: '党委〔2026〕3 号' },
    });
    expect(scheme.draft).toMatchObject({ no: 1, basedOn: null });
    expect(scheme.draft!.faults.map(({ code }) => code)).toEqual(['GROUP_EMPTY', 'WEIGHTS_DO_NOT_ADD_UP']);
    expect(await read(scheme.id, reader)).toBeNull();
    const names = `{ assessmentSchemes(first: 100) { nodes { id draft { id } } } }`;
    const { assessmentSchemes } = await world
      .as(reader)
      .query<{ assessmentSchemes: { nodes: { id: string; draft: object | null }[] } }>(names);
    expect(assessmentSchemes.nodes.map(({ id }) => id)).not.toContain(scheme.id);
    expect(assessmentSchemes.nodes.length).toBeGreaterThan(5);
    expect(assessmentSchemes.nodes.filter(({ draft }) => draft)).toEqual([]);
  });

  it('is a copy of what ships, which stays as it is', async () => {
    const document = `{ assessmentSchemes(first: 1, filter: { search: "六强" }) { nodes { id latest { id tree } } } }`;
    const { assessmentSchemes } = await world
      .as(world.staff)
      .query<{ assessmentSchemes: { nodes: { id: string; latest: { id: string; tree: SchemeTree } }[] } }>(document);
    const [{ id, latest }] = assessmentSchemes.nodes as [{ id: string; latest: { id: string; tree: SchemeTree } }];
    const copy = await create({ copyOf: latest.id });
    expect(copy.draft).toMatchObject({ tree: latest.tree, basedOn: latest.id, faults: [] });
    await save(copy.draft!, smallScheme);
    expect((await read(id))!.versions).toEqual([expect.objectContaining({ id: latest.id, no: 1 })]);
  });

  it('is not called as another, and is created once under one key', async () => {
    const { id } = await create({ nameZh: '文明考核', idempotencyKey: 'a' });
    expect(await reasonOf(create({ nameZh: '文明考核' }))).toBe('SCHEME_NAME_TAKEN');
    const input = { nameZh: '一次方案', nameEn: 'Once', idempotencyKey: 'once' };
    const [first, again] = [await send('createAssessmentScheme', input), await send('createAssessmentScheme', input)];
    expect(again.id).toBe(first.id);
    const renamed = send('changeAssessmentScheme', { ...step(first), nameZh: '文明考核' });
    expect(await reasonOf(renamed)).toBe('SCHEME_NAME_TAKEN');
    expect((await send('changeAssessmentScheme', { ...step((await read(id))!), nameZh: '文明单位考核' })).version).toBe(
      2,
    );
    expect(await reasonOf(send('changeAssessmentScheme', { id, version: 1, nameEn: 'Late' }))).toBe('STALE_VERSION');
  });

  it('is for the association’s own staff', async () => {
    const document = { nameZh: '别人的方案', nameEn: 'Not theirs' };
    expect(await reasonOf(send('createAssessmentScheme', document, reader))).toBe('PERMISSION_MISSING');
    expect(await reasonOf(send('createAssessmentScheme', document, part))).toBe('PERMISSION_MISSING');
  });
});

describe('a draft', () => {
  it('is saved with its faults, each with where it is and what to do', async () => {
    const { draft } = await save((await create()).draft!, weighed('drive.study', '15'));
    expect(draft!.faults).toEqual([
      {
        code: 'WEIGHTS_DO_NOT_ADD_UP',
        nodeKey: 'drive',
        place: { zh: '工作组织推动性强' },
        message: {
          zh: '下面各项权重合计 55，应为 60。请调整。',
          en: 'The weights below add up to 55 and should be 60. Adjust them.',
        },
      },
    ]);
  });

  it('is not written over: whoever is late is told who was before', async () => {
    const { draft } = await create();
    const theirs = await save(draft!, weighed('drive.study', '15'), { note: '先改的' }, colleague);
    const late = await refusal(save(draft!, smallScheme));
    expect(late).toMatchObject({ reason: 'SCHEME_DRAFT_STALE', params: { current: theirs.draft!.version } });
    expect(late!.params['by']).not.toBe('');
    // knowingly it can be
    expect((await save(theirs.draft!, smallScheme)).draft!.tree).toEqual(smallScheme);
  });

  it('of two at once keeps one and tells the other', async () => {
    const { draft } = await create();
    const both = await Promise.all([0, 1].map((i) => reasonOf(save(draft!, weighed('drive.study', `1${i}`)))));
    expect(both.sort()).toEqual(['SCHEME_DRAFT_STALE', null].sort());
  });

  it.each<[string, unknown, string?]>([
    ['nothing of a scheme', { root: 1 }],
    ['numbers that are no text', { ...smallScheme, topShare: { share: 0.3, atLeastOne: true } }],
    ['what nobody reads', { ...smallScheme, more: true }],
    ['groups without an end', { ...smallScheme, root: deep(15) }],
    ['groups without any end', { ...smallScheme, root: deep(2000) }, 'INVALID_DOCUMENT'],
    ['nothing at all', null, 'INVALID_DOCUMENT'],
    [
      'a zero in a name',
      { ...smallScheme, grades: [{ key: 'A', name: { zh: '优\u0000', en: 'a' }, from: null }] },
      'UNWRITABLE_TEXT',
    ],
    [
      'half a character',
      { ...smallScheme, grades: [{ key: 'A', name: { zh: '\ud83d', en: 'a' }, from: null }] },
      'UNWRITABLE_TEXT',
    ],
  ])('is no tree with %s', async (_, tree, reason = 'SCHEME_UNREADABLE') => {
    const { id, draft } = await create();
    expect(await reasonOf(save(draft!, tree))).toBe(reason);
    expect((await read(id))!.draft!.version).toBe(draft!.version);
  });

  it('keeps names with characters beyond the plane, and a backslash before what looks like an escape', async () => {
    const name = { zh: '𠀀优\\u0000', en: 'a' };
    const tree = { ...smallScheme, grades: [{ key: 'A', name, from: null }], topShare: null };
    const saved = await save((await create()).draft!, tree);
    expect(saved.draft!.tree.grades[0]!.name).toEqual(name);
  });

  it('of a version that is published is begun once, from the version that was chosen', async () => {
    const one = await published();
    const begun = await send('beginSchemeDraft', { id: one.id });
    expect(begun.draft).toMatchObject({ no: 2, tree: smallScheme, basedOn: one.versions[0]!.id });
    // whoever reads the scheme is not told of it
    expect((await read(one.id, reader))!.draft).toBeNull();
    expect(await reasonOf(send('beginSchemeDraft', { id: one.id }))).toBe('SCHEME_DRAFT_EXISTS');
    const saved = await save(begun.draft!, { ...smallScheme, topShare: null });
    const two = await send('publishSchemeVersion', step(saved.draft!));
    const again = await send('beginSchemeDraft', { id: one.id, basedOn: one.versions[0]!.id });
    expect(again.draft).toMatchObject({ no: 3, basedOn: one.versions[0]!.id });
    expect(again.draft!.tree.topShare).not.toBeNull();
    expect(two.versions.map(({ no }) => no)).toEqual([2, 1]);
  });

  it('is discarded, and its number is free again; the only one of a scheme is not', async () => {
    const one = await published();
    const begun = await send('beginSchemeDraft', { id: one.id });
    const left = await send('discardSchemeDraft', step(begun.draft!));
    expect(left.draft).toBeNull();
    expect(left.versions).toHaveLength(1);
    expect((await send('beginSchemeDraft', { id: one.id })).draft!.no).toBe(2);
    expect(await reasonOf(send('discardSchemeDraft', step(begun.draft!)))).toBe('UNKNOWN_ID');
    const fresh = await create();
    expect(await reasonOf(send('discardSchemeDraft', step(fresh.draft!)))).toBe('SCHEME_NO_DRAFT_LEFT');
    expect(await reasonOf(send('beginSchemeDraft', { id: fresh.id }))).toBe('SCHEME_DRAFT_EXISTS');
  });
});

describe('a version that is published', () => {
  it('has no faults: the first of them is told', async () => {
    const saved = await save((await create()).draft!, weighed('drive.study', '15'));
    const told = await refusal(send('publishSchemeVersion', step(saved.draft!)));
    expect(told).toMatchObject({ reason: 'SCHEME_FAULTY', params: { count: 1, code: 'WEIGHTS_DO_NOT_ADD_UP' } });
    expect((await read(saved.id))!.versions).toEqual([]);
  });

  it('is not what somebody else saved since', async () => {
    const saved = await save((await create()).draft!, smallScheme);
    await save(saved.draft!, weighed('drive.study', '15'), {}, colleague);
    expect(await reasonOf(send('publishSchemeVersion', step(saved.draft!)))).toBe('SCHEME_DRAFT_STALE');
  });

  it('is seen by everybody, and is changed by nobody', async () => {
    const scheme = await published();
    const [version] = scheme.versions;
    expect(version).toMatchObject({ no: 1, note: '首版', hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await read(scheme.id, reader))!.versions).toHaveLength(1);
    const stale = { id: version!.id, version: 1 };
    expect(await reasonOf(save(stale as Draft, smallScheme))).toBe('SCHEME_PUBLISHED');
    expect(await reasonOf(send('publishSchemeVersion', stale))).toBe('SCHEME_PUBLISHED');
    expect(await reasonOf(send('discardSchemeDraft', stale))).toBe('SCHEME_PUBLISHED');
    // nor by whoever holds the database as the application does
    const change = world.write((tx) =>
      tx.query(`update scheme_version set tree = tree || '{"topShare": null}' where scheme_id = $1`, [uuid(scheme.id)]),
    );
    await expect(change).rejects.toThrow(/is published and stays/);
  });

  it('is what a cycle is opened with, which goes on by it when another follows', async () => {
    const scheme = await published();
    const [first] = scheme.versions;
    const open = (id: string) => cycles.do('openAssessmentCycle', { schemeVersionId: id, ...cycles.facts() });
    const cycle = await open(first!.id);
    const begun = await send('beginSchemeDraft', { id: scheme.id });
    // a draft is no version that whoever conducts cycles knows of
    expect(await reasonOf(open(begun.draft!.id))).toBe('UNKNOWN_ID');
    const saved = await save(begun.draft!, { ...smallScheme, topShare: null });
    const two = await send('publishSchemeVersion', step(saved.draft!));
    expect(two.versions.map(({ no, cycleCount }) => [no, cycleCount])).toEqual([
      [2, 0],
      [1, 1],
    ]);
    const { scheme: used } = await cycles.read<{ scheme: { id: string; no: number } }>(cycle.id, 'scheme { id no }');
    expect(used).toEqual({ id: first!.id, no: 1 });
    expect(await offered()).toEqual(expect.arrayContaining(two.versions.map(({ id }) => id)));
  });
});

describe('a scheme that is retired', () => {
  it('is offered for no new cycle, is not written on, and comes back', async () => {
    const scheme = await published();
    const version = scheme.versions[0]!.id;
    expect(await offered()).toContain(version);
    expect(await reasonOf(send('restoreAssessmentScheme', step(scheme)))).toBe('SCHEME_IN_USE');
    const retired = await send('retireAssessmentScheme', step(scheme));
    expect(retired.retiredOn).toBe(world.clock.today());
    expect(await offered()).not.toContain(version);
    const open = cycles.do('openAssessmentCycle', { schemeVersionId: version, ...cycles.facts() });
    expect(await reasonOf(open)).toBe('CYCLE_SCHEME');
    expect(await reasonOf(send('beginSchemeDraft', { id: scheme.id }))).toBe('SCHEME_RETIRED');
    expect(await reasonOf(send('retireAssessmentScheme', step(scheme)))).toBe('STALE_VERSION');
    await send('restoreAssessmentScheme', step(retired));
    expect(await offered()).toContain(version);
  });

  it('publishes no draft', async () => {
    const scheme = await published();
    const { draft } = await send('beginSchemeDraft', { id: scheme.id });
    await send('retireAssessmentScheme', step(scheme));
    expect(await reasonOf(send('publishSchemeVersion', step(draft!)))).toBe('SCHEME_RETIRED');
  });
});

it('tells the difference between versions, and of a draft to those who write', async () => {
  const scheme = await published();
  const from = scheme.versions[0]!.id;
  const { draft } = await send('beginSchemeDraft', { id: scheme.id });
  const saved = await save(draft!, weighed('drive.study', '15'));
  const ask = async (variables: object, actor: Actor = world.staff) => {
    const document = `query ($from: ID!, $to: ID, $tree: SchemeTree) {
      schemeDifference(from: $from, to: $to, tree: $tree) { kind nodeKey fields { field before { zh } after { zh } } } }`;
    return (await world.as(actor).query<{ schemeDifference: object[] }>(document, variables)).schemeDifference;
  };
  const weight = { field: 'WEIGHT', before: { zh: '20' }, after: { zh: '15' } };
  const expected = [{ kind: 'CHANGED', nodeKey: 'drive.study', fields: [weight] }];
  expect(await ask({ from, to: saved.draft!.id })).toEqual(expected);
  expect(await ask({ from, tree: weighed('drive.study', '15') })).toEqual(expected);
  expect(await ask({ from, to: from }, reader)).toEqual([]);
  expect(await reasonOf(ask({ from, to: saved.draft!.id }, reader))).toBe('UNKNOWN_ID');
  expect(await reasonOf(ask({ from, tree: { root: 1 } }))).toBe('SCHEME_UNREADABLE');
});

it('checks a tree that was not saved', async () => {
  const ask = async (tree: unknown) => {
    const document = `query ($tree: SchemeTree!) { schemeFaults(tree: $tree) { code path } }`;
    return (await world.as(world.staff).query<{ schemeFaults: { code: string }[] }>(document, { tree })).schemeFaults;
  };
  expect(await ask(smallScheme)).toEqual([]);
  expect(await ask(weighed('drive.study', '1e308'))).toEqual([
    { code: 'NUMBER_MALFORMED', path: 'root/drive/drive.study' },
  ]);
  expect((await ask('no tree')).map(({ code }) => code)).toEqual(['SHAPE_WRONG']);
});

describe('a preview', () => {
  const preview = async (input: object) => {
    const document = `query ($input: PreviewSchemeInput!) { schemePreview(input: $input) {
      total grade { key } schemeFaults { code } inputFaults { code }
      nodes { key points explanation { zh } rowsAddress } figures { key part whole } scores { key scorer level points } } }`;
    interface Answer {
      total: string | null;
      grade: { key: string } | null;
      schemeFaults: object[];
      inputFaults: { code: string }[];
      nodes: { key: string; points: string | null; explanation: { zh: string }; rowsAddress: string | null }[];
      scores: { key: string; scorer: string }[];
    }
    return (await world.as(world.staff).query<{ schemePreview: Answer }>(document, { input })).schemePreview;
  };

  it('is the same for the same number, and explains each point', async () => {
    const once = await preview({ tree: smallScheme, seed: 3 });
    expect(await preview({ tree: smallScheme, seed: 3 })).toEqual(once);
    expect(once.total).toMatch(/^\d+\.\d\d$/);
    expect(once.inputFaults).toEqual([]);
    expect(once.nodes.map(({ rowsAddress }) => rowsAddress)).toEqual(once.nodes.map(() => null));
    for (const { explanation } of once.nodes) expect(explanation.zh).not.toBe('');
  });

  it('counts what is entered by hand', async () => {
    const { scores } = await preview({ tree: smallScheme });
    const all = await preview({
      tree: smallScheme,
      figures: [{ key: 'obligation.fulfilmentRate', part: '40', whole: '40' }],
      scores: scores.map(({ key, scorer }) =>
        key === 'base.files' ? { key, scorer, level: 'GOOD' } : { key, scorer, points: '20' },
      ),
      papers: [
        { key: 'base.voice', group: 'MEMBERS', option: 'NO', papers: 0 },
        { key: 'base.voice', group: 'STAFF', option: 'NO', papers: 0 },
      ],
      occurrences: [
        { key: 'drive.late', times: 0 },
        { key: 'base.case', times: 2 },
      ],
    });
    expect(all).toMatchObject({ total: '100.00', grade: { key: 'TOP' } });
    const vetoed = await preview({ tree: smallScheme, occurrences: [{ key: 'discipline', times: 1 }] });
    expect(['FAIR', 'POOR']).toContain(vetoed.grade!.key);
  });

  it('says what keeps a total from coming', async () => {
    const empty = await preview({
      tree: smallScheme,
      figures: [{ key: 'obligation.fulfilmentRate', part: '0', whole: '0' }],
    });
    expect(empty).toMatchObject({ total: null, inputFaults: [{ code: 'FIGURE_WHOLE_ZERO' }] });
    const faulty = await preview({ tree: weighed('drive.study', '15') });
    expect(faulty).toMatchObject({ total: null, nodes: [], schemeFaults: [{ code: 'WEIGHTS_DO_NOT_ADD_UP' }] });
  });
});

/** Groups in groups. */
function deep(levels: number): object {
  let node: object = { kind: 'GROUP', key: 'leaf', name: { zh: '底', en: 'leaf' }, weight: '1', children: [] };
  for (let i = 0; i < levels; i++) node = { ...smallScheme.root, children: [node] };
  return node;
}

/** Versions that a cycle may be opened with. */
async function offered(): Promise<string[]> {
  const { cycleSchemes } = await world
    .as(world.staff)
    .query<{ cycleSchemes: { id: string }[] }>('{ cycleSchemes { id } }');
  return cycleSchemes.map(({ id }) => id);
}

const uuid = (global: string): string => global.split('_')[1]!;
