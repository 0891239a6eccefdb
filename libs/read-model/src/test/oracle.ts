/** The same reads over arrays: what the compiled statements must answer. */
import { kept, type Selection } from './selections';
import { EPOCHS, type ActivityRow, type MemberRow, type Org, type RandomWorld } from './random-world';

type Row = Record<string, unknown>;
type Variables = Row & { yes: boolean; asOf?: string | null };
type Order = readonly (readonly [column: string, direction: 1 | -1])[];

export interface OracleViewer {
  /** ids of today's organizations */
  allowed(permission: string): ReadonlySet<string>;
  readonly key: string | undefined;
  readonly association: string | undefined;
}

const ORDERS: Readonly<Record<string, Order>> = {
  TREE: [['path', 1]],
  NAME: [['name', 1]],
  RANK: [['rank', 1]],
  RANK_DOWN: [
    ['rank', -1],
    ['name', 1],
  ],
  NEWEST: [['startsAt', -1]],
  OLDEST: [['startsAt', 1]],
  VENUE: [['venue', 1]],
  VENUE_DOWN: [['venue', -1]],
  KIND_NEWEST: [
    ['kind', 1],
    ['startsAt', -1],
  ],
};
const KINDS = ['', 'MEETING', 'LECTURE', 'THEME_DAY'];
const global = (type: string, id: string | null): string | null => id && `${type}_${id.replaceAll('-', '')}`;

/** the epoch a day falls into; undefined: before all of them */
export const epochOf = (day: string): number | undefined => {
  const found = EPOCHS.findIndex((e) => e.from <= day && (e.to === null || day < e.to));
  return found < 0 ? undefined : found;
};

export class Oracle {
  private readonly orgs: readonly Org[];
  private readonly members: readonly MemberRow[];
  private readonly activities: readonly ActivityRow[];

  constructor(
    private readonly world: RandomWorld,
    private readonly viewer: OracleViewer,
    private readonly variables: Variables,
  ) {
    const epoch = variables.asOf ? epochOf(variables.asOf) : undefined;
    const then = variables.asOf ? (epoch === undefined ? { orgs: [], members: [] } : world.past[epoch]!) : world;
    const gone = new Set(world.members.filter((m) => m.deleted).map((m) => m.id));
    this.orgs = then.orgs;
    this.members = then.members.filter((m) => !gone.has(m.id));
    this.activities = world.activities.filter((a) => !a.deleted);
  }

  private sees(permission: string, org: string): boolean {
    return this.viewer.allowed(permission).has(org);
  }
  private seesMember(m: MemberRow, permission = 'member.read'): boolean {
    return this.sees(permission, this.world.members.find((now) => now.id === m.id)!.organizationId);
  }
  private seesActivity = (a: ActivityRow): boolean => this.sees('activity.read', a.organizationId);
  private org = (id: string | null): Org | undefined =>
    this.orgs.find((o) => o.id === id && this.sees('organization.read', o.id));

  private object(type: string, list: readonly Selection[], value: (s: Selection) => unknown): Row {
    return Object.fromEntries(
      kept(list, this.variables.yes).map((s) => [s.key, s.name === '__typename' ? type : value(s)]),
    );
  }

  organization(o: Org, list: readonly Selection[]): Row {
    const { since, venue, order, memberOrder, filter, memberFilter, f, l } = this.variables;
    const here = (m: MemberRow): boolean => m.organizationId === o.id && this.seesMember(m);
    const held = this.activities.filter((a) => a.organizationId === o.id && this.seesActivity(a));
    return this.object('Organization', list, (s) => {
      switch (s.name) {
        case 'id':
          return global('PartyOrganization', o.id);
        case 'kind':
          return o.kind.toUpperCase();
        case 'parentRef':
          return global('PartyOrganization', o.parentId);
        case 'memberCount':
          return this.members.filter(here).length;
        case 'lateMembers':
          return this.members.filter((m) => here(m) && m.joinedOn >= String(since)).length;
        case 'meetsAt':
          return held.some((a) => venue != null && (a.venue === venue || a.title === venue));
        case 'presence':
          return this.members.some(here) ? held.length : 0;
        case 'lastStart':
          return (
            held
              .map((a) => a.startsAt)
              .sort()
              .at(-1) ?? null
          );
        case 'summary':
          return this.sees('organization.read', o.id)
            ? (this.world.summaries.find((x) => x.organizationId === o.id)?.members ?? null)
            : null;
        case 'card':
          return this.sees('organization.card', o.id)
            ? this.object('Card', s.sub!, (x) => (o as unknown as Row)[x.name])
            : null;
        case 'parent': {
          const parent = this.org(o.parentId);
          return parent ? this.organization(parent, s.sub!) : null;
        }
        case 'ancestors':
          return this.sorted(
            this.orgs.filter((a) => a !== o && o.path.startsWith(a.path) && this.org(a.id)),
            ORDERS['TREE']!,
          ).map((a) => this.organization(a, s.sub!));
        case 'children':
          return this.sorted(
            this.orgs.filter((c) => c.parentId === o.id && this.org(c.id)),
            ORDERS['NAME']!,
          ).map((c) => this.organization(c, s.sub!));
        case 'latest': {
          const [first] = this.sorted(held, ORDERS['NEWEST']!);
          return first ? this.activity(first, s.sub!) : null;
        }
        case 'members': {
          const rows = this.sorted(
            this.members.filter((m) => here(m) && this.matchesMember(m, memberFilter)),
            ORDERS[String(memberOrder ?? 'NAME')]!,
          );
          return cut(rows, f, l).map((m) => this.member(m, s.sub!));
        }
        case 'activities':
          return this.page(
            'ActivityConnection',
            held.filter((a) => this.matches(a, filter)),
            String(order ?? 'NEWEST'),
            { first: f, last: l },
            s.sub!,
            (a, sub) => this.activity(a, sub),
          );
        default:
          return (o as unknown as Row)[s.name];
      }
    });
  }

