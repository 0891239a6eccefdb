import pg from 'pg';

const query = pg.Client.prototype.query as (this: pg.Client, ...given: unknown[]) => unknown;

/**
 * A connection whose statements can be forgotten once they are done. Of statements that the driver answers with a
 * promise of its own, each keeps the next one alive, with all its values and rows, until V8 collects the whole heap:
 * the small collections before free nothing of them. Those it answers by a callback go at once.
 */
export class FrugalClient extends pg.Client {}

FrugalClient.prototype.query = function (this: pg.Client, ...given: unknown[]): unknown {
  const [config] = given;
  const answered = given.some((one) => typeof one === 'function');
  if (answered || (typeof config === 'object' && config !== null && 'submit' in config))
    return query.apply(this, given);
  const [values] = given.slice(1);
  return new Promise((resolve, reject) => {
    query.call(this, config, values, (error: Error | null, result: unknown) =>
      error ? reject(error) : resolve(result),
    );
  }).catch((error: unknown) => {
    // as the driver does: where the statement came from, instead of where its answer was read
    if (error instanceof Error) Error.captureStackTrace(error);
    throw error;
  });
  // the driver's overloads, which all end here
} as typeof pg.Client.prototype.query;
