import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import type { InstanceWrapper } from '@nestjs/core/injector/instance-wrapper.js';
import { requirementOf, type Requirement } from './requirement';

/** Nest's own marks on resolver methods; not exported by @nestjs/graphql. */
const RESOLVER_TYPE = 'graphql:resolver_type';
const RESOLVER_NAME = 'graphql:resolver_name';
const rootTypes: ReadonlySet<unknown> = new Set(['Query', 'Mutation', 'Subscription']);

export interface Operation {
  readonly kind: 'Query' | 'Mutation' | 'Subscription' | 'HTTP';
  /** `moveOrganization`, `POST /files` */
  readonly name: string;
  readonly requirement: Requirement | undefined;
  /** for the error: class and method */
  readonly handler: string;
}

/** Every operation of the application and what it asks. One without a requirement stops the start. */
@Injectable()
export class Operations implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    assertEveryOperationRequires(this.all());
  }

  /** In the order of kind and name. */
  all(): readonly Operation[] {
    const found = [
      ...this.discovery.getProviders().flatMap((wrapper) => this.handlers(wrapper, graphqlOperation)),
      ...this.discovery.getControllers().flatMap((wrapper) => this.handlers(wrapper, httpOperation)),
    ];
    return found.sort((a, b) => a.kind.localeCompare(b.kind) || a.name.localeCompare(b.name));
  }

  private handlers(
    { metatype }: InstanceWrapper,
    operation: (method: object, name: string, owner: object) => Pick<Operation, 'kind' | 'name'> | undefined,
  ): Operation[] {
    // providers made by factories or given as values have no methods of their own to be handlers
    if (typeof metatype !== 'function' || typeof metatype.prototype !== 'object' || !metatype.prototype) return [];
    const prototype = metatype.prototype as Record<string, object>;
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = prototype[name]!;
      const found = operation(method, name, metatype);
      return found ? [{ ...found, requirement: requirementOf(method), handler: `${metatype.name}.${name}` }] : [];
    });
  }
}

/** @throws Error naming every operation that has neither @Requires nor @Public */
export function assertEveryOperationRequires(operations: readonly Operation[]): void {
  const open = operations.filter(({ requirement }) => !requirement);
  if (open.length === 0) return;
  throw new Error(
    [
      'These operations have neither @Requires(…) nor @Public():',
      ...open.map((o) => `  - ${o.kind} ${o.name} (${o.handler})`),
    ].join('\n'),
  );
}

function graphqlOperation(method: object, name: string): Pick<Operation, 'kind' | 'name'> | undefined {
  const kind = Reflect.getMetadata(RESOLVER_TYPE, method) as unknown;
  if (!rootTypes.has(kind)) return undefined;
  return {
    kind: kind as Operation['kind'],
    name: (Reflect.getMetadata(RESOLVER_NAME, method) as string | undefined) ?? name,
  };
}

function httpOperation(method: object, _: string, owner: object): Pick<Operation, 'kind' | 'name'> | undefined {
  const verb = Reflect.getMetadata(METHOD_METADATA, method) as RequestMethod | undefined;
  if (verb === undefined) return undefined;
  const paths = [owner, method].map(
    (each) => Reflect.getMetadata(PATH_METADATA, each) as string | string[] | undefined,
  );
  const joined = paths
    .map((path) =>
      [path ?? '']
        .flat()
        .join('|')
        .replace(/^\/+|\/+$/g, ''),
    )
    .filter(Boolean);
  return { kind: 'HTTP', name: `${RequestMethod[verb]} /${joined.join('/')}` };
}
