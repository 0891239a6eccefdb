export * from './engine';
export { type ShippedScheme, shippedSchemes } from './shipped';
