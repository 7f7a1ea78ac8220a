/**
 * By hand, where Dovecot is installed (Debian: dovecot-imapd) and as root, because Dovecot drops its rights:
 *
 *     node test/mailbox/large-on-dovecot.ts [mails] [days]
 *
 * Lays so many mails (200,000) over so many days (2,900) into a folder in /tmp, half of them questions and nearly all answered, serves
 * them and prints what the first polls cost: how many customers wait, the commands of each poll and of one with nothing new, and
 * the peak of memory, with a heap as small as that of a function of 256 MB.
 */
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { dayMs, minuteMs } from '../../shared/model/time-spans.ts';
import { aMail } from './support/a-mail.ts';
import { password } from './support/mail-account.ts';

const now = '2026-11-16T08:00:00Z';
const port = 14_143;
const [mails = 200_000, days = 2900] = process.argv.slice(2).map(Number);
const questions = mails / 2;
/** Nobody answers these. */
const isForgotten = (n: number): boolean => n % 1000 === 0;

const folder = mkdtempSync(path.join(tmpdir(), 'large-mailbox-'));
const nobody = 65_534;

function put(name: string, n: number, at: number, mail: string): void {
  const file = path.join(folder, 'mails', name, 'cur', `${Math.round(at / 1000)}.M${n}.host,S=${mail.length}:2,S`);
  writeFileSync(file, mail);
  utimesSync(file, at / 1000, at / 1000);
}

for (const name of ['', '.Sent'])
  for (const part of ['cur', 'new', 'tmp']) mkdirSync(path.join(folder, 'mails', name, part), { recursive: true });
for (let n = 0; n < questions; n++) {
  const at = Date.parse(now) - days * dayMs + n * (((days - 1) * dayMs) / questions);
  const guest = `Guest ${n} <guest${n}@mail.example>`;
  const id = `q${n}@mail.example`;
  put('', n, at, aMail({ from: guest, subject: `Question ${n}`, id, text: 'Are you open on Sunday?' }));
  if (isForgotten(n)) continue;
  const answer = {
    from: 'info@coffeelab.example',
    to: guest,
    subject: `Re: Question ${n}`,
    inReplyTo: id,
    text: 'Yes.',
  };
  put('.Sent', n, at + 10 * minuteMs, aMail({ ...answer, id: `a${n}@coffeelab.example` }));
}
writeFileSync(
  path.join(folder, 'dovecot.conf'),
  `base_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
mail_location = maildir:${folder}/mails
first_valid_uid = 1
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${nobody} gid=${nobody} home=${folder}/mails
}
service imap-login {
  inet_listener imap {
    port = ${port}
  }
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Sent {
    special_use = \\Sent
  }
}
`,
);
chmodSync(folder, 0o755);
await promisify(execFile)('chown', ['-R', `${nobody}:${nobody}`, path.join(folder, 'mails')]);
const server = spawn('dovecot', ['-F', '-c', path.join(folder, 'dovecot.conf')], { stdio: 'inherit' });
try {
  for (let tries = 0; tries < 50 && !(await answers()); tries++) await sleep(100);
  const heap = ['--max-old-space-size=128', '--max-semi-space-size=16'];
  const script = fileURLToPath(new URL('./support/first-poll.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [...heap, script, String(port), now]);
  console.log(`${mails} mails of ${days} days: ${stdout.trim()}`);
} finally {
  server.kill();
  await once(server, 'exit');
  rmSync(folder, { recursive: true });
}

async function answers(): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const [event] = await Promise.race([
    once(socket, 'data').then(() => ['data']),
    once(socket, 'error').then(() => ['error']),
  ]).catch(() => ['error']);
  socket.destroy();
  return event === 'data';
}
