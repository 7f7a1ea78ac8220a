import { type LaunchedBrowser, type LaunchOptions, launchBrowser } from '../../shared/browser/launch.ts';

export interface SharedBrowser {
  /** For `openVisit`: a context of its own in the shared browser; `close` closes that alone. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedBrowser>;
  close(): Promise<void>;
}

/**
 * One browser for a whole test file. Each visit has a context of its own in it, without the cookies, storage and routes of
 * the others, and saves a second of launching. Only where several processes run: a second context crashes a single one.
 */
export async function aSharedBrowser(): Promise<SharedBrowser> {
  const shared = await launchBrowser({ singleProcess: false });
  return {
    launch: async ({ context: options = {} } = {}) => {
      const context = await shared.context.browser()?.newContext(options);
      if (context === undefined) throw new Error('The shared browser has gone.');
      return { context, singleProcess: false, ranOutOfMemory: () => false, close: () => context.close() };
    },
    close: shared.close,
  };
}
