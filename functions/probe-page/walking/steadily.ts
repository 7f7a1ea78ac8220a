import type { Visit } from '../../../shared/browser/visit.ts';
import { arrive } from './arrive.ts';

const mostPages = 3;

/** Does it on the page that comes, when the page is replaced while it is looked at. */
export async function steadily<T>(visit: Pick<Visit, 'page'>, work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let pages = 1; ; pages += 1) {
    try {
      return await work();
    } catch (error) {
      const isReplaced = /context was destroyed|Cannot find context|JSHandle is disposed/i.test(String(error));
      if (!isReplaced || pages >= mostPages) throw error;
      await arrive(visit, signal);
    }
  }
}
