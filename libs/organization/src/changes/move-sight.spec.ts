import { countAccounts, type MoveOfSight, type PlacedGrant } from './move-sight';

const place = (path: string, leadsPath = path) => ({ path, leadsPath });
const root = place('/3/1/');
const east = place('/3/1/2/');
const west = place('/3/1/4/');
/** stands behind a GUIDES edge */
const guided = place('/3/1/9/', '/3/9/');
const moved = place('/3/1/2/5/');

const grant = (accountId: string, at: PlacedGrant['place'], reach: 'LEADS' | 'TREE' = 'LEADS'): PlacedGrant => ({
  accountId,
  reaches: [reach],
  place: at,
});
const move = (rest: Partial<MoveOfSight>): MoveOfSight => ({
  moved,
  guidedBelow: false,
  before: { parent: east, relation: 'LEADS' },
  after: { parent: west, relation: 'LEADS' },
  ...rest,
});

describe('who gains and loses sight by a move', () => {
  it('loses for the old parent, gains for the new one, and leaves the root and the organization itself alone', () => {
    const grants = [grant('east', east), grant('west', west), grant('root', root), grant('own', moved)];
    expect(countAccounts(grants, move({}))).toEqual({ gaining: 1, losing: 1 });
  });

  it('counts an account once, by all its grants', () => {
    const both = [grant('one', east), grant('one', west), grant('two', west), grant('two', west)];
    expect(countAccounts(both, move({}))).toEqual({ gaining: 1, losing: 0 });
  });

  it('loses for those who read along LEADS edges when leading becomes guiding', () => {
    const grants = [grant('leader', root), grant('staff', root, 'TREE'), grant('admin', 'ASSOCIATION')];
    const guiding = move({ after: { parent: east, relation: 'GUIDES' } });
    expect(countAccounts(grants, guiding)).toEqual({ gaining: 0, losing: 1 });
  });

  it('hides what stands behind a GUIDES edge of the new place from the root', () => {
    const grants = [grant('leader', root), grant('member unit', guided)];
    const behind = move({ after: { parent: guided, relation: 'LEADS' } });
    expect(countAccounts(grants, behind)).toEqual({ gaining: 1, losing: 1 });
  });

  it('counts staff of the new parent when only what is guided below becomes visible', () => {
    const staff = [grant('staff', west, 'TREE'), grant('staff', east, 'LEADS')];
    expect(countAccounts(staff, move({ guidedBelow: true }))).toEqual({ gaining: 1, losing: 0 });
    expect(countAccounts(staff, move({ guidedBelow: false }))).toEqual({ gaining: 0, losing: 0 });
  });

  it('ignores grants whose organization is gone', () => {
    expect(countAccounts([grant('lost', null)], move({}))).toEqual({ gaining: 0, losing: 0 });
  });
});
