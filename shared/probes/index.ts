import type { ProbeSpec } from '../model/probe-spec.ts';
import type { ProbeStep } from '../model/stack-names.ts';
import { type VisitKind, visitKinds } from '../model/visit-kind.ts';
import { availability } from './availability/spec.ts';
import { chatQuestion } from './chat-question/spec.ts';
import { contacts } from './contacts/spec.ts';
import { fieldSpeed } from './field-speed/spec.ts';
import { form } from './form/spec.ts';
import { formArrival } from './form-arrival/spec.ts';
import { lighthouse } from './lighthouse/spec.ts';
import { liveChat } from './live-chat/spec.ts';
import { orders } from './orders/spec.ts';
import { pageLoad } from './page-load/spec.ts';
import { responses } from './responses/spec.ts';
import { sameFacts } from './same-facts/spec.ts';
import { scorecard } from './scorecard/spec.ts';
import { shopper } from './shopper/spec.ts';
import { survey } from './survey/spec.ts';

/** Every probe Touchlight knows, by id. A new probe is one more line here; the compiler names what else it needs. */
const specs = {
  availability,
  'page-load': pageLoad,
  contacts,
  form,
  'form-arrival': formArrival,
  lighthouse,
  'field-speed': fieldSpeed,
  'same-facts': sameFacts,
  'live-chat': liveChat,
  'chat-question': chatQuestion,
  responses,
  scorecard,
  shopper,
  survey,
  orders,
} as const satisfies { readonly [Id in string]: ProbeSpec & { readonly id: Id } };

export type ProbeId = keyof typeof specs;
export type SpecOf<Id extends ProbeId> = (typeof specs)[Id];
/** Those that answer from visits of one kind. */
export type ProbeOf<Kind extends VisitKind> = {
  [Id in ProbeId]: SpecOf<Id>['visit'] extends Kind ? Id : never;
}[ProbeId];
export const probeSpecs: Readonly<Record<ProbeId, ProbeSpec>> = specs;

/** Configurations, results and statuses may name a probe that this version does not have. */
export function isProbeId(word: string): word is ProbeId {
  return Object.hasOwn(specs, word);
}

export function specOf(probe: string): ProbeSpec | undefined {
  return isProbeId(probe) ? probeSpecs[probe] : undefined;
}

/** Does the moment when its light turned say nothing of how long it has been so? */
export function coversWindow(probe: string): boolean {
  return specOf(probe)?.coversWindow === true;
}

/** The step (folder in functions/) that makes its visits. */
export function stepOf(probe: string): ProbeStep | undefined {
  const visit = specOf(probe)?.visit;
  return visit && visitKinds[visit].step;
}