  member(m: MemberRow, list: readonly Selection[]): Row {
    const clear = this.seesMember(m, 'member.unmask');
    return this.object('Member', list, (s) => {
      switch (s.name) {
        case 'id':
          return global('Member', m.id);
        case 'phone':
          return m.phone === null || clear ? m.phone : `${m.phone.slice(0, 3)}****`;
        case 'letter':
          return m.letterCipher === null ? null : clear ? [...m.letterCipher].reverse().join('') : m.letterCipher[0];
        case 'badge':
          return `${m.name} since ${m.joinedOn}`;
        case 'organization': {
          const org = this.org(m.organizationId);
          return org ? this.organization(org, s.sub!) : null;
        }
        case 'attended':
          return this.seesMember(m, 'activity.read')
            ? this.sortedAttendance((a) => a.memberId === m.id).map((a) => this.attendance(a, clear, s.sub!))
            : [];
        default:
          return (m as unknown as Row)[s.name];
      }
    });
  }

  activity(a: ActivityRow, list: readonly Selection[]): Row {
    const records = this.sortedAttendance((r) => r.activityId === a.id);
    return this.object('Activity', list, (s) => {
      switch (s.name) {
        case 'id':
          return global('Activity', a.id);
        case 'kind':
          return KINDS[a.kind];
        case 'organization': {
          const org = this.org(a.organizationId);
          return org ? this.organization(org, s.sub!) : null;
        }
        case 'figures':
          return this.object('Figures', s.sub!, (x) => {
            if (x.name === 'total') return records.length;
            if (x.name === 'present') return records.filter((r) => r.status === 'PRESENT').length;
            return (
              records
                .map((r) => r.status)
                .sort()
                .at(-1) ?? null
            );
          });
        case 'records':
          return records.map((r) => this.attendance(r, this.sees('member.unmask', a.organizationId), s.sub!));
        default:
          return (a as unknown as Row)[s.name];
      }
    });
  }

  private attendance(r: RandomWorld['attendance'][number], clear: boolean, list: readonly Selection[]): Row {
    return this.object('Attendance', list, (s) => {
      if (s.name === 'reason') return clear ? r.reason : '***';
      if (s.name !== 'member') return r.status;
      const member = this.members.find((m) => m.id === r.memberId && this.seesMember(m));
      return member ? this.member(member, s.sub!) : null;
    });
  }

  notices(list: readonly Selection[]): Row[] {
    return this.sorted(
      this.world.notices.filter((n) => n.accountId === this.viewer.key),
      [],
    ).map((n) =>
      this.object('Notice', list, (s) => {
        if (s.name === 'id') return global('Notice', n.id);
        if (s.name === 'text') return n.text;
        const org = this.org(n.organizationId);
        if (org) return this.organization(org, s.on!['Organization']!);
        const activity = this.activities.find((a) => a.id === n.activityId && this.seesActivity(a));
        return activity ? this.activity(activity, s.on!['Activity']!) : null;
      }),
    );
  }

