import type { ApolloServerPlugin } from '@apollo/server';
import { DomainError } from '@dangwu/platform/errors';
import { note } from '@dangwu/platform/http';
import {
  getNamedType,
  getVariableValues,
  isInterfaceType,
  isObjectType,
  Kind,
  visit,
  type ArgumentNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { getComplexity, type ComplexityEstimator } from 'graphql-query-complexity';
import { refusal } from './refusal';
import { requestErrors } from './request.errors';
import type { RequestContext } from './request-context';
import { holdsUnwritable, writesUnwritable } from './unwritable-text';

/** What one document may cost. Published in the API guide. */
export const limits = { depth: 12, aliases: 15, cost: 1_000, tokenCost: 2_000, mutations: 1 } as const;

/** Refuses documents that cost too much, and introspection by strangers, before anything runs; charges the others. */
export function limitsPlugin(): ApolloServerPlugin<RequestContext> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request, contextValue }) {
          if (!operation) return;
          note({ operation: nameOf(operation) });
          const { depth, aliases, introspects } = measure(document, operation);
          const { viewer, charge } = contextValue;
          if (introspects && !viewer) throw refusal(requestErrors.INTROSPECTION_NEEDS_SESSION());
          if (depth > limits.depth) throw refusal(requestErrors.TOO_DEEP({ depth, limit: limits.depth }));
          if (aliases > limits.aliases)
            throw refusal(requestErrors.TOO_MANY_ALIASES({ count: aliases, limit: limits.aliases }));
          const writes = operation.operation === 'mutation' ? rootFields(document, operation) : 0;
          if (writes > limits.mutations) throw refusal(requestErrors.ONE_MUTATION({ count: writes }));
          // variables that do not fit are refused by the execution, which says which one
          const variables = request.variables ?? {};
          const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
          if (!coerced) return;
          if (holdsUnwritable(coerced) || writesUnwritable(document, request.query ?? ''))
            throw refusal(requestErrors.UNWRITABLE_TEXT());
          const cost = costOf(schema, document, operation, variables, coerced);
          const limit = viewer?.byToken ? limits.tokenCost : limits.cost;
          if (cost > limit) throw refusal(requestErrors.TOO_COSTLY({ cost, limit }));
          // 1 was charged before it was known
          if (cost > 1)
            await charge(cost - 1).catch((thrown: unknown) => {
              throw thrown instanceof DomainError ? refusal(thrown) : thrown;
            });
        },
      };
    },
  };
}

/** What it asks for first, in the words of the schema: names of documents are the client's. */
function nameOf({ operation, selectionSet }: OperationDefinitionNode): string {
  const [first] = selectionSet.selections;
  const field = first?.kind === Kind.FIELD ? first.name.value : '…';
  return `${operation === 'mutation' ? 'Mutation' : 'Query'} ${field}`;
}

type Variables = Readonly<Record<string, unknown>>;

/** 1 an object, 0 a leaf; connections and lists times their page size. */
const estimator: ComplexityEstimator = ({ type, field, args, childComplexity }) => {
  const named = getNamedType(field.type);
  if (type.name.startsWith('__') || named.name.startsWith('__')) return 0;
  if (!isObjectType(named) && !isInterfaceType(named)) return childComplexity;
  if (/Connection$/.test(type.name) || named.name === 'PageInfo' || named.name === 'LocalText') return childComplexity;
  const page = Number(args['first'] ?? args['last'] ?? 0);
  return page > 0 ? 1 + page * Math.max(1, childComplexity) : 1 + childComplexity;
};

interface Costs {
  /** variables that can change the cost */
  readonly deciding: readonly string[];
  readonly known: Map<string, number>;
}
const costs = new WeakMap<OperationDefinitionNode, Costs>();
const mostCosts = 100;

/** Counted once for each document and each combination of the variables that decide about it. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
  coerced: Variables,
): number {
  let of = costs.get(operation);
  if (!of) costs.set(operation, (of = { deciding: decidingVariables(document), known: new Map() }));
  // not given is not null: then a default counts
  const key = JSON.stringify(of.deciding.map((name) => (Object.hasOwn(coerced, name) ? coerced[name] : 'not given')));
  let cost = of.known.get(key);
  if (cost === undefined) {
    cost = count(schema, document, operation, variables);
    if (of.known.size >= mostCosts) of.known.clear();
    of.known.set(key, cost);
  }
  return cost;
}

/** The estimator looks at page sizes, and directives leave things out. */
function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>();
  const note = (node: ArgumentNode): void => {
    if (node.value.kind === Kind.VARIABLE) names.add(node.value.name.value);
  };
  visit(document, {
    Argument: (node) => (node.name.value === 'first' || node.name.value === 'last' ? note(node) : undefined),
    Directive: (node) => node.arguments?.forEach(note),
  });
  return [...names];
}

function count(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
): number {
  return getComplexity({
    schema,
    query: document,
    variables,
    estimators: [estimator],
    // what a document unfolds to is limited before: maxRecursiveSelections
    maxQueryNodes: Infinity,
    ...(operation.name ? { operationName: operation.name.value } : {}),
  });
}

interface Measured {
  depth: number;
  aliases: number;
  introspects: boolean;
}

/** Fragments are followed once per place of use and remembered, so that a small document cannot make this slow. */
function measure(document: DocumentNode, operation: OperationDefinitionNode): Measured {
  const fragments = fragmentsOf(document);
  const known = new Map<string, Measured>();
  const visit = (set: SelectionSetNode): Measured => {
    const total: Measured = { depth: 0, aliases: 0, introspects: false };
    const add = (inner: Measured, deeper: number): void => {
      total.depth = Math.max(total.depth, inner.depth + deeper);
      total.aliases += inner.aliases;
      total.introspects ||= inner.introspects;
    };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) {
        if (selection.alias && selection.alias.value !== selection.name.value) total.aliases++;
        // introspection nests deeply by nature and reads nothing but the schema
        if (/^__(schema|type)$/.test(selection.name.value)) total.introspects = true;
        else
          add(selection.selectionSet ? visit(selection.selectionSet) : { depth: 0, aliases: 0, introspects: false }, 1);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) add(visit(selection.selectionSet), 0);
      else {
        const name = selection.name.value;
        const fragment = fragments.get(name);
        if (!fragment) continue;
        let inner = known.get(name);
        if (!inner) known.set(name, (inner = visit(fragment.selectionSet)));
        add(inner, 0);
      }
    }
    return total;
  };
  return visit(operation.selectionSet);
}

function rootFields(document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = fragmentsOf(document);
  const countIn = (set: SelectionSetNode): number =>
    set.selections.reduce((sum, s) => {
      if (s.kind === Kind.FIELD) return sum + (s.name.value.startsWith('__') ? 0 : 1);
      const inner = s.kind === Kind.INLINE_FRAGMENT ? s : fragments.get(s.name.value);
      return sum + (inner ? countIn(inner.selectionSet) : 0);
    }, 0);
  return countIn(operation.selectionSet);
}

const fragmentsOf = (document: DocumentNode): Map<string, FragmentDefinitionNode> =>
  new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d]] : [])));
