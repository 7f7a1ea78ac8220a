import https from 'node:https';
import type { MiniStack } from './ministack.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
}

/** The emulator serves all function URLs on its own port, by the host that is asked for; `fetch` lets nobody set that. */
export function askingPages({ endpoint, certificate }: Pick<MiniStack, 'endpoint' | 'certificate'>) {
  return (url: URL, { method = 'GET', headers = {}, form }: Asking = {}): Promise<Answered> => {
    const { hostname, port } = new URL(endpoint);
    const body = form === undefined ? '' : String(new URLSearchParams(form));
    const type = form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' };
    const options = {
      ...{ hostname, servername: hostname, port, method, ca: certificate, path: `${url.pathname}${url.search}` },
      headers: { ...headers, ...type, host: url.host, 'content-length': String(Buffer.byteLength(body)) },
    };
    return new Promise((resolve, reject) => {
      const request = https.request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      request.on('error', reject);
      request.end(body);
    });
  };
}
