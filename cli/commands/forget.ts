import { forgetAuthor } from '../../functions/probe-social/forget-author.ts';
import { exitCodes, UsageError } from '../exit.ts';
import { openHistory } from '../history/open-history.ts';
import { readTouchpoints } from '../local/read-touchpoints.ts';
import type { Terminal } from '../terminal.ts';

/** Takes a person out of every conversation that is kept; the numbers stay, also when the platform shows the person again. */
export async function forgetPerson(
  author: string,
  { config, stack }: { readonly config: string; readonly stack?: string },
  terminal: Terminal,
): Promise<number> {
  if (author.trim() === '')
    throw new UsageError("Whose data? Give the person's name, their id on the platform, or their phone number.");
  const configuration = readTouchpoints(config, terminal);
  const checks = configuration.touchpoints.filter(({ kind }) => kind !== 'website').flatMap((each) => each.checks);
  const history = await openHistory({ stack, config });
  try {
    const counts = await Promise.all(
      checks.map(async ({ id }) => ({
        checkId: id,
        forgotten: await forgetAuthor(id, author, history.stores.conversations),
      })),
    );
    const sum = counts.reduce((total, { forgotten }) => total + forgotten, 0);
    terminal.printJson({ version: 1, checks: counts });
    terminal.print(
      sum === 0
        ? 'No data about this person is stored.'
        : `Forgotten in ${sum} conversation${sum === 1 ? '' : 's'}: name, words and links are gone, the numbers stay.`,
    );
    return exitCodes.ok;
  } finally {
    await history.close();
  }
}
