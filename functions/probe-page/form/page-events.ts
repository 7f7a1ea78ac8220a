import type { CDPSession, Dialog, Page } from 'playwright-core';
import { oneLine, shorten } from '../../../shared/model/foreign-text.ts';

/** What a page says beside its text. */
export interface PageEvents {
  readonly dialogs: string[];
  readonly scriptErrors: string[];
  handedOver(): string | null;
  /** Presses the browser's stop button. */
  stopLoading(): Promise<void>;
  clear(): void;
  close(): Promise<void>;
}

/** Addresses that open outside the browser: a visitor's mail program, a messenger. */
export const handOver =
  /^(mailto|tel|sms|whatsapp|viber|tg|skype|signal):|^https?:\/\/(wa\.me|(api|web)\.whatsapp\.com|t\.me|m\.me)\//i;

/** Hears what a page says beside its text: dialogs, script errors, addresses that it hands to other programs. */
export async function listen(page: Page): Promise<PageEvents> {
  const dialogs: string[] = [];
  const scriptErrors: string[] = [];
  const opened: string[] = [];
  const onDialog = (dialog: Dialog): void => {
    if (dialogs.length < 20) dialogs.push(oneLine(dialog.message()));
    void dialog.accept().catch(() => {});
  };
  const onError = (error: Error): void =>
    void scriptErrors.push(shorten(oneLine(error.message.split('\n')[0] ?? ''), 200));
  page.on('dialog', onDialog);
  page.on('pageerror', onError);
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('Page.enable');
  session.on('Page.frameRequestedNavigation', ({ url }) => void opened.push(url));
  session.on('Page.windowOpen', ({ url }) => void opened.push(url));
  return {
    dialogs,
    scriptErrors,
    handedOver: () => opened.find((url) => handOver.test(url)) ?? null,
    stopLoading: async () => {
      await session.send('Page.stopLoading');
    },
    clear: () => {
      for (const heard of [dialogs, scriptErrors, opened]) heard.length = 0;
    },
    close: async () => {
      page.off('dialog', onDialog);
      page.off('pageerror', onError);
      await session.detach().catch(() => {});
    },
  };
}
