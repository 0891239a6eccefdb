import { SetMetadata } from '@nestjs/common';
import type { Permission } from './permissions';
import { permission } from './vocabulary';

/** What an operation asks of its caller. */
export type Requirement = { readonly permission: Permission } | 'PUBLIC';

const KEY = 'dangwu:requirement';

/**
 * The operation needs this permission. The guard asks whether the caller holds it anywhere; where exactly is asked by
 * the operation itself: `Access.require` for writes, the area of the read model for reads.
 */
export const Requires = (key: Permission): MethodDecorator => {
  const requirement: Requirement = { permission: permission(key).key };
  return SetMetadata(KEY, requirement);
};

/** Whoever calls, signed in or not. */
export const Public = (): MethodDecorator => SetMetadata(KEY, 'PUBLIC' satisfies Requirement);

/** What a handler (a method of a resolver or controller) asks; undefined: nobody decided, so it stays closed. */
export const requirementOf = (handler: object): Requirement | undefined =>
  Reflect.getMetadata(KEY, handler) as Requirement | undefined;

/**
 * Puts requirements on the handlers of a class below this library, which cannot use the decorators itself:
 * `decorateHandlers(HealthController, { live: Public(), ready: Public() })`.
 */
export function decorateHandlers<C extends { prototype: object }>(
  target: C,
  handlers: { readonly [Method in keyof C['prototype'] & string]?: MethodDecorator },
): void {
  for (const [name, decorate] of Object.entries<MethodDecorator | undefined>(handlers)) {
    const descriptor = Object.getOwnPropertyDescriptor(target.prototype, name);
    if (!descriptor || !decorate) throw new Error(`There is no handler "${name}" to decorate`);
    decorate(target.prototype, name, descriptor);
  }
}
