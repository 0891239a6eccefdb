import type {
  AssessmentResultPageQuery,
  DistributionPartsFragment,
  ResultNodePartsFragment,
  ResultOfFragment,
  ResultPartsFragment,
} from '../../generated/graphql';

export type ResultNodeParts = ResultNodePartsFragment;
export type Distribution = DistributionPartsFragment;
export type Result = ResultPartsFragment;
/** Whose result it is, in which cycle. */
export type ResultOf = ResultOfFragment;
export type ResultPageData = AssessmentResultPageQuery;
