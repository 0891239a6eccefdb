// Somebody who is signed in, and asks the API of a drill.
import { signIn } from '../../apps/bench/peers/data/sessions.mjs';
import { trustedDocuments } from '../documents.mjs';

export class Person {
  #api;
  #bearer;

  static async signIn(api, association, role) {
    const person = new Person();
    person.#api = api;
    const { account, token } = await signIn(api.client, association, role, []);
    person.account = account;
    /** for what is no GraphQL */
    person.cookie = `dangwu_session=${token}`;
    await api.ready();
    const made = await api.post('/graphql', { cookie: person.cookie }, persisted('createExplorerToken'));
    person.#bearer = made.data.createExplorerToken.token;
    return person;
  }

  async read(query, variables) {
    await this.#api.ready();
    const { data, errors } = await this.#ask({ query, variables });
    if (errors) throw new Error(errors[0].message);
    return data;
  }

  async do(name, input, fields) {
    return (await this.read(mutation(name, fields), { input }))[name];
  }

  /** Until it is answered. @returns what it answered, or the reason of its refusal; how often it was asked before */
  async insist(name, input, fields, until) {
    const body = { query: mutation(name, fields), variables: { input } };
    const { answer, tries } = await this.#api.insist(name, (wait) => this.#ask(body, wait), until);
    const { extensions, message } = answer.errors?.[0] ?? {};
    return { data: answer.data?.[name], reason: extensions?.reason, message, tries };
  }

  #ask(body, wait) {
    return this.#api.post('/graphql', { authorization: `Bearer ${this.#bearer}` }, body, wait);
  }
}

function mutation(name, fields) {
  const type = `${name[0].toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${fields} } }`;
}

function persisted(operationName) {
  const sha256Hash = trustedDocuments().find(({ name }) => name === operationName)?.id;
  return { operationName, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}
