import { platformErrors } from '@dangwu/platform/errors';
import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage } from 'class-validator';

const most = 1_000;
/** characters */
const longest = 500;

/**
 * For each object that it checks, class-validator looks through the constraints of all classes for those it inherits. They
 * stand once its class is there.
 */
function rememberConstraints(): void {
  const storage = getMetadataStorage();
  const find = storage.getTargetValidationMetadatas.bind(storage);
  const known = new Map<unknown, ReturnType<typeof find>>();
  storage.getTargetValidationMetadatas = (target, schema, always, strictGroups, groups) => {
    if (schema || always || strictGroups || groups?.length) return find(target, schema, always, strictGroups, groups);
    let constraints = known.get(target);
    if (!constraints) known.set(target, (constraints = find(target, schema, always, strictGroups, groups)));
    return constraints;
  };
}
rememberConstraints();

/**
 * Our constraints look at nothing but the value, so what has passed passes again. Looking for the constraints of a
 * class takes class-validator longer than most reads take the database.
 */
class RememberingValidation extends ValidationPipe {
  private readonly passed = new Map<object, Set<string>>();
  private size = 0;

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { metatype } = metadata;
    if (!metatype || !this.toValidate(metadata) || !isPlain(value)) return super.transform(value, metadata);
    const key = JSON.stringify(value);
    if (this.passed.get(metatype)?.has(key)) return plainToInstance(metatype, value);
    const result: unknown = await super.transform(value, metadata);
    if (key.length <= longest) this.remember(metatype, key);
    return result;
  }

  private remember(metatype: object, key: string): void {
    if (this.size >= most) {
      this.passed.clear();
      this.size = 0;
    }
    let keys = this.passed.get(metatype);
    if (!keys) this.passed.set(metatype, (keys = new Set()));
    keys.add(key);
    this.size++;
  }
}

/** Made of JSON's own values all through: nothing that looks the same as text and is not. */
function isPlain(value: unknown): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object') return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (Array.isArray(value)) return value.every(isPlain);
  return (prototype === Object.prototype || prototype === null) && Object.values(value).every(isPlain);
}

/** Every input is checked by its class-validator decorators; what they do not name does not get through. */
export const inputValidation = new RememberingValidation({
  whitelist: true,
  forbidNonWhitelisted: true,
  transform: true,
  exceptionFactory: (errors) => {
    const fields = errors.flatMap((error) => namesOf(error));
    return platformErrors.INVALID_FIELDS({
      count: fields.length,
      fields: fields.map((f) => f.field),
      details: fields,
    });
  },
});

interface FieldProblem {
  readonly field: string;
  /** the broken constraints, such as maxLength */
  readonly constraints: readonly string[];
}

function namesOf({ property, constraints, children }: ValidationError, above = ''): FieldProblem[] {
  const field = above ? `${above}.${property}` : property;
  const own = constraints ? [{ field, constraints: Object.keys(constraints) }] : [];
  return [...own, ...(children ?? []).flatMap((child) => namesOf(child, field))];
}
