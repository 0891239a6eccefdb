import { DomainError, type ErrorCode, type ErrorParams } from './domain-error';

/** `{name}` in a text is filled from the parameter of that name; parameters without a place in the text are allowed. */
interface Definition {
  readonly code: ErrorCode;
  readonly zh: string;
  readonly en: string;
}

type Placeholders<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholders<Rest>
  : never;
type ParamsOf<D extends Definition> = { readonly [Name in Placeholders<D['zh'] | D['en']>]: unknown } & ErrorParams;

type Refusals<D extends Record<string, Definition>> = {
  readonly [Reason in keyof D]: [Placeholders<D[Reason]['zh'] | D[Reason]['en']>] extends [never]
    ? (params?: ErrorParams) => DomainError
    : (params: ParamsOf<D[Reason]>) => DomainError;
};

export interface RegisteredError extends Definition {
  readonly area: string;
  readonly reason: string;
}

const registered = new Map<string, RegisteredError>();

/** All refusals of all areas, by reason; `docs/errors.md` is printed from it. */
export function errorCatalog(): readonly RegisteredError[] {
  return [...registered.values()].sort((a, b) => a.area.localeCompare(b.area) || a.reason.localeCompare(b.reason));
}

export function fill(text: string, params: ErrorParams): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    return Array.isArray(value) ? value.join('、') : String(value ?? '');
  });
}

/**
 * The refusals of one area. Each becomes a function that makes the error:
 * `throw organizationErrors.CODE_TAKEN({ code: 'JG-02' })`.
 *
 * @param area the library that owns them, for the printed catalogue
 * @param definitions by reason, a stable name in capitals that clients may match
 */
export function defineErrors<const D extends Record<string, Definition>>(area: string, definitions: D): Refusals<D> {
  const refusals: Record<string, (params?: ErrorParams) => DomainError> = {};
  for (const [reason, definition] of Object.entries(definitions)) {
    const known = registered.get(reason);
    if (known && known.area !== area) throw new Error(`The refusal ${reason} is defined by ${known.area} and ${area}`);
    registered.set(reason, { area, reason, ...definition });
    refusals[reason] = (params = {}) =>
      new DomainError(definition.code, reason, params, {
        zh: fill(definition.zh, params),
        en: fill(definition.en, params),
      });
  }
  return refusals as Refusals<D>;
}
