import type { ThemeModel } from '../model/theme-model.ts';
import type { FileConfiguration } from './file-schema.ts';
import { bedrockModelId } from './theme-model-problems.ts';

const defaultUsdAMonth = 1;

/** The model that reads what customers write in public; null where the lexicon does. */
export function themeModelOf({ themes }: FileConfiguration): ThemeModel | null {
  if (themes === undefined) return null;
  const { model, region, pricePerMillion, atMostUsdAMonth = defaultUsdAMonth } = themes;
  return { model: bedrockModelId(model), region, pricePerMillion, atMostUsdAMonth };
}
