import { platformErrors } from '@dangwu/platform/errors';
import { ValidationPipe, type ValidationError } from '@nestjs/common';

/** Every input is checked by its class-validator decorators; what they do not name does not get through. */
export const inputValidation = new ValidationPipe({
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
