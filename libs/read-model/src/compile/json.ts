/** JSON of what was read. */
import { getNamedType, getNullableType, isListType, type GraphQLOutputType } from 'graphql';
import { bracket, join, literal, trusted, type Sql } from '../sql';

/** a function of PostgreSQL takes 100 arguments */
const PAIRS = 50;

export type Pair = readonly [key: Sql, value: Sql];

/** A JSON object; longer ones are spliced as text. */
export function jsonObject(pairs: readonly Pair[]): Sql {
  const part = (list: readonly Pair[]): Sql => trusted`json_build_object(${join(list.flat(), ', ')})`;
  if (pairs.length <= PAIRS) return part(pairs);
  const pieces: Sql[] = [];
  for (let i = 0; i < pairs.length; i += PAIRS) {
    const text = trusted`${part(pairs.slice(i, i + PAIRS))}::text`;
    pieces.push(trusted`substr(${text}, 2, length(${text}) - 2)`);
  }
  return trusted`('{' || ${join(pieces, " || ',' || ")} || '}')::json`;
}

/** A value as the scalar of its field answers it, without passing through JavaScript's types. */
export function leaf(type: GraphQLOutputType, value: Sql, idPrefix?: string): Sql {
  const convert = conversion(getNamedType(type).name, idPrefix);
  const plain = bracket(value);
  if (!convert) return plain;
  if (!isListType(getNullableType(type))) return convert(plain);
  if (getNamedType(type).name === 'String') return plain;
  return trusted`case when ${plain} is not null then array(select ${convert(trusted`v.v`)} from unnest(${plain}) with ordinality v(v, n) order by v.n) end`;
}

/** The opaque id of an object: its type and its key. */
export const globalId = (prefix: string, key: Sql): Sql =>
  trusted`${literal(`${prefix}_`)} || replace(${key}::text, '-', '')`;

function conversion(type: string, idPrefix: string | undefined): ((value: Sql) => Sql) | undefined {
  switch (type) {
    case 'ID':
      return (value) => (idPrefix ? trusted`(${globalId(idPrefix, value)})` : trusted`${value}::text`);
    // also numbers that JavaScript would round: bigint, numeric
    case 'String':
      return (value) => trusted`${value}::text`;
    case 'DateTime':
      return (value) => trusted`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    case 'Date':
      return (value) => trusted`to_char(${value}, 'YYYY-MM-DD')`;
    default:
      return undefined;
  }
}
