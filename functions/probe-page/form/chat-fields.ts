import type { ShadowTree } from '../walking/shadow-tree.ts';

/** Does a field stand in the window of a chat? */
export type ChatFieldTest = (field: Element) => boolean;

/**
 * Runs in the page and brings all it needs. Visitors talk to somebody there, and send with the Enter key; `live-chat` looks after
 * it. Bodies, whole sections and boxes around a contact form are named after a chat as well, so a name alone hides no form.
 */
export function makeChatFieldTest({ tree }: { readonly tree: ShadowTree }): ChatFieldTest {
  const words = 'chat-window chat-widget chat-box chatbox chatbot chat-bot chat-pane livechat live-chat'.split(' ');
  const labels = ['chat', 'live chat', 'Чат', 'чат', 'Онлайн-чат', 'онлайн-чат'];
  const named = [
    ...words.flatMap((word) => [`[class*="${word}" i]`, `[id*="${word}" i]`]),
    ...labels.map((label) => `[aria-label="${label}" i]`),
  ].join(', ');
  const typed = 'textarea, input[type="email"], input[type="tel"], input[type="text"], input:not([type])';

  function holdsThePage(element: Element): boolean {
    return element.matches('html, body, main') || tree.find('h1, main, nav', element) !== null;
  }

  /** It stays in its place on the screen. */
  function floats(element: Element): boolean {
    for (let at: Element | null = element; at !== null && !holdsThePage(at); at = tree.parentOf(at)) {
      if (getComputedStyle(at).position === 'fixed') return true;
    }
    return false;
  }

  /** All that can be written there is one message. */
  function takesOnlyWords(element: Element): boolean {
    const fields = element.matches(typed) ? [element] : tree.all(typed, element);
    return fields.length <= 1 && fields.every((field) => !field.matches('[type="email"], [type="tel"]'));
  }

  function isWindow(element: Element): boolean {
    return element.matches(named) && !holdsThePage(element) && (takesOnlyWords(element) || floats(element));
  }

  return (field) => {
    for (let at: Element | null = field; at !== null; at = tree.parentOf(at)) if (isWindow(at)) return true;
    return false;
  };
}
