import { MatterExports } from './matter-exports';

/** Files of matters for outside, for the providers of the decisions module. */
export const exportProviders = [MatterExports];
