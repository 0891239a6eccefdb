import { plusMonths } from '@dangwu/organization';
import type { RuleInForce } from '@dangwu/rules';
import { birthDateOf, faultOfIdNumber, genderOf, isPhone, normalizeIdNumber, normalizePhone } from './id-number';
import type { MemberColumns } from './member.entity';
import { memberErrors } from './member.errors';
import { MemberStatus, type Gender } from './member.enums';

/** What a form says of a person. */
export interface StatedFacts {
  readonly name: string;
  readonly idNumber?: string | null;
  readonly phone?: string | null;
  readonly gender?: Gender | null;
  readonly birthDate?: string | null;
  readonly ethnicity?: string | null;
  readonly education?: string | null;
  readonly jobTitle?: string | null;
  readonly status: MemberStatus;
  readonly joinedOn?: string | null;
  readonly fullOn?: string | null;
}

export interface CheckedFacts {
  readonly columns: Pick<
    MemberColumns,
    'name' | 'gender' | 'birthDate' | 'ethnicity' | 'education' | 'jobTitle' | 'status' | 'joinedOn' | 'fullOn'
  >;
  readonly idNumber: string | undefined;
  readonly phone: string | undefined;
}

export interface Limits {
  readonly today: string;
  /** the rule that says from which age somebody may be admitted */
  readonly leastAge: RuleInForce | undefined;
}

/** The rule from which age somebody may be admitted. */
export const leastAgeRule = 'dev.age.min';

/** Normalizes and checks. @throws ID_NUMBER_…, PHONE_FORM, STATUS_DISAGREES, DATES_OUT_OF_ORDER, ADMITTED_TOO_YOUNG */
export function checkFacts(stated: StatedFacts, limits: Limits): CheckedFacts {
  const idNumber = checkedIdNumber(said(stated.idNumber));
  const phone = checkedPhone(said(stated.phone));
  const birthDate = stated.birthDate ?? (idNumber === undefined ? null : birthDateOf(idNumber));
  const gender = stated.gender ?? (idNumber === undefined ? null : genderOf(idNumber));
  if (idNumber !== undefined && (birthDate !== birthDateOf(idNumber) || gender !== genderOf(idNumber)))
    throw memberErrors.ID_NUMBER_DISAGREES();
  const { status, joinedOn = null, fullOn = null } = stated;
  checkDates({ status, birthDate, joinedOn, fullOn }, limits);
  return {
    columns: {
      name: stated.name.trim().replaceAll(/\s+/g, ' '),
      gender,
      birthDate,
      ethnicity: said(stated.ethnicity),
      education: said(stated.education),
      jobTitle: said(stated.jobTitle),
      status,
      joinedOn,
      fullOn,
    },
    idNumber,
    phone,
  };
}

/** Blank is nothing said. */
const said = (text: string | null | undefined): string | null => text?.trim() || null;

function checkedIdNumber(text: string | null): string | undefined {
  if (text === null) return undefined;
  const number = normalizeIdNumber(text);
  const fault = faultOfIdNumber(number);
  if (fault === 'CHECK_DIGIT') throw memberErrors.ID_NUMBER_CHECK_DIGIT();
  if (fault) throw memberErrors.ID_NUMBER_FORM();
  return number;
}

function checkedPhone(text: string | null): string | undefined {
  if (text === null) return undefined;
  const number = normalizePhone(text);
  if (!isPhone(number)) throw memberErrors.PHONE_FORM();
  return number;
}

type Dates = Pick<CheckedFacts['columns'], 'status' | 'birthDate' | 'joinedOn' | 'fullOn'>;

function checkDates({ status, birthDate, joinedOn, fullOn }: Dates, { today, leastAge }: Limits): void {
  const admitted = status === MemberStatus.PROBATIONARY || status === MemberStatus.FULL;
  if ((joinedOn && !admitted) || (fullOn && status !== MemberStatus.FULL)) throw memberErrors.STATUS_DISAGREES();
  const days = [birthDate, joinedOn, fullOn, today].filter((day) => day !== null);
  if (days.some((day, i) => i > 0 && day < days[i - 1]!)) throw memberErrors.DATES_OUT_OF_ORDER();
  const age = leastAge?.parsed?.numerator;
  if (leastAge && age !== undefined && birthDate && joinedOn && joinedOn < plusMonths(birthDate, age * 12))
    throw memberErrors.ADMITTED_TOO_YOUNG({ joinedOn, age, basisZh: leastAge.basis.zh, basisEn: leastAge.basis.en });
}
