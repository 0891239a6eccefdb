import { jest } from '@jest/globals';
import type { Paper } from './paper';
import { PaperRefused, randomWait, sendPaper } from './send-paper';

const paper: Paper = {
  group: 'MEMBERS',
  key: 'k',
  prefix: 'p',
  credential: 'c',
  answers: { motion: 'FOR' },
  seal: 's',
};
const ballotId = '0193a1b2-0000-7000-8000-000000000001';

/** The line, which answers in this order. */
function line(...answers: (Response | Error)[]): RequestInit[] {
  const sent: RequestInit[] = [];
  jest.spyOn(globalThis, 'fetch').mockImplementation((_, init) => {
    sent.push(init ?? {});
    const answer = answers.shift();
    return answer instanceof Response
      ? Promise.resolve(answer)
      : Promise.reject(answer ?? new Error('asked too often'));
  });
  return sent;
}
const answered = (status: number, body: object): Response => new Response(JSON.stringify(body), { status });
const send = (signal = new AbortController().signal): Promise<string> => sendPaper(ballotId, paper, 0, signal);

describe('a paper on its way', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('is sent again, the same, until it is answered: a broken line, a busy server, half an answer', async () => {
    const half = new Response('{"id":', { status: 200 });
    const sent = line(
      new TypeError('no line'),
      answered(503, {}),
      answered(429, {}),
      half,
      answered(200, { id: 'abc' }),
    );
    const sending = send();
    await jest.advanceTimersByTimeAsync(60_000);
    await expect(sending).resolves.toBe('abc');
    expect(sent).toHaveLength(5);
    expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
  });

  it('names nobody: no cookie, no page it comes from, nothing but what it is', async () => {
    const sent = line(answered(200, { id: 'abc' }));
    const sending = send();
    await jest.advanceTimersByTimeAsync(1);
    await sending;
    expect(sent[0]).toMatchObject({ credentials: 'omit', referrerPolicy: 'no-referrer', method: 'POST' });
    expect(sent[0]!.headers).toEqual({ 'content-type': 'application/json' });
    expect(JSON.parse(sent[0]!.body as string)).toEqual({
      ballot: 'Ballot_0193a1b2000070008000000000000001',
      ...paper,
    });
  });

  it('that is refused is not sent again, and the answer says why', async () => {
    const body = { errors: [{ message: 'over' }] };
    const sent = line(answered(412, body));
    const sending = send().catch((failed: unknown) => failed);
    await jest.advanceTimersByTimeAsync(60_000);
    const refused = await sending;
    expect(refused).toBeInstanceOf(PaperRefused);
    expect(refused).toMatchObject({ status: 412, answer: body });
    expect(sent).toHaveLength(1);
  });

  it('rests with the page, and begins nothing after it has gone', async () => {
    const sent = line(new TypeError('no line'));
    const stop = new AbortController();
    const ended = expect(send(stop.signal)).rejects.toThrow('aborted');
    setTimeout(() => stop.abort(), 500);
    await jest.advanceTimersByTimeAsync(60_000);
    await ended;
    expect(sent).toHaveLength(1);
  });
});

it('waits some seconds by chance', () => {
  const waits = Array.from({ length: 200 }, randomWait);
  expect(Math.min(...waits)).toBeGreaterThanOrEqual(1_000);
  expect(Math.max(...waits)).toBeLessThan(8_000);
  expect(new Set(waits).size).toBeGreaterThan(100);
});