  /** @param inside ids of the part of the tree asked for */
  root(root: string, inside: ReadonlySet<string> | undefined, args: PageOf, list: readonly Selection[]): unknown {
    const { order, memberOrder, treeOrder, filter, memberFilter } = this.variables;
    const within = (id: string): boolean => !inside || inside.has(id);
    switch (root) {
      case 'organizations':
        return this.page(
          'OrganizationConnection',
          this.orgs.filter((o) => this.org(o.id) && within(o.id)),
          String(treeOrder ?? 'TREE'),
          args,
          list,
          (o, sub) => this.organization(o, sub),
        );
      case 'activities':
        return this.page(
          'ActivityConnection',
          this.activities.filter((a) => this.seesActivity(a) && within(a.organizationId) && this.matches(a, filter)),
          String(order ?? 'NEWEST'),
          args,
          list,
          (a, sub) => this.activity(a, sub),
        );
      case 'members':
        return this.page(
          'MemberConnection',
          this.members.filter(
            (m) => this.seesMember(m) && within(m.organizationId) && this.matchesMember(m, memberFilter),
          ),
          String(memberOrder ?? 'NAME'),
          args,
          list,
          (m, sub) => this.member(m, sub),
        );
      case 'rules':
        return this.page(
          'RuleConnection',
          this.viewer.allowed('organization.read').size
            ? this.world.rules.filter((r) => r.associationId === this.viewer.association)
            : [],
          'NAME',
          args,
          list,
          (r, sub) => this.object('Rule', sub, (s) => (s.name === 'id' ? global('Rule', r.id) : r.name)),
        );
      default: {
        const org = this.org(String(this.variables['id']));
        return org ? this.organization(org, list) : null;
      }
    }
  }

  private matches(a: ActivityRow, filter: unknown): boolean {
    const { from, to, kinds, title, attendedBy } = (filter ?? {}) as Record<string, string | undefined> & {
      kinds?: string[];
    };
    return (
      (from === undefined || a.startsAt >= new Date(from).toISOString()) &&
      (to === undefined || a.startsAt < new Date(to).toISOString()) &&
      (kinds === undefined || kinds.includes(KINDS[a.kind]!)) &&
      (title === undefined || a.title.toLowerCase().includes(title.toLowerCase())) &&
      (attendedBy === undefined ||
        this.world.attendance.some((r) => r.activityId === a.id && r.memberId === attendedBy))
    );
  }
  private matchesMember(m: MemberRow, filter: unknown): boolean {
    const { name, begins } = (filter ?? {}) as Record<string, string | undefined>;
    return (
      (name === undefined || m.name.includes(name.toLowerCase())) && (begins === undefined || m.name.startsWith(begins))
    );
  }

  private sortedAttendance(which: (r: RandomWorld['attendance'][number]) => boolean): RandomWorld['attendance'] {
    return this.world.attendance
      .filter(which)
      .sort((x, y) => (x.memberId + x.activityId < y.memberId + y.activityId ? -1 : 1));
  }

  /** nulls as PostgreSQL places them, ties by key in the direction of the last column */
  private sorted<T extends { id: string }>(rows: readonly T[], order: Order): T[] {
    const by = [...order, ['id', order.at(-1)?.[1] ?? 1] as const];
    return [...rows].sort((x, y) => {
      for (const [column, direction] of by) {
        const a = (x as unknown as Row)[column] as string | number | null;
        const b = (y as unknown as Row)[column] as string | number | null;
        if (a === b) continue;
        if (a === null || b === null) return (a === null ? 1 : -1) * direction;
        const less = typeof a === 'string' ? Buffer.compare(Buffer.from(a), Buffer.from(String(b))) < 0 : a < Number(b);
        return (less ? -1 : 1) * direction;
      }
      return 0;
    });
  }

  private page<T extends { id: string }>(
    type: string,
    rows: readonly T[],
    order: string,
    args: PageOf,
    list: readonly Selection[],
    node: (row: T, sub: readonly Selection[]) => Row,
  ): Row {
    const sorted = this.sorted(rows, ORDERS[order]!);
    const back = args.last != null;
    const rest =
      args.skip === undefined
        ? sorted
        : back
          ? sorted.slice(0, Math.max(0, sorted.length - args.skip))
          : sorted.slice(args.skip);
    const got = cut(rest, args.first, args.last);
    const more = rest.length > got.length;
    const other = args.skip !== undefined;
    return this.object(type, list, (s) => {
      switch (s.name) {
        case 'totalCount':
          return rows.length;
        case 'nodes':
          return got.map((row) => node(row, s.sub!));
        case 'edges':
          return got.map((row) =>
            this.object(type.replace('Connection', 'Edge'), s.sub!, (x) =>
              x.name === 'cursor' ? CURSOR : node(row, x.sub!),
            ),
          );
        default:
          return this.object('PageInfo', s.sub!, (x) => {
            if (x.name === 'hasNextPage') return back ? other : more;
            if (x.name === 'hasPreviousPage') return back ? more : other;
            return got.length ? CURSOR : null;
          });
      }
    });
  }
}

/** stands for any cursor */
export const CURSOR = 'CURSOR';

/** @property skip rows passed by the pages before; undefined on the first page */
export interface PageOf {
  readonly first?: unknown;
  readonly last?: unknown;
  readonly skip?: number | undefined;
}
function cut<T>(rows: readonly T[], first: unknown, last: unknown): T[] {
  return last != null ? rows.slice(Math.max(0, rows.length - Number(last))) : rows.slice(0, Number(first));
}
