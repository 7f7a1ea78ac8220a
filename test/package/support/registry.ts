import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Registry {
  readonly url: string;
  close(): void;
}

/**
 * A registry in which the tarball is published: npm heeds a shrinkwrap only in packages that come from one. For every other
 * package it names the registry that npm is configured with.
 */
export async function publish(tarball: string): Promise<Registry> {
  const content = await readFile(tarball);
  const manifest = JSON.parse((await run('tar', ['xzOf', tarball, 'package/package.json'])).stdout);
  const { stdout: others } = await run('npm', ['config', 'get', 'registry']);
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1);
    if (path.startsWith('touchlight/-/')) response.end(content);
    else if (path === 'touchlight') response.end(JSON.stringify(packument()));
    else response.writeHead(307, { location: new URL(path, others.trim()).href }).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const packument = (): object => {
    const integrity = `sha512-${createHash('sha512').update(content).digest('base64')}`;
    const dist = { tarball: `${url}touchlight/-/touchlight.tgz`, integrity };
    const published = { ...manifest, _hasShrinkwrap: true, dist };
    return {
      name: 'touchlight',
      'dist-tags': { latest: manifest.version },
      versions: { [manifest.version]: published },
    };
  };
  return { url, close: () => server.close() };
}
