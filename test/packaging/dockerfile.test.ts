import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isSupportedNode } from '../../bin/supported-node.cjs';

const text = readFileSync('infra/packaging/docker/Dockerfile', 'utf8')
  .replaceAll(/^#.*\n/gm, '')
  .replaceAll(/\\\n\s*/g, '');
const last = text.slice(text.lastIndexOf('\nFROM '));
const valuesOf = (stage: string, instruction: string) =>
  [...stage.matchAll(new RegExp(`^${instruction} (.*)$`, 'gm'))].map(([, value]) => value);

describe('the Dockerfile', () => {
  it('is built on the Node that this repository is tested with, by its exact version', () => {
    const [, node = ''] = /^ARG NODE=(.*)$/m.exec(text) ?? [];
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
    expect(node).toBe(lock.packages['node_modules/node'].version);
    expect(isSupportedNode(node)).toBe(true);
    expect(valuesOf(text, 'FROM').map((from) => from?.split(' ')[0])).toEqual(
      Array(2).fill(`node:\${NODE}-bookworm-slim`),
    );
  });

  it('watches without being root, below a process that waits for the browser', () => {
    expect(valuesOf(last, 'USER')).toEqual(['1000:1000']);
    expect(last.indexOf('\nUSER 1000')).toBeLessThan(last.indexOf('\nENTRYPOINT'));
    expect(valuesOf(last, 'ENTRYPOINT').map((value) => JSON.parse(value ?? ''))).toEqual([
      ['tini', '--', 'touchlight'],
    ]);
    expect(valuesOf(last, 'CMD')).toEqual(['["watch"]']);
  });

  it('keeps what was measured in a volume, and is healthy while the doctor finds nothing red', () => {
    expect(valuesOf(last, 'VOLUME')).toEqual(valuesOf(last, 'WORKDIR'));
    expect(valuesOf(last, 'HEALTHCHECK').join()).toMatch(/ CMD \["touchlight", "doctor", "--json", "--quiet"\]$/);
  });

  it('sends nothing to Docker but the packed file', () => {
    const ignored = readFileSync('infra/packaging/docker/Dockerfile.dockerignore', 'utf8');
    expect(ignored.trim().split('\n')).toEqual(['*', '!touchlight-*.tgz']);
  });
});
