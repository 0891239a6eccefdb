import {
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  printSchema,
  type ConstDirectiveNode,
  type GraphQLSchema,
} from 'graphql';

/** `apps/api/schema.graphql`: what graphql-js prints, and with it the classes of personal data, which it leaves out. */
export function schemaPage(schema: GraphQLSchema): string {
  const classes = piiFields(schema);
  let within = '';
  const lines = printSchema(schema)
    .split('\n')
    .map((line) => {
      within = /^(?:type|input|interface) (\w+)/.exec(line)?.[1] ?? within;
      const field = /^ {2}(\w+):/.exec(line)?.[1];
      const level = field && classes.get(`${within}.${field}`);
      return level ? `${line} @pii(level: ${level})` : line;
    });
  return `${lines.join('\n')}\n`;
}

/** Class by `Type.field`. */
export function piiFields(schema: GraphQLSchema): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInputObjectType(type) && !isInterfaceType(type)) continue;
    for (const [name, field] of Object.entries(type.getFields())) {
      const directives: readonly ConstDirectiveNode[] = field.astNode?.directives ?? [];
      const directive = directives.find((one) => one.name.value === 'pii');
      const level = directive?.arguments?.[0]?.value;
      if (level?.kind === 'EnumValue') found.set(`${type.name}.${name}`, level.value);
    }
  }
  return found;
}
