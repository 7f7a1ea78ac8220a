import type { ProbeWords } from '../probe-words.ts';
import type { form } from './spec.ts';

export const en: ProbeWords<typeof form> = {
  name: 'Contact form',
  trend: {
    submitMs: 'Form reacts after',
  },
  remedy:
    'Fill the form in yourself. If it fails, have its address and the server’s error log looked at; what customers write is lost meanwhile.',
  trouble: {
    title: 'The contact form does not work',
    has: (at) => `the contact form${at} has failed`,
    was: (at) => `the contact form${at} failed`,
    todo: 'Fill in the form yourself. If it fails, have the web developer look at where it sends to.',
    gain: 'Enquiries arrive again: what customers write at present is lost.',
  },
};
