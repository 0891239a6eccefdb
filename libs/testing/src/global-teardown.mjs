/** Ends the server that global-setup started; a server named from outside stays. */
export default async function globalTeardown() {
  await globalThis.stopTestPostgres?.();
}
