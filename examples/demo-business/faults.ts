import { coffeeLab, type Phone } from './business.ts';

/** Everything about the site that can break. The site renders and answers from this alone; it knows no faults. */
export interface SiteState {
  /** Closed means that the listening socket is gone: connections are refused. */
  readonly socket: 'open' | 'closed';
  readonly htmlDelayMs: number;
  readonly heavyWidget: boolean;
  readonly phone: Phone | null;
  /** In the structured data, which search engines and maps read. */
  readonly listedPhone: Phone | null;
  readonly banner: 'small' | 'wall';
  readonly formEndpoint: 'answers' | 'answers-500';
  /** Whether what the form took is mailed to the business. */
  readonly mail: 'sent' | 'lost';
  /** What the server sends after it took a message: words for the visitor, or an empty 204. */
  readonly acceptance: 'thanks' | 'empty';
  /** What the chat says of the people behind it. */
  readonly chat: 'online' | 'offline';
  readonly formScript: 'contact-form.js' | 'contact-form-silent.js' | 'contact-form-throws.js';
}

const healthySite: SiteState = {
  socket: 'open',
  htmlDelayMs: 0,
  heavyWidget: false,
  phone: coffeeLab.phone,
  listedPhone: coffeeLab.phone,
  banner: 'small',
  formEndpoint: 'answers',
  mail: 'sent',
  acceptance: 'thanks',
  chat: 'online',
  formScript: 'contact-form.js',
};

interface Fault {
  readonly name: string;
  readonly sentence: string;
  readonly breaks: Partial<SiteState>;
}

/** Of two faults that break the same thing, the later one in this list wins. */
export const faults = [
  {
    name: 'down',
    sentence: 'The site does not answer: connections are refused.',
    breaks: { socket: 'closed' },
  },
  {
    name: 'slow-server',
    sentence: 'The server thinks for four seconds before each page.',
    breaks: { htmlDelayMs: 4000 },
  },
  {
    name: 'heavy-script',
    sentence: 'A third-party widget of about a megabyte blocks the page and then keeps the phone busy.',
    breaks: { heavyWidget: true },
  },
  {
    name: 'wrong-phone',
    sentence:
      'Somebody else’s phone number was pasted into the site’s template; only the structured data still has the right one.',
    breaks: { phone: { display: '+380 44 765 43 21' } },
  },
  {
    name: 'phone-removed',
    sentence: 'The phone number is gone from text, links, WhatsApp and structured data.',
    breaks: { phone: null, listedPhone: null },
  },
  {
    name: 'contacts-under-banner',
    sentence: 'The cookie banner has grown over the whole screen and covers every contact until it is dismissed.',
    breaks: { banner: 'wall' },
  },
  {
    name: 'form-500',
    sentence: 'The contact form’s endpoint answers 500 to everything but reading the page.',
    breaks: { formEndpoint: 'answers-500' },
  },
  {
    name: 'form-no-confirmation',
    sentence: 'The contact form is accepted, but the page shows nothing and keeps what was typed.',
    breaks: { acceptance: 'empty', formScript: 'contact-form-silent.js' },
  },
  {
    name: 'form-mail-lost',
    sentence: 'The form thanks the visitor, but its message is mailed to nobody.',
    breaks: { mail: 'lost' },
  },
  {
    name: 'chat-unattended',
    sentence: 'The chat says that nobody is there.',
    breaks: { chat: 'offline' },
  },
  {
    name: 'script-error',
    sentence: 'The contact form’s script fails after it has stopped the browser from sending: nothing leaves the page.',
    breaks: { formScript: 'contact-form-throws.js' },
  },
] as const satisfies readonly Fault[];

export type FaultName = (typeof faults)[number]['name'];

const faultNames: readonly FaultName[] = faults.map(({ name }) => name);

export function isFaultName(name: string): name is FaultName {
  return faults.some((fault) => fault.name === name);
}

export function unknownFault(name: string): string {
  return `There is no fault "${name}". Choose one of: ${faultNames.join(', ')}.`;
}

export function siteWith(active: ReadonlySet<FaultName>): SiteState {
  const site = { ...healthySite };
  for (const { name, breaks } of faults) if (active.has(name)) Object.assign(site, breaks);
  return site;
}
