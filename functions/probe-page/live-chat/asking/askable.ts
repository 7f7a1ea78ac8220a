import type { AskableChat } from '../../../../shared/model/chat-vendor.ts';

/**
 * How a question is asked in a chat, and how the chat tells what comes of it: by what its vendor documents for developers. The
 * expressions are evaluated in the page. Facts and sources are in docs/live-chat.md.
 */
export interface Asking {
  /**
   * Has `note` called with `own` when our message has left, `joined` when somebody takes the conversation, `agent` for a message of
   * the business's side and `bot` for one that the vendor marks as a program's.
   */
  readonly listen: string;
  /** Opens its window. */
  readonly open: string;
  /** Says who we are, `who.name` and `who.email`, where its window does not ask. */
  readonly introduce: string;
  /** Sends `who.text`; null where the question is typed into the window. */
  readonly send: string | null;
  /** The frames of its window, or, where it lies in the page itself, what holds it. */
  readonly window: { readonly frame: string } | { readonly inPage: string };
}

/** A site may have callbacks of its own under these names: they are called as before. */
const chained = (names: Readonly<Record<string, string>>): string =>
  `for (const [name, what] of Object.entries(${JSON.stringify(names)})) {
     const before = window[name];
     window[name] = function () { note(what); return typeof before === 'function' ? before.apply(this, arguments) : undefined; };
   }`;

export const askable: Readonly<Record<AskableChat, Asking>> = {
  tawk: {
    listen: `for (const [name, what] of [['tawkChatMessageVisitor', 'own'], ['tawkAgentJoinChat', 'joined'], ['tawkChatMessageAgent', 'agent']])
       addEventListener(name, () => note(what));`,
    open: 'Tawk_API.maximize()',
    introduce: 'Tawk_API.setAttributes({ name: who.name, email: who.email }, () => {})',
    send: null,
    window: { frame: 'iframe[title="chat widget" i]' },
  },
  jivo: {
    listen: chained({ jivo_onMessageSent: 'own', jivo_onAccept: 'joined', jivo_onMessageReceived: 'agent' }),
    open: 'jivo_api.open()',
    introduce: 'jivo_api.setContactInfo({ name: who.name, email: who.email })',
    send: null,
    window: { inPage: 'jdiv' },
  },
  crisp: {
    listen: `$crisp.push(['on', 'message:sent', () => note('own')]);
       $crisp.push(['on', 'message:received', (message) => note(message && message.automated === true ? 'bot' : 'agent')]);`,
    open: "$crisp.push(['do', 'chat:open'])",
    introduce: "$crisp.push(['set', 'user:email', [who.email]]); $crisp.push(['set', 'user:nickname', [who.name]])",
    send: "$crisp.push(['do', 'message:send', ['text', who.text]])",
    window: { inPage: '#crisp-chatbox' },
  },
  livechat: {
    listen: `LiveChatWidget.on('new_event', (event) => {
       const by = event.author && event.author.type;
       if (event.greeting) note('bot');
       else if (by === 'customer') note('own');
       else if (by === 'agent') note('agent');
     });`,
    open: "LiveChatWidget.call('maximize')",
    introduce:
      "LiveChatWidget.call('set_customer_name', who.name); LiveChatWidget.call('set_customer_email', who.email)",
    send: null,
    window: { frame: 'iframe#chat-widget' },
  },
};
