import { Clock } from '@dangwu/platform/clock';
import { Config, ConfigModule } from '@dangwu/platform/config';
import { DatabaseModule } from '@dangwu/platform/database';
import { DomainError } from '@dangwu/platform/errors';
import { DateTimeScalar } from '@dangwu/platform/graphql';
import { KeysModule } from '@dangwu/platform/keys';
import { Mail } from '@dangwu/platform/mail';
import { Outbox, OutboxHandlers } from '@dangwu/platform/outbox';
import { unwrapResolverError } from '@apollo/server/errors';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import {
  type ArgumentsHost,
  Catch,
  Controller,
  Get,
  Module,
  Post,
  type ExceptionFilter,
  type Type,
} from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLModule, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Response } from 'express';
import { AccessModule } from './access.module';
import { CurrentViewer } from './current-viewer';
import { Operations } from './operations';
import { permissionsPage } from './permissions-page';
import { decorateHandlers, Public, Requires } from './requirement';
import { password, Trial, TrialOrganization } from './trial/trial';
import type { Viewer } from './viewer';

@Resolver()
class DutyResolver {
  @Query(() => String)
  @Requires('organization.read')
  duties(@CurrentViewer() viewer: Viewer): string {
    return `duties for ${viewer.account.username}`;
  }

  @Mutation(() => Boolean, { name: 'grantSomething' })
  @Requires('access.grant')
  grant(): boolean {
    return true;
  }

  @Query(() => String)
  @Public()
  greeting(@CurrentViewer() viewer: Viewer | null): string {
    return viewer ? viewer.account.username : 'stranger';
  }
}

@Controller('rosters')
class RosterController {
  @Get(':id')
  @Requires('organization.read')
  read(@CurrentViewer() viewer: Viewer): string {
    return viewer.account.username;
  }

  @Post()
  @Requires('organization.import')
  write(): string {
    return 'written';
  }
}

/** Stands for the controllers of libraries below, which cannot use the decorators. */
@Controller()
class HealthController {
  @Get('healthz')
  live(): string {
    return 'ok';
  }
}
decorateHandlers(HealthController, { live: Public() });

@Resolver()
class ForgottenResolver {
  @Query(() => String, { name: 'everybodysBusiness' })
  forgotten(): string {
    return 'open';
  }
}
@Controller('backdoor')
class ForgottenController {
  @Get('keys')
  keys(): string {
    return 'open';
  }
}

@Catch(DomainError)
class Refusals implements ExceptionFilter<DomainError> {
  catch(error: DomainError, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') throw error;
    const { code, reason } = error;
    host.switchToHttp().getResponse<Response>().status(403).json({ code, reason });
  }
}

let trial: Trial;
let app: NestExpressApplication;
let url: string;

function appOf(
  parts: { resolvers: Type[]; controllers: Type[] },
  config = trial.config,
): Promise<NestExpressApplication> {
  const ground = [
    { provide: Clock, useValue: trial.clock },
    { provide: Mail, useValue: trial.services.mail },
    { provide: Outbox, useValue: {} },
    OutboxHandlers,
  ];
  @Module({ providers: ground, exports: ground })
  class Ground {}
  const graphql = GraphQLModule.forRoot<ApolloDriverConfig>({
    driver: ApolloDriver,
    autoSchemaFile: true,
    buildSchemaOptions: { scalarsMap: [{ type: Date, scalar: DateTimeScalar }] },
    context: ({ req, res }: { req: object; res: object }) => ({ req, res }),
    formatError: (formatted, thrown) => {
      const error = unwrapResolverError(thrown);
      return error instanceof DomainError
        ? { ...formatted, extensions: { code: error.code, reason: error.reason, messages: error.messages } }
        : formatted;
    },
  });
  const imports = [
    { module: Ground, global: true },
    ConfigModule.for(config),
    KeysModule,
    // the trial closes its database itself
    { ...DatabaseModule.for(trial.database), module: Ground },
    AccessModule.forRoot({ tree: TrialOrganization }),
    graphql,
  ];
  @Module({ imports, providers: parts.resolvers, controllers: parts.controllers })
  class App {}
  return NestFactory.create<NestExpressApplication>(App, { logger: false, abortOnError: false });
}

beforeAll(async () => {
  trial = await Trial.create();
  app = await appOf({ resolvers: [DutyResolver], controllers: [RosterController, HealthController] });
  app.useGlobalFilters(new Refusals());
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await trial.close();
});

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[];
  readonly cookie: string | null;
}

