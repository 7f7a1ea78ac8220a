import type { ChannelTarget } from '../../../shared/model/channel.ts';
import { shorten } from '../../../shared/model/foreign-text.ts';
import type { Light } from '../../../shared/model/light.ts';
import type { Channel, ChannelIo, ChannelMessage } from '../channel.ts';
import { faultOfStatus } from '../http.ts';
import { readSecret } from '../read-secret.ts';
import { expectEncrypted } from './encrypted-address.ts';
import { outsideAddresses } from './outside-addresses.ts';

type Target = Extract<ChannelTarget, { kind: 'teams' }>;
type Json = Readonly<Record<string, unknown>>;

const colours: Readonly<Record<Light, string>> = {
  red: 'Attention',
  yellow: 'Warning',
  green: 'Good',
  unknown: 'Default',
};

/** A message may have 28 KB; what is cut to this stays far below it in any language. */
const longestText = 1500;

/**
 * A workflow "When a Teams webhook request is received" (Power Automate; Office 365 connectors are retired), which takes Adaptive
 * Cards. It returns no message, so nothing can be edited: each step of an incident is a card of its own. `secret` holds its address.
 */
export function createTeams({ secret }: Target, { transport, secrets, pace }: ChannelIo): Channel {
  const send = async (message: ChannelMessage): Promise<string> => {
    const url = await readSecret(secrets, secret, /^https?:\/\/\S+$/, 'the address of a workflow');
    expectEncrypted(url);
    await pace();
    const answer = await transport.post({
      url,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(messageWith(cardOf(message))),
    });
    // 202 from a workflow, 200 from what stands before one.
    if (answer.status !== 200 && answer.status !== 202) throw faultOfStatus(answer);
    return 'sent';
  };
  // Teams takes four requests a second for one channel.
  return { gapMs: 500, post: send, update: (_, message) => send(message) };
}

function messageWith(content: Json): Json {
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

function cardOf({ title, text, facts, todo, button, light }: ChannelMessage): Json {
  const line = (words: string, more: Json = {}): Json => {
    return { type: 'TextBlock', text: escaped(shorten(words, longestText)), wrap: true, ...more };
  };
  return {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    // In the list of chats and in the notification.
    fallbackText: shorten(`${title}: ${text}`, longestText),
    msteams: { width: 'Full' },
    body: [
      line(title, { weight: 'Bolder', size: 'Medium', color: colours[light] }),
      line(text),
      {
        type: 'FactSet',
        facts: facts.map(([label, value]) => ({ title: label, value: escaped(shorten(value, longestText)) })),
      },
      line(`${todo.label}: ${todo.text}`),
    ],
    ...(button !== null && { actions: [{ type: 'Action.OpenUrl', title: button.label, url: button.url }] }),
  };
}

/** Cards take part of Markdown: links, bold, lists. */
function escaped(text: string): string {
  return outsideAddresses(text, (words) => words.replaceAll(/[\\`*_[\]()#~>|]/g, (sign) => `\\${sign}`));
}
