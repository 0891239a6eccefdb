/** An operation of the console, as the API knows it. */
export interface TrustedDocument {
  readonly name: string;
  /** SHA-256 of the text */
  readonly id: string;
  readonly text: string;
}

export function trustedDocuments(): TrustedDocument[];
