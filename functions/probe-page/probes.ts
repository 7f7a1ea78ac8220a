import type { Visit } from '../../shared/browser/visit.ts';
import type { ProbeSpec } from '../../shared/model/probe-spec.ts';
import type { Probe } from '../../shared/runtime/probe.ts';
import { contacts } from './contacts/probe.ts';
import { pageLoad } from './page-load/probe.ts';

export { form } from './form/probe.ts';

/** Every probe that looks at the page of a `load` visit, by id. A new one is one more line here. */
export const onThePage: Readonly<Record<string, Probe<ProbeSpec, Visit>>> = {
  [pageLoad.spec.id]: pageLoad,
  [contacts.spec.id]: contacts,
};
