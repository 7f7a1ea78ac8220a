import { readdirSync, readFileSync } from 'node:fs';
import type http from 'node:http';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../fixtures/answers');

/** An HTTP answer in a file: the status line, the headers, an empty line, the body. */
export interface RecordedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Names of the answers in `test/fixtures/answers/<kind>`, without their endings. */
export function recordedAnswers(kind: 'walls' | 'placeholder-pages' | 'own'): string[] {
  return readdirSync(path.join(folder, kind)).map((name) => path.basename(name, '.http'));
}

export function recordedAnswer(name: string): RecordedAnswer {
  const text = readFileSync(path.join(folder, `${name}.http`), 'utf8');
  const end = text.indexOf('\n\n');
  const [statusLine = '', ...lines] = text.slice(0, end).split('\n');
  const headers = lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]);
  return { status: Number(statusLine.split(' ')[1]), headers: Object.fromEntries(headers), body: text.slice(end + 2) };
}

/** Answers every request with the recorded one, for `serve`. */
export function answerWith(name: string): (request: http.IncomingMessage, response: http.ServerResponse) => void {
  const { status, headers, body } = recordedAnswer(name);
  return (_, response) => void response.writeHead(status, headers).end(body);
}
