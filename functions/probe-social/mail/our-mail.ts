import type { OurMail } from '../../../shared/evaluation/mail/mail-facts.ts';

/** @param owners addresses, and domains for everybody there */
export function ourMail(owners: readonly string[]): OurMail {
  const own = owners.map((each) => each.toLowerCase());
  return {
    addresses: own.filter((each) => each.includes('@')),
    domains: own.filter((each) => !each.includes('@')),
  };
}
