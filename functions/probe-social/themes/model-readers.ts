import type { Check } from '../../../shared/model/check.ts';
import { businessOf } from '../../../shared/model/check-id.ts';
import type { ThemeModel } from '../../../shared/model/theme-model.ts';
import type { LanguageModel } from '../../../shared/ports/language-model.ts';
import type { ModelSpending } from '../../../shared/ports/model-spending.ts';
import type { RunDeps } from '../../../shared/runtime/run-checks.ts';
import type { SocialTarget } from '../social-probe.ts';
import { createModelReader } from './model-reader.ts';

export interface PollModels {
  readonly open: (settings: ThemeModel) => Promise<LanguageModel>;
  readonly spending: ModelSpending;
}

/** Opens the model that a poll's options name, on the account of its business. */
export function modelReaders(
  { id }: Check,
  { open, spending }: PollModels,
  { now, onFault }: Pick<RunDeps, 'now' | 'onFault'>,
): NonNullable<SocialTarget['readByModel']> {
  return async (settings, signal) =>
    createModelReader(settings, {
      model: await open(settings),
      spending,
      business: businessOf(id),
      now,
      signal,
      onFailure: (message) => onFault(id, new Error(message)),
    });
}
