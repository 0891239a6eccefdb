import { exchange } from './exchange';
import { expected, type Outcome, type Request, type Row } from '../table';
import { placementsOf, principalKeys, type Placement, type Principal } from '../cast';
import type { Spot, Stage } from './stage';

/** One question: may this one do that there? */
export interface Cell {
  readonly row: Row;
  readonly principal: Principal;
  readonly placement: Placement;
  readonly targets: readonly Spot[];
}

export interface Verdict extends Cell {
  readonly expected: Outcome;
  readonly found: string;
  /** more than the table allows: something was shown or done that must not be */
  readonly leak: boolean;
}

export const titleOf = ({ operation, aspect }: Row): string => (aspect ? `${operation}: ${aspect}` : operation);

export function cellsOf(stage: Stage, row: Row): Cell[] {
  return principalKeys.flatMap((principal) =>
    placementsOf[row.of].flatMap((placement) => {
      const targets = stage.targets(principal, row.of, placement);
      return targets.length ? [{ row, principal, placement, targets }] : [];
    }),
  );
}

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly code: string | null;
  readonly reason: string | null;
}

/**
 * All cells of a row. A list is asked for once by each principal and compared with the whole world.
 *
 * @param untilWrong stops at the first cell that is not as expected: mutants need no more
 */
export async function judge(
  stage: Stage,
  row: Row,
  around: <T>(work: () => Promise<T>) => Promise<T>,
  untilWrong = false,
): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  const lists = new Map<Principal, Answer>();
  for (const cell of cellsOf(stage, row)) {
    const { principal, placement, targets } = cell;
    const scene = stage.scene(principal);
    const asked = (): Promise<Answer> => around(() => ask(stage, principal, row.ask(targets[0]!, scene)));
    let answer: Answer;
    if (row.names) {
      answer = lists.get(principal) ?? (await asked());
      lists.set(principal, answer);
    } else answer = await asked();
    const wanted = expected(row, principal, placement);
    const found = row.names ? listed(row, answer, targets) : outcomeOf(row, answer, targets[0]!);
    verdicts.push({ ...cell, expected: wanted, found, leak: found === 'ALLOWED' && wanted !== 'ALLOWED' });
    if (untilWrong && found !== wanted) return verdicts;
  }
  return [...verdicts, ...strangers(stage, row, lists)];
}

function outcomeOf(row: Row, { data, code, reason }: Answer, target: Spot): string {
  if (code && reason && row.stopsAt?.includes(reason)) return 'ALLOWED';
  if (code && reason && row.refusals?.includes(reason)) return 'REFUSED';
  if (code) return ['FORBIDDEN', 'NOT_FOUND', 'UNAUTHENTICATED'].includes(code) ? code : `${code} ${reason}`;
  if (row.shows) return row.shows(data!, target) ? 'ALLOWED' : 'NOT_FOUND';
  return data && Object.values(data).every((value) => value === null) ? 'NOT_FOUND' : 'ALLOWED';
}

function listed(row: Row, { data, code, reason }: Answer, targets: readonly Spot[]): string {
  if (code) return ['FORBIDDEN', 'UNAUTHENTICATED'].includes(code) ? code : `${code} ${reason}`;
  const names = new Set(row.names!(data!));
  const there = targets.filter(({ name }) => names.has(name));
  if (there.length === 0) return 'NOT_FOUND';
  return there.length === targets.length ? 'ALLOWED' : `only ${there.map(({ name }) => name).join(', ')}`;
}

/** Rows of a list that stand at none of the principal's placements: nothing may be answered that nobody asked about. */
function strangers(stage: Stage, row: Row, lists: ReadonlyMap<Principal, Answer>): Verdict[] {
  const everything = stage.everything(row.of);
  return [...lists].flatMap(([principal, { data }]) => {
    if (!data) return [];
    const placed = new Set(
      placementsOf[row.of].flatMap((placement) => stage.targets(principal, row.of, placement).map(({ name }) => name)),
    );
    const found = row.names!(data).filter((name) => everything.has(name) && !placed.has(name));
    if (found.length === 0 || row.of === 'whole') return [];
    // of persons only three desks have a placement; whoever oversees may see the others too
    if (row.of === 'person' && row.may[principal]?.includes('ANOTHERS')) return [];
    const cell = { row, principal, placement: placementsOf[row.of][0], targets: [] };
    return [{ ...cell, expected: 'NOT_FOUND' as const, found: `also ${found.join(', ')}`, leak: true }];
  });
}

async function ask(stage: Stage, principal: Principal, request: Request): Promise<Answer> {
  const headers = stage.credentials(principal);
  if ('http' in request) return overHttp(stage.world.url, request, headers);
  const { text } = await exchange(`${stage.world.url}/graphql`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query: request.document, variables: request.variables }),
  });
  const { data, errors } = JSON.parse(text) as {
    data?: Record<string, unknown> | null;
    errors?: { message: string; extensions?: { code?: string; reason?: string } }[];
  };
  const [error] = errors ?? [];
  if (!error) return { data: data ?? null, code: null, reason: null };
  return { data: null, code: error.extensions?.code ?? 'ERROR', reason: error.extensions?.reason ?? error.message };
}

async function overHttp(
  url: string,
  { http, path, file }: Extract<Request, { http: string }>,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const form = 'content-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv';
  const upload =
    file === undefined ? null : { 'x-dangwu-csrf': '1', 'content-type': 'multipart/form-data; boundary=b' };
  const { status, text } = await exchange(`${url}${path}`, {
    method: http,
    headers: { ...headers, ...upload },
    ...(upload && { body: `--b\r\n${form}\r\n\r\n${file}\r\n--b--\r\n` }),
  });
  const code = { 401: 'UNAUTHENTICATED', 403: 'FORBIDDEN', 404: 'NOT_FOUND' }[status];
  // a redirect is an answer: it goes where the route sends everybody
  if (status < 400) return { data: { status }, code: null, reason: null };
  return { data: null, code: code ?? String(status), reason: reasonIn(text) };
}

/** Of a refusal as REST tells it; null where something else answered, as a proxy does. */
function reasonIn(text: string): string | null {
  if (!text.startsWith('{')) return null;
  const { errors } = JSON.parse(text) as { errors?: { extensions?: { reason?: string } }[] };
  return errors?.[0]?.extensions?.reason ?? null;
}
