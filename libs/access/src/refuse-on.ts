/** Turns the refusal of a constraint of the database into ours. */
export async function refuseOn(
  write: Promise<unknown>,
  refusals: Readonly<Record<string, () => Error>>,
): Promise<void> {
  try {
    await write;
  } catch (error) {
    const constraint = (error as { driverError?: { constraint?: string } }).driverError?.constraint;
    throw (constraint && refusals[constraint]?.()) || error;
  }
}
