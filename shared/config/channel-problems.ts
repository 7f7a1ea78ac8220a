import { harmless } from '../model/foreign-text.ts';

/** What is wrong with a Telegram chat, in words that follow the value. */
export function chatProblem(text: string): string | null {
  if (/^-?\d{1,16}$/.test(text) || /^@[A-Za-z]\w{3,31}$/.test(text)) return null;
  if (/^(https?:\/\/)?t\.me\/\+/.test(text))
    return 'is an invitation, which a bot cannot use; add the bot to the chat and write its number, such as "-1001234567890"';
  const [, name] = /^(?:https?:\/\/)?(?:t\.me\/)?([A-Za-z]\w{3,31})$/.exec(text) ?? [];
  if (name !== undefined) return `is not a chat; did you mean "@${name}"?`;
  return 'is not a chat; write its number, such as "-1001234567890", or "@name" of a public channel';
}

export function channelProblem(text: string): string | null {
  if (/^[CGD][A-Z0-9]{6,20}$/.test(text)) return null;
  if (/^#?[a-z0-9_-]{1,80}$/.test(text))
    return 'is the name of a channel, which may change; write its id, such as C0123456789 (at the bottom of its details in Slack)';
  return 'is not the id of a Slack channel; write one such as C0123456789 (at the bottom of its details in Slack)';
}

/** Anyone who can read the traffic could answer: what is signed is encrypted, except on one machine. */
export function hookProblem(text: string): string | null {
  if (harmless(text) !== text || !URL.canParse(text))
    return 'is not an address; write one like https://hooks.example.com/touchlight';
  const { protocol, hostname, username, password } = new URL(text);
  if (username !== '' || password !== '')
    return 'contains a user name or password; store the whole address as a secret and name it in urlSecret';
  const isHere = hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]';
  if (protocol === 'https:' || (protocol === 'http:' && isHere)) return null;
  return protocol === 'http:'
    ? `is not encrypted; did you mean "${text.replace(/^http:/i, 'https:')}"?`
    : 'has a scheme that alerts cannot be sent to; write https://…';
}

export function nameProblem(text: string): string | null {
  return /^[a-z0-9][a-z0-9-]{0,19}$/.test(text)
    ? null
    : 'is not a name of a channel; write 1 to 20 lower-case letters, digits or hyphens, such as office';
}
