/**
 * Run as a process of its own, so that its memory is only the poll's: polls a mailbox until its look-back is read, and once more.
 * Arguments: the server's port, and the time. Prints one line of JSON.
 */
import { toInstant } from '../../../shared/model/instant.ts';
import { ownPeakMb } from '../../support/own-peak-mb.ts';
import { watchMailbox } from './watch-mailbox.ts';

const [port = '', time = ''] = process.argv.slice(2);
const mailbox = await watchMailbox(Number(port), toInstant(Date.parse(time)));
const commands: number[] = [];
const causes = new Set<string | null>();
do {
  mailbox.wire.forget();
  causes.add((await mailbox.poll()).result.cause);
  commands.push(mailbox.wire.commands.length);
  mailbox.now += 15 * 60_000;
} while (mailbox.store.poll?.caughtUp !== true && commands.length < 100);
mailbox.wire.forget();
await mailbox.poll();
const idle = mailbox.wire.commands.length;
const waiting = mailbox.conversations.filter(({ state }) => state === 'waiting').length;
const stateBytes = JSON.stringify(mailbox.store.poll).length;
console.log(JSON.stringify({ waiting, commands, idle, causes: [...causes], stateBytes, peakMb: ownPeakMb() }));
await mailbox.wire.close();
