interface Refusal {
  readonly code: string;
  readonly reason: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Keeps cookies as a browser does, and goes where it is sent only when asked to. */
export class Browser {
  readonly cookies = new Map<string, string>();

  constructor(
    readonly url: string,
    private readonly userAgent = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/141.0.0.0 Safari/537.36',
  ) {}

  async get(address: string): Promise<Response> {
    return this.fetch(new URL(address, this.url), { method: 'GET' });
  }

  /** @throws the extensions of the first error, which tests match */
  async ask<T>(query: string, variables: object = {}): Promise<T> {
    const response = await this.fetch(new URL('/graphql', this.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data: T; errors?: { extensions: Refusal }[] };
    if (errors) throw Object.assign(new Error(errors[0]!.extensions.reason), errors[0]!.extensions);
    return data;
  }

  async fetch(address: URL, options: RequestInit): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': this.userAgent, ...options.headers, ...(cookie ? { cookie } : {}) };
    const response = await fetch(address, { ...options, headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';');
      const [name = '', value = ''] = pair.split('=', 2);
      const over = attributes.some((each) => /^\s*expires=Thu, 01 Jan 1970/i.test(each));
      if (over) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** The user name of whoever is signed in here; null: nobody. */
  async signedIn(): Promise<string | null> {
    const { session } = await this.ask<{ session: { account: { username: string } } | null }>(
      '{ session { account { username } } }',
    );
    return session?.account.username ?? null;
  }

  /** @returns the next step; null: a session is open */
  async signIn(username: string, password: string): Promise<string | null> {
    await this.ask(`mutation ($input: SignInInput!) { signIn(input: $input) { expiresAt } }`, {
      input: { username, password },
    });
    const { pendingSignIn } = await this.ask<{ pendingSignIn: { step: string } | null }>('{ pendingSignIn { step } }');
    return pendingSignIn?.step ?? null;
  }
}
