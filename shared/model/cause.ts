/** What is wrong with a platform's API or with the access to it. */
const platformCauses = [
  'auth',
  'permission',
  'gone',
  'throttled',
  'quota',
  'transient',
  'wrong-answer',
  'endless',
  'refused',
  'setup',
] as const;
export type PlatformCause = (typeof platformCauses)[number];

/**
 * Why a run failed or saw nothing, as a stable word for rules, filters and translations. What a version stored stays readable:
 * a cause is never renamed, and one of a later version is carried along as it is.
 */
const causes = [
  'unreachable',
  'bad-tls',
  'redirect-loop',
  'http-error',
  'never-loads',
  'still-loading',
  'blank-page',
  'frozen',
  'placeholder',
  'page-covered',
  'form-missing',
  'form-timeout',
  'form-error',
  'form-rejected',
  'script-error',
  'form-does-nothing',
  'form-sends-nothing',
  'no-network',
  'not-http',
  'private-address',
  'not-a-page',
  'no-valid-run',
  'deadline',
  'probe-fault',
  'not-measured',
  'page-crash',
  'page-meddles',
  'bot-wall',
  'captcha',
  'form-refuses',
  'daily-limit',
  'outside-hours',
  'sent-before',
  'message-lost',
  'on-its-way',
  'nothing-sent',
  'not-read-yet',
  'no-spam-folder',
  'wrong-clock',
  'inbox-emptied',
  'undeliverable',
  'not-asked-yet',
  'unreadable-file',
  'too-few-answers',
  'nothing-to-compare',
  'unclear-sending',
  'not-assessed',
  'assessment-outdated',
  'too-little-assessed',
  'answers-unreadable',
  'slow-host',
  'no-button',
  'walk-unfinished',
  'vanished',
  'chat-missing',
  'chat-unseen',
  'chat-unread',
  'chat-off-hours',
  'robots-forbid',
  'robots-unread',
  'chat-not-asked',
  'chat-answer-unclear',
  'chat-answer-unseen',
  ...platformCauses,
  'still-reading',
  'no-probe',
] as const;
export type Cause = (typeof causes)[number];

export function isCause(word: string): word is Cause {
  const all: readonly string[] = causes;
  return all.includes(word);
}

/**
 * What was measured is sound, and only says too little yet to be judged. It needs time and nobody's work, so nobody is alerted that it
 * cannot be measured.
 */
const soundCauses: ReadonlySet<string> = new Set<Cause>([
  'too-few-answers',
  'nothing-to-compare',
  'chat-off-hours',
  'chat-answer-unseen',
]);

export function isSound(cause: string | null | undefined): boolean {
  return cause != null && soundCauses.has(cause);
}
