import type { ProbeOf } from '../../shared/probes/index.ts';
import { chatQuestion } from './chat-question/probe.ts';
import { fieldSpeed } from './field-speed/probe.ts';
import { formArrival } from './form-arrival/probe.ts';
import { orders } from './orders/probe.ts';
import { responses } from './responses/probe.ts';
import { sameFacts } from './same-facts/probe.ts';
import { scorecard } from './scorecard/probe.ts';
import { shopper } from './shopper/probe.ts';
import type { SocialProbe } from './social-probe.ts';
import { survey } from './survey/probe.ts';

/** By probe id. What differs between the platforms stands in platforms/, one file each. */
export const socialProbes: Readonly<Record<ProbeOf<'poll'>, SocialProbe>> = {
  'chat-question': chatQuestion,
  'field-speed': fieldSpeed,
  'form-arrival': formArrival,
  orders,
  responses,
  'same-facts': sameFacts,
  scorecard,
  shopper,
  survey,
};
