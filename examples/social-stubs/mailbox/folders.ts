/** Somebody's mail as it is put into a folder. */
export interface Letter {
  /** Without angle brackets; the same mail has the same id at each start. */
  readonly id: string;
  /** `Maria Shevchenko <maria@bistro.example>` */
  readonly from: string;
  readonly to: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly text: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The mail that it answers. */
  readonly inReplyTo?: string;
  /** Further headers. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface StoredMail {
  readonly uid: number;
  readonly at: number;
  readonly headers: Buffer;
  readonly text: Buffer;
}

const folderNames = ['INBOX', 'Sent', 'Junk'] as const;
export type FolderName = (typeof folderNames)[number];

/** A mailbox in memory. UIDs begin anew at each start, so its UIDVALIDITY is another one each time. */
export class MailFolders {
  readonly uidValidity: number;
  readonly #folders: Readonly<Record<FolderName, StoredMail[]>> = { INBOX: [], Sent: [], Junk: [] };

  constructor(startedAt: number) {
    this.uidValidity = Math.floor(startedAt / 1000);
  }

  put(folder: FolderName, letter: Letter): void {
    const mails = this.#folders[folder];
    mails.push({ uid: mails.length + 1, at: letter.at, ...render(letter) });
  }

  mailsIn(folder: FolderName): readonly StoredMail[] {
    return this.#folders[folder];
  }
}

/** As a client writes it; null where there is no such folder. */
export function folderNamed(name: string): FolderName | null {
  return folderNames.find((each) => each.toLowerCase() === name.toLowerCase()) ?? null;
}

function render(letter: Letter): Pick<StoredMail, 'headers' | 'text'> {
  const { id, from, to, replyTo, subject, text, at, inReplyTo, headers = {} } = letter;
  const reference = inReplyTo === undefined ? null : `<${inReplyTo}>`;
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    ...(replyTo === undefined ? [] : [`Reply-To: ${replyTo}`]),
    `Subject: ${subject}`,
    `Date: ${new Date(at).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}>`,
    ...(reference === null ? [] : [`In-Reply-To: ${reference}`, `References: ${reference}`]),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return {
    headers: Buffer.from(`${lines.join('\r\n')}\r\n\r\n`),
    text: Buffer.from(`${text.replaceAll(/\r?\n/g, '\r\n')}\r\n`),
  };
}
