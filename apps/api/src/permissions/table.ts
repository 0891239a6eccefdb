import type { Kind, Placement, Principal } from './cast';
import type { Sentence } from './sentences';

/**
 * What a caller is told. NOT_FOUND stands for null, an absent row and a count of nothing, too; REFUSED for a rule about
 * rights that stands above the permission, such as granting to oneself.
 */
export type Outcome = 'ALLOWED' | 'REFUSED' | 'FORBIDDEN' | 'NOT_FOUND' | 'UNAUTHENTICATED';

/** Who may, and where. Who is not named is refused. */
export type May = { readonly [P in Principal]?: readonly Placement[] };

/** A thing of the trial world that an operation is about. */
export interface Target {
  /** global id of the organization it stands at, or of the person's own thing */
  readonly id: string;
  readonly version: number;
  /** unique in the world */
  readonly name: string;
  /** what the area's `arrange` put there: a unit, a rule, an operation */
  thing(kind: string): { readonly id: string; readonly version: number; readonly name: string };
}

/** What a request may use besides its target. */
export interface Scene {
  /** the principal's own organization */
  readonly home: Target;
  /** a number no other cell has, for codes and names */
  readonly serial: number;
  /** an existing value of the scene that an area's `arrange` made, such as a cursor */
  value(name: string): string;
}

export type Request =
  | { readonly document: string; readonly variables?: Readonly<Record<string, unknown>> }
  | { readonly http: 'GET' | 'POST'; readonly path: string; readonly file?: string };

export interface Row {
  /** `Query units`, `Mutation closeUnit`, `Edge Unit.operations`, `Node Unit`, `HTTP GET /files/:id` */
  readonly operation: string;
  /** which way of asking, where there are several: a search, a count, a cursor */
  readonly aspect?: string;
  /** what it is about: something with a place in the tree, something of a person, or the association */
  readonly of: Kind;
  readonly may: May;
  /** what those named are told elsewhere in their association; default NOT_FOUND */
  readonly elsewhere?: Outcome;
  /** what those not named are told; default FORBIDDEN */
  readonly others?: Outcome;
  /** what those named are told of another association; default NOT_FOUND */
  readonly foreign?: Outcome;
  /** what is told to whoever is not signed in; default UNAUTHENTICATED */
  readonly anonymous?: Outcome;
  /** where they know of it and are told FORBIDDEN, though elsewhere they are not */
  readonly known?: May;
  /** where a rule about rights refuses whoever holds the permission */
  readonly refused?: May;
  /** the reasons of those refusals */
  readonly refusals?: readonly string[];
  readonly because: readonly Sentence[];
  ask(target: Target, scene: Scene): Request;
  /**
   * For lists: the names answered, compared with all that stands in the world. Without it the answer itself is judged:
   * a refusal by its code, null as NOT_FOUND.
   */
  names?(data: Readonly<Record<string, unknown>>): readonly string[];
  /** the answer shows the target, when null alone does not tell */
  shows?(data: Readonly<Record<string, unknown>>, target: Target): boolean;
  /** rules of the domain, by their reasons, at which an allowed call may end: it was let through */
  readonly stopsAt?: readonly string[];
}

/** A row before its area is complete. */
export interface Area {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** What the table expects in a cell. */
export function expected(row: Row, principal: Principal, placement: Placement): Outcome {
  if (principal === 'ANONYMOUS' && !row.may.ANONYMOUS) return row.anonymous ?? 'UNAUTHENTICATED';
  if (row.refused?.[principal]?.includes(placement)) return 'REFUSED';
  if (row.known?.[principal]?.includes(placement)) return 'FORBIDDEN';
  const where = row.may[principal];
  if (!where) return row.others ?? 'FORBIDDEN';
  if (where.includes(placement)) return 'ALLOWED';
  return placement === 'FOREIGN' ? (row.foreign ?? 'NOT_FOUND') : (row.elsewhere ?? 'NOT_FOUND');
}

/** `mutation ($input: CloseUnitInput!) { closeUnit(input: $input) { id } }` */
export function mutation(name: string, input: Readonly<Record<string, unknown>>, answer = '{ id }'): Request {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  return {
    document: `mutation ($input: ${type}!) { ${name}(input: $input) ${answer} }`,
    variables: { input },
  };
}

/** `query ($id: ID!) { unit(id: $id) { name } }` */
export const byId = (field: string, id: string, answer: string): Request => ({
  document: `query ($id: ID!) { ${field}(id: $id) ${answer} }`,
  variables: { id },
});

/** The names of the rows of a connection. */
export const namesOf =
  (field: string) =>
  (data: Readonly<Record<string, unknown>>): readonly string[] =>
    (data[field] as { nodes: { name: string }[] }).nodes.map(({ name }) => name);
