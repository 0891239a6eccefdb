import { birthDateOf, faultOfIdNumber, genderOf, isPhone, normalizeIdNumber, normalizePhone } from './id-number';
import type { MemberEntity } from './member.entity';
import { memberErrors } from './member.errors';
import type { Gender, MemberStatus } from './member.enums';

/** What a form or a roster says of a person. */
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
    MemberEntity,
    'name' | 'gender' | 'birthDate' | 'ethnicity' | 'education' | 'jobTitle' | 'status' | 'joinedOn' | 'fullOn'
  >;
  readonly idNumber: string | undefined;
  readonly phone: string | undefined;
}

/** Age of majority as the Party's charter has it: nobody is admitted before. */
export const leastAge = 18;
export const yearsLater = (day: string, years: number): string => `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;

/** Normalizes and checks. @throws ID_NUMBER_FORM, ID_NUMBER_CHECK_DIGIT, ID_NUMBER_DISAGREES, PHONE_FORM, DATES_OUT_OF_ORDER */
export function checkFacts(stated: StatedFacts, today: string): CheckedFacts {
  const said = (text: string | null | undefined): string | null => text?.trim() || null;
  const number = said(stated.idNumber);
  const idNumber = number === null ? undefined : normalizeIdNumber(number);
  if (idNumber !== undefined) {
    const fault = faultOfIdNumber(idNumber);
    if (fault === 'CHECK_DIGIT') throw memberErrors.ID_NUMBER_CHECK_DIGIT();
    if (fault) throw memberErrors.ID_NUMBER_FORM();
  }
  const called = said(stated.phone);
  const phone = called === null ? undefined : normalizePhone(called);
  if (phone !== undefined && !isPhone(phone)) throw memberErrors.PHONE_FORM();

  const birthDate = stated.birthDate ?? (idNumber === undefined ? null : birthDateOf(idNumber));
  const gender = stated.gender ?? (idNumber === undefined ? null : genderOf(idNumber));
  if (idNumber !== undefined && (birthDate !== birthDateOf(idNumber) || gender !== genderOf(idNumber)))
    throw memberErrors.ID_NUMBER_DISAGREES();
  const { joinedOn = null, fullOn = null } = stated;
  const early = joinedOn && birthDate && joinedOn < yearsLater(birthDate, leastAge);
  const disorder = joinedOn && fullOn && fullOn < joinedOn;
  if (early || disorder || [birthDate, joinedOn, fullOn].some((day) => day && day > today))
    throw memberErrors.DATES_OUT_OF_ORDER();
  return {
    columns: {
      name: stated.name.trim().replaceAll(/\s+/g, ' '),
      gender,
      birthDate,
      ethnicity: said(stated.ethnicity),
      education: said(stated.education),
      jobTitle: said(stated.jobTitle),
      status: stated.status,
      joinedOn,
      fullOn,
    },
    idNumber,
    phone,
  };
}
