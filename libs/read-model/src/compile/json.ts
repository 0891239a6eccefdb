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

/** What makes an opaque id of a key. */
export interface Identity {
  readonly prefix: string;
  /** the key is a uuid: its bytes are quicker to write than its text to clear of dashes */
  readonly uuid: boolean;
}

/** A value as the scalar of its field answers it, without passing through JavaScript's types. */
export function leaf(type: GraphQLOutputType, value: Sql, id?: Identity): Sql {
  const convert = conversion(getNamedType(type).name, id);
  const plain = bracket(value);
  if (!convert) return plain;
  if (!isListType(getNullableType(type))) return convert(plain);
  if (getNamedType(type).name === 'String') return plain;
  return trusted`case when ${plain} is not null then array(select ${convert(trusted`v.v`)} from unnest(${plain}) with ordinality v(v, n) order by v.n) end`;
}

/** The opaque id of an object: its type and its key. */
const globalId = ({ prefix, uuid }: Identity, key: Sql): Sql =>
  uuid
    ? trusted`${literal(`${prefix}_`)} || encode(uuid_send(${key}), 'hex')`
    : trusted`${literal(`${prefix}_`)} || replace(${key}::text, '-', '')`;

function conversion(type: string, id: Identity | undefined): ((value: Sql) => Sql) | undefined {
  switch (type) {
    case 'ID':
      return (value) => (id ? trusted`(${globalId(id, value)})` : trusted`${value}::text`);
    // also numbers that JavaScript would round: bigint, numeric
    case 'String':
      return (value) => trusted`${value}::text`;
    case 'DateTime':
      return (value) => trusted`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
    // JSON has days in ISO 8601, whatever the session writes; to_char took twice as long
    case 'Date':
      return (value) => trusted`${value}::date`;
    default:
      return undefined;
  }
}
