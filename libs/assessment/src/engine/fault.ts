/** What is wrong with a scheme. Texts are those of the API's errors and of the editor. */
export type SchemeFaultCode =
  | 'SHAPE_WRONG'
  | 'TREE_TOO_LARGE'
  | 'TREE_TOO_DEEP'
  | 'KEY_MALFORMED'
  | 'KEY_TWICE'
  | 'NAME_EMPTY'
  | 'NUMBER_MALFORMED'
  | 'NUMBER_OUT_OF_RANGE'
  | 'WEIGHT_NOT_POSITIVE'
  | 'WEIGHT_TOO_FINE'
  | 'WEIGHTS_DO_NOT_ADD_UP'
  | 'GROUP_EMPTY'
  | 'SHARE_OUT_OF_RANGE'
  | 'FIGURE_UNKNOWN'
  | 'UNIT_MISMATCH'
  | 'UNIT_NOT_COUNT'
  | 'FIGURE_WITHOUT_WHOLE'
  | 'LINEAR_WITHOUT_LENGTH'
  | 'BANDS_OVERLAP'
  | 'BANDS_LEAVE_GAP'
  | 'BANDS_NOT_OPEN'
  | 'BAND_EMPTY'
  | 'FORMULA_SYNTAX'
  | 'FORMULA_TOO_LONG'
  | 'FORMULA_FORBIDDEN'
  | 'FORMULA_NAME_UNKNOWN'
  | 'FORMULA_NAMES_INDICATOR'
  | 'FORMULA_CALL_UNKNOWN'
  | 'FORMULA_ARGUMENTS'
  | 'FORMULA_NOT_A_NUMBER'
  | 'FORMULA_CONDITION'
  | 'FORMULA_UNITS'
  | 'FORMULA_DIVIDES_BY_ZERO'
  | 'LIST_EMPTY'
  | 'LEVELS_NOT_DESCENDING'
  | 'TOP_NOT_REACHABLE'
  | 'SHARES_DO_NOT_ADD_UP'
  | 'SCORERS_DROP'
  | 'GRADES_NOT_DESCENDING'
  | 'GRADES_NOT_OPEN'
  | 'GRADE_UNKNOWN'
  | 'TOP_SHARE_WITHOUT_GRADES'
  | 'NODE_UNKNOWN';

/** Why no total, or no final total, comes out of inputs. */
export type InputFaultCode =
  | 'FIGURE_MISSING'
  | 'FIGURE_WHOLE_MISSING'
  | 'FIGURE_WHOLE_ZERO'
  | 'NUMBER_MALFORMED'
  | 'NUMBER_NEGATIVE'
  | 'NUMBER_NOT_WHOLE'
  | 'POINTS_OUT_OF_RANGE'
  | 'POINTS_TOO_FINE'
  | 'FORMULA_DIVIDES_BY_ZERO'
  | 'SCORES_MISSING'
  | 'SCORER_TWICE'
  | 'LEVEL_UNKNOWN'
  | 'ROLE_UNKNOWN'
  | 'COMMENT_MISSING'
  | 'REASON_MISSING'
  | 'VOTES_MISSING'
  | 'VOTES_UNKNOWN'
  | 'MODERATED_UNKNOWN'
  | 'NOTHING_APPLIES';

/** One thing that is wrong, where, and with which numbers. */
export interface Fault<Code extends string = SchemeFaultCode> {
  readonly code: Code;
  /** keys from the root, with / between them; of what concerns the scheme as a whole, the name of the field */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
}

export type InputFault = Fault<InputFaultCode>;
