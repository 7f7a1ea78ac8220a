/** What was entered so far. */
export interface Draft {
  readonly visit: string;
  /** What several people call the same visit, instead; empty for most. */
  name: string;
  /** As the field holds it, in local time: `2026-11-30T14:05`. */
  at: string;
  evaluator: string;
  contact: string;
  /** By question id, as chosen or typed; `~` for "does not apply". */
  readonly answers: Record<string, string>;
  readonly comments: Record<string, string>;
  /** Whether this very state was handed over. */
  isSaved: boolean;
  /** And has arrived, as the person says or the phone: a browser does not tell whether it kept a file. */
  isThere: boolean;
  /** Whether anything was entered. What was only opened begins anew, for its time is not that of the contact. */
  isTouched: boolean;
  /** Epoch milliseconds. */
  changedAt: number;
}

export type Kept = 'device' | 'tab';

export function newDraft(evaluator: string): Draft {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  const signs = [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 32).toString(32)).join('');
  return {
    visit: `${local.slice(0, 10)}-${signs}`,
    at: local.slice(0, 16),
    evaluator,
    contact: '',
    name: '',
    answers: {},
    comments: {},
    isSaved: false,
    isThere: false,
    isTouched: false,
    changedAt: 0,
  };
}

/** The text of a draft, no matter what wrote it there; null for anything else. */
export function parseDraft(text: unknown): Draft | null {
  try {
    const draft = JSON.parse(String(text));
    const texts = (value: unknown): Record<string, string> =>
      Object.fromEntries(Object.entries(value ?? {}).map(([id, each]) => [id, String(each)]));
    if (typeof draft?.visit !== 'string' || !/^[\w-]{1,80}$/.test(draft.visit)) return null;
    return {
      visit: draft.visit,
      at: String(draft.at ?? ''),
      evaluator: String(draft.evaluator ?? ''),
      contact: String(draft.contact ?? ''),
      name: String(draft.name ?? ''),
      answers: texts(draft.answers),
      comments: texts(draft.comments),
      isSaved: draft.isSaved === true,
      isThere: draft.isThere === true,
      isTouched: draft.isTouched === true,
      changedAt: Number(draft.changedAt) || 0,
    };
  } catch {
    return null;
  }
}

/** The browser's storage; where a file has none, the tab's name, which outlives a reload. */
export function storedDraft(key: string): Draft | null {
  const ofTab = window.name.startsWith(key) ? parseDraft(window.name.slice(key.length)) : null;
  const ofDevice = ((): Draft | null => {
    try {
      return parseDraft(localStorage.getItem(key));
    } catch {
      return null;
    }
  })();
  return (ofTab?.changedAt ?? 0) > (ofDevice?.changedAt ?? 0) ? ofTab : ofDevice;
}

export function keepDraft(key: string, draft: Draft): Kept {
  draft.changedAt = Date.now();
  const text = JSON.stringify(draft);
  try {
    localStorage.setItem(key, text);
    return 'device';
  } catch {
    // Refused to files and in some private windows, or full.
    window.name = key + text;
    return 'tab';
  }
}
