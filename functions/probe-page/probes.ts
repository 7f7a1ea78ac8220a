import type { Visit } from '../../shared/browser/visit.ts';
import type { ProbeSpec } from '../../shared/model/probe-spec.ts';
import type { ProbeOf } from '../../shared/probes/index.ts';
import type { Probe } from '../../shared/runtime/probe.ts';
import { contacts } from './contacts/probe.ts';
import { liveChat } from './live-chat/probe.ts';
import { pageLoad } from './page-load/probe.ts';

export { form } from './form/probe.ts';
export { chatAsker } from './live-chat/asking/probe.ts';

const onThePage: Readonly<Record<ProbeOf<'load'>, Probe<ProbeSpec, Visit>>> = {
  'page-load': pageLoad,
  contacts,
  'live-chat': liveChat,
};
const byId: Readonly<Partial<Record<string, Probe<ProbeSpec, Visit>>>> = onThePage;

/** The probe that looks at the page of a `load` visit; undefined for any other. */
export function probeOnThePage(probe: string): Probe<ProbeSpec, Visit> | undefined {
  return Object.hasOwn(byId, probe) ? byId[probe] : undefined;
}
