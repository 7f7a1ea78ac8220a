import { hasPython } from '../../support/python-package.ts';
import { installMailServer } from './mail-server.ts';

/** Once, before the stories: installed by two of them at the same time, the server would be in each other's way. */
export default function setup(): void {
  if (hasPython()) installMailServer();
  else if (process.env['CI'] === undefined) console.warn(withoutPython);
  else throw new Error(withoutPython);
}

const withoutPython =
  'The stories of the mailbox are skipped: their mail server (pymap) needs Python 3.10 or newer with venv and pip (for example: apt install python3-venv).';