async function ask(query: string, cookie?: string, variables?: object, at = url): Promise<Answer> {
  const response = await fetch(`${at}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(cookie ? { cookie } : {}) },
    body: JSON.stringify({ query, variables }),
  });
  return { ...((await response.json()) as Answer), cookie: response.headers.get('set-cookie') };
}

const signInDocument = `mutation ($input: SignInInput!) { signIn(input: $input) {
  account { id username name roles { role roleName { zh en } } } association { name kind } permissions
  signedInAt idleUntil expiresAt } }`;
const signIn = (username: string, pass = password, cookie?: string) =>
  ask(signInDocument, cookie, { input: { username, password: pass } });
const pairOf = ({ cookie }: Answer): string => cookie!.split(';')[0]!;

describe('the guard', () => {
  let member: string;
  let secretary: string;
  beforeAll(async () => {
    const root = await trial.organization(null);
    const grant = (role: 'MEMBER' | 'SECRETARY') => trial.viewer({ role, organizationId: root.id });
    [member, secretary] = (await Promise.all([grant('MEMBER'), grant('SECRETARY')])).map(
      (v) => `dangwu_session=${v.token}`,
    ) as [string, string];
  });

  it('asks strangers to sign in', async () => {
    expect((await ask('{ duties }')).errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await (await fetch(`${url}/rosters/1`)).json()).toMatchObject({ reason: 'SIGN_IN_REQUIRED' });
  });

  it('names the permission that is missing, in Chinese and in English', async () => {
    expect((await ask('{ duties }', member)).errors?.[0]?.extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'PERMISSION_MISSING',
      messages: {
        zh: expect.stringContaining('“查看党组织”权限（organization.read）') as string,
        en: expect.stringContaining('"Read organizations" (organization.read)') as string,
      },
    });
    const post = await fetch(`${url}/rosters`, { method: 'POST', headers: { cookie: secretary } });
    expect([post.status, await post.json()]).toMatchObject([403, { code: 'FORBIDDEN' }]);
  });

  it('lets through who holds it, over GraphQL and HTTP', async () => {
    expect((await ask('{ duties }', secretary)).data?.['duties']).toMatch(/^duties for user/);
    expect(await (await fetch(`${url}/rosters/1`, { headers: { cookie: secretary } })).text()).toMatch(/^user/);
  });

  it('lets everybody through where it is public, and still says who calls', async () => {
    expect((await ask('{ greeting }')).data).toEqual({ greeting: 'stranger' });
    expect((await ask('{ greeting }', member)).data?.['greeting']).toMatch(/^user/);
    expect(await (await fetch(`${url}/healthz`)).text()).toBe('ok');
  });

  it('takes forged and foreign cookies for none', async () => {
    for (const cookie of [
      'dangwu_session=',
      'dangwu_session=abc',
      `dangwu_session=${'A'.repeat(43)}`,
      `session=${'A'.repeat(43)}`,
    ])
      expect((await ask('{ session { permissions } }', cookie)).data).toEqual({ session: null });
  });
});

describe('signing in over GraphQL', () => {
  it('answers the session, sets an httpOnly cookie, and out of it ends both', async () => {
    const { id, username } = await trial.account({ role: 'PARTY_STAFF', organizationId: null });
    const answer = await signIn(username);
    expect(answer.errors).toBeUndefined();
    expect(answer.data?.['signIn']).toEqual({
      account: {
        id: `Account_${id.replaceAll('-', '')}`,
        username,
        name: '张三',
        roles: [{ role: 'PARTY_STAFF', roleName: { zh: '党务工作者', en: 'Party-affairs staff' } }],
      },
      association: { name: '中国贸促会', kind: 'SANDBOX' },
      permissions: expect.arrayContaining(['organization.maintain', 'organization.identify']) as unknown,
      signedInAt: '2026-09-18T08:00:00.000Z',
      idleUntil: '2026-09-18T08:30:00.000Z',
      expiresAt: '2026-09-18T20:00:00.000Z',
    });
    expect(answer.cookie).toMatch(
      /^dangwu_session=[\w-]{43}; Path=\/; Expires=Fri, 18 Sep 2026 20:00:00 GMT; HttpOnly; SameSite=Lax$/,
    );

    const cookie = pairOf(answer);
    expect((await ask('{ session { account { username } } }', cookie)).data).toEqual({
      session: { account: { username } },
    });
    const out = await ask('mutation { signOut }', cookie);
    expect(out.data).toEqual({ signOut: true });
    expect(out.cookie).toMatch(/^dangwu_session=; Path=\/; Expires=Thu, 01 Jan 1970/);
    expect((await ask('{ session { permissions } }', cookie)).data).toEqual({ session: null });
    expect((await ask('mutation { signOut }', cookie)).data).toEqual({ signOut: false });
  });

  it('gives a new session and ends the one before', async () => {
    const { username } = await trial.account();
    const first = pairOf(await signIn(username));
    const second = pairOf(await signIn(username, password, first));
    expect(second).not.toBe(first);
    expect((await ask('{ session { permissions } }', first)).data).toEqual({ session: null });
    expect((await ask('{ session { permissions } }', second)).data?.['session']).not.toBeNull();
  });

  it('says in Chinese how many tries are left, and sets no cookie', async () => {
    const { username } = await trial.account();
    const { errors, cookie } = await signIn(username, 'not the password');
    expect(errors?.[0]?.extensions).toMatchObject({
      reason: 'SIGN_IN_REFUSED',
      messages: { zh: '用户名或密码不对，还可以试 4 次。同一用户名连续 5 次不对，将锁定 15 分钟。' },
    });
    expect(cookie).toBeNull();
  });

  it('makes the cookie Secure with the __Host- prefix where the public address is https', async () => {
    const config = new Config({
      DATABASE_URL: trial.config.databaseUrl,
      PUBLIC_URL: 'https://dangwu.example.org',
      DANGWU_MASTER_KEY: trial.config.masterKey!.toString('base64'),
    });
    const secure = await appOf({ resolvers: [], controllers: [] }, config);
    await secure.listen(0, '127.0.0.1');
    try {
      const { username } = await trial.account();
      const at = await secure.getUrl();
      const answer = await ask(signInDocument, undefined, { input: { username, password } }, at);
      expect(answer.cookie).toMatch(
        /^__Host-dangwu_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
      );
      expect(
        (await ask('{ session { permissions } }', pairOf(answer), undefined, at)).data?.['session'],
      ).not.toBeNull();
      const plain = pairOf(answer).replace('__Host-', '');
      expect((await ask('{ session { permissions } }', plain, undefined, at)).data).toEqual({ session: null });
    } finally {
      await secure.close();
    }
  });
});

describe('an operation that nobody decided about', () => {
  it.each([
    [{ resolvers: [ForgottenResolver], controllers: [] }, 'Query everybodysBusiness (ForgottenResolver.forgotten)'],
    [{ resolvers: [], controllers: [ForgottenController] }, 'HTTP GET /backdoor/keys (ForgottenController.keys)'],
  ])('stops the start and is named: %#', async (parts, named) => {
    const open = await appOf(parts);
    await expect(open.init()).rejects.toThrow(named);
  });
});

describe('the page of permissions', () => {
  it('has a row for every operation, role and permission', () => {
    const operations = app.get(Operations).all();
    const here = operations.filter(({ handler }) => /^(Duty|Roster|Health|Session)/.test(handler));
    expect(here.map(({ kind, name, requirement }) => [kind, name, requirement])).toEqual([
      ['HTTP', 'GET /healthz', 'PUBLIC'],
      ['HTTP', 'GET /rosters/:id', { permission: 'organization.read' }],
      ['HTTP', 'POST /rosters', { permission: 'organization.import' }],
      ['Mutation', 'grantSomething', { permission: 'access.grant' }],
      ['Mutation', 'signIn', 'PUBLIC'],
      ['Mutation', 'signOut', 'PUBLIC'],
      ['Query', 'duties', { permission: 'organization.read' }],
      ['Query', 'greeting', 'PUBLIC'],
      ['Query', 'session', 'PUBLIC'],
    ]);
    const page = permissionsPage(operations);
    expect(page).toContain('| Mutation `grantSomething` | `access.grant` |');
    expect(page).toContain('| Query `session` | nothing (public) |');
    expect(page).toMatch(/^\| `organization.maintain` \| 维护党组织 \| .* \| TREE \| `organization.read` \|$/m);
    expect(page).toMatch(/PARTY_STAFF 党务工作者/);
  });
});
