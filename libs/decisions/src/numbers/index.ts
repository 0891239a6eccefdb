import { DocumentNumberModel } from './document-number.read-model';
import { DocumentNumberResolver } from './document-number.resolver';

export const numberModels = [DocumentNumberModel];

/** The register of numbers of documents, for the providers of the decisions module. */
export const numberProviders = [DocumentNumberResolver];
