import type { ProbeSpec } from '../probe-spec.ts';
import { availability } from './availability.ts';
import { contacts } from './contacts.ts';
import { form } from './form.ts';
import { lighthouse } from './lighthouse.ts';
import { pageLoad } from './page-load.ts';
import { responses } from './responses.ts';

/** Every probe Touchlight knows, by id. A new probe is one more line here and in its step's index. */
export const probeSpecs: Readonly<Record<string, ProbeSpec>> = {
  [availability.id]: availability,
  [pageLoad.id]: pageLoad,
  [contacts.id]: contacts,
  [form.id]: form,
  [lighthouse.id]: lighthouse,
  [responses.id]: responses,
};
