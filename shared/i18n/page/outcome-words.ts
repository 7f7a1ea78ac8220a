import type { ActDone, ActFailed, Refusal } from '../../model/page-outcome.ts';

/** How acting on the live page ended. */
export interface OutcomeWords {
  readonly done: Readonly<Record<ActDone, string>>;
  readonly failed: Readonly<Record<ActFailed, string>>;
  readonly refused: Readonly<Record<Refusal, { readonly title: string; readonly sentence: string }>>;
}
