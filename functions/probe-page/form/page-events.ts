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

/** A visitor's mail program, or the window of a mail service in which a new mail is written. */
const mailAddress =
  /^mailto:|^https?:\/\/(mail\.google\.com\/.*[?&]view=cm\b|outlook\.(live|office(365)?)\.com\/.*\bcompose\b|compose\.mail\.yahoo\.com\/|e\.mail\.ru\/compose\b|mail\.yandex\.[a-z]+\/.*\bcompose\b)/i;
const messengerAddress =
  /^(tel|sms|whatsapp|viber|tg|skype|signal):|^https?:\/\/(wa\.me|((api|web|www)\.)?whatsapp\.com|t\.me|telegram\.me|m\.me)\//i;

/** Where an address hands what was typed over to, outside the site; null where it stays. */
export function handOver(url: string): 'mail' | 'messenger' | null {
  if (mailAddress.test(url)) return 'mail';
  return messengerAddress.test(url) ? 'messenger' : null;
}

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
    handedOver: () => opened.find((url) => handOver(url) !== null) ?? null,
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
