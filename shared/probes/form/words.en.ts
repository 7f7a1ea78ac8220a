import type { ProbeWords } from '../probe-words.ts';
import type { form } from './spec.ts';
import type { FormStatements } from './statements.ts';

export const en: ProbeWords<typeof form, FormStatements> = {
  name: 'Contact form',
  good: 'the contact form works',
  bad: 'the contact form does not work',
  measurement: {
    fieldsMissing: () => 'the form does not send everything that is typed into it',
    confirmationMissing: () => 'the form leaves the visitor without a confirmation',
    endpointDoubtful: () => 'the address that the form sends to seems not to exist',
    submitMs: (value) => `the form reacts after ${value}`,
  },
  says: {},
  trend: {
    submitMs: 'Form reacts after',
  },
  remedy:
    'Fill in the form yourself. If it fails, ask your developer to check the form’s endpoint and the server log. Until then, customer messages are lost.',
  trouble: {
    title: 'The contact form does not work',
    has: (at) => `the contact form${at} has failed`,
    was: (at) => `the contact form${at} failed`,
    todo: 'Fill in the form yourself. If it fails, ask your web developer to check where it sends messages.',
    gain: 'Enquiries reach you again. Until then, customer messages are lost.',
  },
};
