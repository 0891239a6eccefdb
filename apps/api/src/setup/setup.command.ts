import { readFile } from 'node:fs/promises';
import { Config } from '@dangwu/platform/config';
import { DomainError } from '@dangwu/platform/errors';
import type { INestApplicationContext } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { SetUpInput } from './setup.inputs';
import { SetupService } from './setup.service';

type Say = (line: string) => void;

/**
 * `setup` prints a token for the page /setup; `setup --from FILE.json` does it all at once, with the fields of the
 * GraphQL input `SetUpInput` but the token.
 *
 * @returns the exit code
 */
export async function runSetup(app: INestApplicationContext, args: readonly string[], say: Say): Promise<number> {
  const file = args.includes('--from') ? args[args.indexOf('--from') + 1] : undefined;
  try {
    return await (file ? fromFile(app, file, say) : printToken(app, say));
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    say(error.messages.zh);
    say(error.messages.en);
    return 1;
  }
}

async function printToken(app: INestApplicationContext, say: Say): Promise<number> {
  const token = await app.get(SetupService).makeToken();
  say(`Set up at      ${app.get(Config).publicUrl}/setup`);
  say(`Set-up token   ${token}    (counts once, for 24 hours; npm run setup prints a new one)`);
  return 0;
}

async function fromFile(app: INestApplicationContext, file: string, say: Say): Promise<number> {
  const read = JSON.parse(await readFile(file, 'utf8')) as object;
  const input = plainToInstance(SetUpInput, { ...read, token: 'not needed on the server' });
  const wrong = await validate(input, { whitelist: true, forbidNonWhitelisted: true });
  if (wrong.length > 0) {
    say(`${file} is not right:`);
    for (const error of wrong) say(String(error).trim());
    return 1;
  }
  const { association, invitations } = await app.get(SetupService).setUp(input, null);
  say(`${association} is set up. Hand each link to its person; it counts once:`);
  for (const { role, username, name, link } of invitations) say(`${role}\t${username}\t${name}\t${link}`);
  return 0;
}
