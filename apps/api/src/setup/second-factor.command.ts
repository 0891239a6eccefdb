import { SecondFactors, SignInAccounts } from '@dangwu/access';
import { Database, systemScope } from '@dangwu/platform/database';
import type { INestApplicationContext } from '@nestjs/common';

/**
 * `second-factor --reset USER`: for an administrator who lost phone and recovery codes. Another administrator cannot do
 * it, since with a link to a new password that would be a way into an office; whoever runs commands on the server has
 * the database anyway. It stands in the audit log, and the person is told.
 *
 * @returns the exit code
 */
export async function runSecondFactor(
  app: INestApplicationContext,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const username = args.includes('--reset') ? args[args.indexOf('--reset') + 1] : undefined;
  const account = username ? await app.get(SignInAccounts).byName(username.trim().toLowerCase()) : null;
  if (!account) {
    say(username ? `There is no account ${username}.` : 'Whose? second-factor --reset USER');
    return 1;
  }
  if (!account.enrolled) {
    say(`${account.username} has no second factor.`);
    return 1;
  }
  await app
    .get(Database)
    .transaction(systemScope(account.associationId), (tx) =>
      app.get(SecondFactors).remove(tx, account, 'resetSecondFactor', null),
    );
  say(`${account.username} (${account.name}) sets a new one up at the next sign-in. All sessions have ended.`);
  return 0;
}
