import type { TokenPrices } from '../../model/theme-model.ts';
import type { ThemePrompt } from './model-prompt.ts';

/** Amounts are whole billionths of a dollar, so that sums are exact. */
const perDollar = 1_000_000_000;
/** What a model's own frame around a message may add: roles, separators. */
const frameTokens = 300;

export function amountOf(dollars: number): number {
  return Math.floor(dollars * perDollar);
}

export function dollarsOf(amount: number): number {
  return amount / perDollar;
}

/** A dollar for a million tokens is a thousand billionths for one; what is less than a billionth counts as one. */
export function costOf(
  { inputTokens, outputTokens }: { readonly inputTokens: number; readonly outputTokens: number },
  { input, output }: TokenPrices,
): number {
  return Math.ceil(inputTokens * input * 1000 + outputTokens * output * 1000);
}

/** At most: a token stands for one byte or more, and an answer is cut. */
export function mostItCosts({ system, text, mostTokens }: ThemePrompt, prices: TokenPrices): number {
  const bytes = new TextEncoder().encode(system + text).length;
  return costOf({ inputTokens: bytes + frameTokens, outputTokens: mostTokens }, prices);
}
