import { HandOver } from './hand-over';
import { AssessmentHandoverEntity } from './handover.entity';
import { WeakOnes } from './weak-list';
import './weak.audited';
import { WeakResolver } from './weak.resolver';

export { handedOver, type HandedOver } from './hand-over';

export const weakEntities = [AssessmentHandoverEntity];

/** Weak organizations, for the providers of the assessment module. */
export const weakProviders = [HandOver, WeakOnes, WeakResolver];
