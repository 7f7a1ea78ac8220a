import type { AskedBefore, MailFacts, MailJudgement, OurMail } from './mail-facts.ts';

/** Whether a person or a machine wrote it, and what it is; says nothing about whether an answer is owed. */
export function judgeMail(mail: MailFacts, ours: OurMail, asked: AskedBefore | null = null): MailJudgement {
  const addresses = mail.from.map(({ address }) => address);
  const isOurs = addresses.some((each) => ours.addresses.includes(each));
  return { kind: 'human', reason: 'written', confidence: 'likely', needsText: mail.text === null && !asked, isOurs };
}
