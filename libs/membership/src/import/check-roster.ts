import { Closest, comparable, type CheckContext, type CheckRow } from '@dangwu/imports';
import {
  holdsFormalAffiliations,
  OrganizationStatus,
  type KnownOrganization,
  type KnownOrganizations,
  plusMonths,
} from '@dangwu/organization';
import { birthDateOf, genderOf } from '../id-number';
import { AffiliationKind, MemberStatus, memberStatusWords, Post } from '../member.enums';
import type { HeldPost, KnownMember } from './known-members';
import type { RosterMember } from './roster-fields';

export type RosterRow = CheckRow<RosterMember>;

/** What a row was found to mean; the check keeps it for the write that follows in the same transaction. */
export interface Meaning {
  readonly mark: string | null;
  readonly phoneMark: string | null;
  readonly known: KnownMember | null;
  readonly organization: KnownOrganization | null;
}

export interface Marks {
  /** by the numbers of the rows */
  readonly ids: ReadonlyMap<string, string>;
  readonly phones: ReadonlyMap<string, string>;
}

/** What a roster is compared with. */
export interface Known {
  /** by the marks of their ID numbers */
  readonly members: ReadonlyMap<string, KnownMember>;
  readonly posts: readonly HeldPost[];
  readonly organizations: KnownOrganizations;
  /** from which age somebody may be admitted, if a rule says so */
  readonly leastAge: number | undefined;
}

const compared = [
  'name',
  'gender',
  'birthDate',
  'ethnicity',
  'education',
  'jobTitle',
  'status',
  'joinedOn',
  'fullOn',
] as const;

/** All checks of a roster of members that need more than one cell. */
export function checkRoster(
  rows: readonly RosterRow[],
  marks: Marks,
  { members, posts, organizations, leastAge }: Known,
  context: CheckContext,
): Map<RosterRow, Meaning> {
  checkDuplicates(rows);
  // most rosters name no organization that is not there, and an index over all names is not for nothing
  let names: Closest | undefined;
  const closest = (name: string): string | undefined =>
    (names ??= new Closest(takingMembers(organizations))).find(name);
  const meanings = new Map<RosterRow, Meaning>();
  for (const row of rows) {
    checkPerson(row, leastAge);
    const mark = (row.sound('idNumber') && marks.ids.get(row.values.idNumber ?? '')) || null;
    const known = mark === null ? null : (members.get(mark) ?? null);
    const organization = findOrganization(row, organizations, closest, context);
    if (known && !context.reaches(known)) row.find('idNumber', 'OUT_OF_REACH');
    if (known?.plannedOn && organization && moves(known, organization))
      row.find('organization', 'TRANSFER_PLANNED', { on: known.plannedOn });
    meanings.set(row, { mark, known, organization, phoneMark: marks.phones.get(row.values.phone ?? '') ?? null });
  }
  checkSecretaries(rows, meanings, posts);
  for (const [row, meaning] of meanings) if (!row.held) row.action = actionOf(row, meaning, posts);
  return meanings;
}

function checkDuplicates(rows: readonly RosterRow[]): void {
  const first = new Map<string, RosterRow>();
  for (const row of rows) {
    const { idNumber } = row.values;
    if (idNumber === undefined) continue;
    const earlier = first.get(idNumber);
    if (earlier)
      row.find('idNumber', 'DUPLICATE_ID', { first: earlier.row, firstName: earlier.shown.get('name') ?? '—' });
    else first.set(idNumber, row);
  }
}

/** Each check is left out when a cell it needs has its fault already. */
function checkPerson(row: RosterRow, leastAge: number | undefined): void {
  const { idNumber, gender, birthDate, joinedOn, fullOn, status } = row.values;
  const number = row.sound('idNumber') ? idNumber : undefined;
  if (number !== undefined && birthDate !== undefined && birthDate !== birthDateOf(number))
    row.find('birthDate', 'BIRTH_DATE_MISMATCH');
  if (number !== undefined && gender !== undefined && gender !== genderOf(number))
    row.find('gender', 'GENDER_MISMATCH');
  const born = row.sound('birthDate')
    ? (birthDate ?? (number === undefined ? undefined : birthDateOf(number)))
    : undefined;
  if (leastAge && joinedOn !== undefined && born !== undefined && joinedOn < plusMonths(born, leastAge * 12))
    row.find('joinedOn', 'JOINED_BEFORE_18', { joined: joinedOn, birth: born, age: leastAge });
  if (joinedOn !== undefined && fullOn !== undefined && row.sound('joinedOn') && fullOn < joinedOn)
    row.find('fullOn', 'FULL_BEFORE_JOINED', { joined: joinedOn, full: fullOn });
  if (status !== undefined) checkStatus(row, status);
  if (status === MemberStatus.FULL && fullOn === undefined && row.sound('fullOn'))
    row.find('fullOn', 'FULL_WITHOUT_DATE');
}

