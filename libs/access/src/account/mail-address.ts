import { identityErrors } from '../identity.errors';

/** Enough to find slips of the pen; whether anybody reads it, the letter shows. @throws MAIL_FORM */
export function checkMail(mail: string | null): void {
  if (mail !== null && !(mail.length <= 254 && /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(mail)))
    throw identityErrors.MAIL_FORM({ mail: mail.slice(0, 100) });
}
