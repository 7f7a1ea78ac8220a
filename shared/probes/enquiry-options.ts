import type { Check } from '../model/check.ts';
import { chatQuestion } from './chat-question/spec.ts';
import { type ShopperOptions, shopper } from './shopper/spec.ts';

/** The options of a check that writes to the business as a customer would; null for any other. */
export function enquiryOptionsOf({ probe, options }: Pick<Check, 'probe' | 'options'>): ShopperOptions | null {
  if (probe === shopper.id) return shopper.options.parse(options);
  return probe === chatQuestion.id ? chatQuestion.options.parse(options) : null;
}
