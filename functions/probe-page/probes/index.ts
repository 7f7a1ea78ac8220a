import type { Visit } from '../../../shared/browser/visit.ts';
import type { ProbeSpec } from '../../../shared/model/probe-spec.ts';
import type { Probe } from '../../../shared/runtime/probe.ts';
import { contacts } from './contacts.ts';
import { pageLoad } from './page-load.ts';

export { form } from './form.ts';

/** Every probe that looks at the page of a `load` visit, by id. A new one is one more line here. */
export const onThePage: Readonly<Record<string, Probe<ProbeSpec, Visit>>> = {
  [pageLoad.spec.id]: pageLoad,
  [contacts.spec.id]: contacts,
};
