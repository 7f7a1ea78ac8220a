import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { App } from 'aws-cdk-lib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readContext } from '../../infra/context.ts';

const app = fileURLToPath(new URL('../../infra/app.ts', import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'touchlight-app-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('what cannot be deployed is told in sentences, before anything is created', () => {
  test('a broken configuration: all faults at once, with place and remedy', () => {
    const config = path.join(folder, 'touchpoints.yaml');
    writeFileSync(
      config,
      'business: A\ntimeZone: Mars/Base\ntouchpoints:\n  - { id: website, kind: website, url: "ftp://a.example" }\n',
    );
    const { status, stderr, stdout } = synth({ config });
    expect(status).toBe(1);
    expect(stderr).toMatch(/touchpoints\.yaml:2:\d+ timeZone: .*Mars\/Base/);
    expect(stderr).toMatch(/touchpoints\.yaml:4:\d+ touchpoints\[0\]\.url: .*ftp/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stdout).toBe('');
    expect(existsSync(path.join(folder, 'out', 'manifest.json'))).toBe(false);
  });

  test.each([
    [
      { testsOnlyLetPagesReachPrivateAddresses: 'true' },
      '-c testsOnlyLetPagesReachPrivateAddresses=true must be "yes" or "no".',
    ],
    [
      { testsOnlyConfirmationDelaySeconds: '5m' },
      '-c testsOnlyConfirmationDelaySeconds=5m must be a whole number from 0 to 900',
    ],
    [{ stack: 'my stack' }, '-c stack=my stack must be 1 to 40 letters, digits and hyphens, beginning with a letter.'],
    [{ config: 7 }, '-c config=... must be a text, not 7.'],
    [{ dashboard: 'yes' }, '-c dashboard=yes must be "true" or "false".'],
    [{ dashboard: '' }, '-c dashboard=... must be a text, not "".'],
  ])('a flag that is not understood: %o', (context, sentence) => {
    expect(() => readContext(new App({ context, outdir: folder }).node)).toThrow(sentence);
  });

  test('without flags: touchpoints.yaml, the public internet only, five minutes until a confirmation, no dashboard', () => {
    expect(readContext(new App({ outdir: folder }).node)).toEqual({
      config: 'touchpoints.yaml',
      fleet: null,
      agency: [],
      stack: 'Touchlight',
      network: 'public',
      confirmationDelaySeconds: 300,
      dashboard: false,
      receivesMail: false,
      receiptRules: true,
    });
    expect(readContext(new App({ context: { dashboard: 'true' }, outdir: folder }).node).dashboard).toBe(true);
  });
});

/** The app as the CDK's command line starts it. */
function synth(context: Readonly<Record<string, string>>) {
  return spawnSync(process.execPath, [app], {
    encoding: 'utf8',
    env: { ...process.env, CDK_CONTEXT_JSON: JSON.stringify(context), CDK_OUTDIR: path.join(folder, 'out') },
  });
}
