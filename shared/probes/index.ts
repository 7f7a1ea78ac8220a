import type { ProbeSpec } from '../model/probe-spec.ts';
import { availability } from './availability/spec.ts';
import { contacts } from './contacts/spec.ts';
import { form } from './form/spec.ts';
import { lighthouse } from './lighthouse/spec.ts';
import { pageLoad } from './page-load/spec.ts';
import { responses } from './responses/spec.ts';

/** Every probe Touchlight knows, by id. A new probe is one more line here and in its step's index. */
export const probeSpecs: Readonly<Record<string, ProbeSpec>> = {
  [availability.id]: availability,
  [pageLoad.id]: pageLoad,
  [contacts.id]: contacts,
  [form.id]: form,
  [lighthouse.id]: lighthouse,
  [responses.id]: responses,
};
