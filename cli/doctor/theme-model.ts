import type { AwsCredentials } from '../../shared/aws/account-check.ts';
import { themeModelsIn } from '../../shared/config/theme-model-notes.ts';
import type { Configuration } from '../../shared/model/business.ts';
import { type Finding, notYet, unclear } from './finding.ts';

/**
 * Never green: whether a model answers is known only when it was asked, and that is paid. Nothing where the lexicon reads.
 * @param findCredentials for a region; throws in the SDK's words where there are none
 */
export async function examineThemeModel(
  configuration: Pick<Configuration, 'touchpoints'> | null,
  findCredentials: (region: string) => Promise<AwsCredentials>,
  now: number,
): Promise<Finding[]> {
  const [settings] = configuration === null ? [] : themeModelsIn(configuration);
  if (settings === undefined) return [];
  const { model, region } = settings;
  const instead = `so the lexicon reads what ${model} is to read`;
  try {
    const { keyEnding, expiresAt } = await findCredentials(region);
    if (expiresAt !== null && expiresAt.getTime() <= now) {
      const ended = `The credentials ...${keyEnding} ended at ${expiresAt.toISOString()}, ${instead}.`;
      return [notYet('model', ended, 'Sign in again: aws sso login.')];
    }
    return [
      unclear(
        'model',
        `Credentials ...${keyEnding} are here for ${model} in ${region}. It was not asked, because each question is paid.`,
        'After the next poll, "npx touchlight themes" says how much the lexicon read instead, and why.',
      ),
    ];
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return [
      notYet(
        'model',
        `There are no AWS credentials (${message}), ${instead}.`,
        `Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, of an account that may use the model in ${region}.`,
      ),
    ];
  }
}
