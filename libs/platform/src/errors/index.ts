export { DomainError, errorCodes, type ErrorCode, type ErrorParams, type Messages } from './domain-error';
export { defineErrors, errorCatalog, fill, type RegisteredError } from './define-errors';
export { platformErrors } from './platform.errors';