function takingMembers({ all }: KnownOrganizations): string[] {
  const takes = ({ type, status }: KnownOrganization): boolean =>
    status === OrganizationStatus.ACTIVE && holdsFormalAffiliations(type);
  return all.flatMap((one) => (takes(one) ? [one.name] : []));
}

/** Days of admission and of full membership go with the status; what is known of a member is checked the same way. */
function checkStatus(row: RosterRow, status: MemberStatus): void {
  const { joinedOn, fullOn } = row.values;
  const { zh, en } = memberStatusWords[status];
  const admitted = status === MemberStatus.PROBATIONARY || status === MemberStatus.FULL;
  const words = { status: zh, statusEn: en };
  if (joinedOn !== undefined && !admitted) row.find('joinedOn', 'STATUS_DISAGREES', words);
  if (fullOn !== undefined && status !== MemberStatus.FULL) row.find('fullOn', 'STATUS_DISAGREES', words);
}

function findOrganization(
  row: RosterRow,
  organizations: KnownOrganizations,
  closest: (name: string) => string | undefined,
  context: CheckContext,
): KnownOrganization | null {
  const written = row.values.organization;
  if (written === undefined || !row.sound('organization')) return null;
  const all = organizations.called(written);
  const active = all.filter(({ status }) => status === OrganizationStatus.ACTIVE);
  const [organization, another] = active;
  const earlier = context.heldBack.get(comparable(written));
  if (another) row.find('organization', 'AMBIGUOUS_ORGANIZATION', { codes: active.map(({ code }) => code) });
  else if (organization && !holdsFormalAffiliations(organization.type))
    row.find('organization', 'ORGANIZATION_TAKES_NONE');
  else if (organization && !context.reaches(organization)) row.find('organization', 'OUT_OF_REACH');
  else if (organization) return organization;
  else if (all.length > 0) row.find('organization', 'ORGANIZATION_TAKES_NONE');
  else if (earlier) row.block('organization', 'EARLIER_HELD_BACK', { held: earlier.row, file: earlier.fileName });
  else {
    const suggestion = closest(written);
    row.find('organization', 'UNKNOWN_ORGANIZATION', { ...(suggestion && { suggestion }) });
  }
  return null;
}

function checkSecretaries(
  rows: readonly RosterRow[],
  meanings: ReadonlyMap<RosterRow, Meaning>,
  posts: readonly HeldPost[],
): void {
  const secretary = new Map<string, { readonly memberId: string | null; readonly name: string }>();
  for (const { post, organizationId, memberId, name } of posts)
    if (post === Post.SECRETARY) secretary.set(organizationId, { memberId, name });
  for (const row of rows) {
    const { organization, known } = meanings.get(row)!;
    if (row.held || !organization || row.values.post !== Post.SECRETARY) continue;
    const other = secretary.get(organization.id);
    if (other && !(known && other.memberId === known.id))
      row.find('post', 'SEVERAL_SECRETARIES', { organization: organization.name, other: other.name });
    else secretary.set(organization.id, { memberId: known?.id ?? null, name: row.values.name ?? '' });
  }
}

/** The columns in which a row differs from the member it updates; blank cells say nothing. */
export function differences({ values }: RosterRow, known: KnownMember): Partial<RosterMember> {
  return Object.fromEntries(
    compared.flatMap((key) => (values[key] !== undefined && values[key] !== known[key] ? [[key, values[key]]] : [])),
  );
}

/** Whether the member's formal affiliation is not with the organization today. */
export const moves = (known: KnownMember, { id }: KnownOrganization): boolean =>
  known.organizationId !== id || known.affiliationKind !== AffiliationKind.FORMAL || known.leftOn !== null;

/** Whether the row gives the member a post that is not held there yet. */
export const bringsPost = (
  { values }: RosterRow,
  { known, organization }: Meaning,
  posts: readonly HeldPost[],
): boolean =>
  values.post !== undefined &&
  !posts.some(
    (held) => held.memberId === known?.id && held.organizationId === organization?.id && held.post === values.post,
  );

function actionOf(row: RosterRow, meaning: Meaning, posts: readonly HeldPost[]): 'CREATE' | 'UPDATE' | 'UNCHANGED' {
  const { known, organization, phoneMark } = meaning;
  if (!known) return 'CREATE';
  const same =
    Object.keys(differences(row, known)).length === 0 &&
    !moves(known, organization!) &&
    (phoneMark === null || phoneMark === known.phoneMark) &&
    !bringsPost(row, meaning, posts);
  return same ? 'UNCHANGED' : 'UPDATE';
}
