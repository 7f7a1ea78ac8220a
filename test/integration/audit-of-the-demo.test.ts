import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createDemoBusiness, type DemoBusiness } from '../../examples/demo-business/demo-business.ts';
import type { FaultName } from '../../examples/demo-business/faults.ts';
import { aWorkplace, type Workplace } from '../support/touchlight.ts';

interface AuditedCheck {
  readonly check: string;
  readonly device: 'mobile' | 'desktop' | null;
  readonly light: string;
  readonly outcome: string;
  readonly reason: string;
  readonly measurements: Record<string, number>;
  readonly evidence: string[];
  readonly found?: { kind: string; value: string }[];
  readonly forms?: { purpose: string; fields: { role: string }[]; submit: string; captcha: string }[];
}

interface Audit {
  readonly code: number | null;
  readonly report: { version: number; url: string; startedAt: string; finishedAt: string; checks: AuditedCheck[] };
  /** `contacts@mobile` -> light. */
  readonly lights: Record<string, string>;
  check(name: string): AuditedCheck;
}

let demo: DemoBusiness;
let workplace: Workplace;

beforeAll(async () => {
  [demo, workplace] = await Promise.all([createDemoBusiness(), aWorkplace()]);
});
afterEach(() => demo.repairAll());
afterAll(async () => {
  await Promise.all([demo.close(), workplace.remove()]);
});

async function audit(...options: string[]): Promise<Audit> {
  const { code, stdout, stderr } = await workplace.touchlight('audit', demo.url, '--json', '--quiet', ...options);
  expect(stdout, stderr).not.toBe('');
  const report: Audit['report'] = JSON.parse(stdout);
  const nameOf = ({ check, device }: AuditedCheck): string => (device === null ? check : `${check}@${device}`);
  return {
    code,
    report,
    lights: Object.fromEntries(report.checks.map((check) => [nameOf(check), check.light])),
    check(name) {
      const found = report.checks.find((check) => nameOf(check) === name);
      if (found === undefined) throw new Error(`The audit has no check ${name}.`);
      return found;
    },
  };
}

/** Only the checks that the story is about, to spare time; without names, all. */
async function auditWith(fault: FaultName, ...only: string[]): Promise<Audit> {
  await demo.switchOn(fault);
  return audit('--no-lighthouse', ...(only.length === 0 ? [] : ['--only', ...only]));
}

const allGreen = {
  availability: 'green',
  'page-load@mobile': 'green',
  'page-load@desktop': 'green',
  'contacts@mobile': 'green',
  'contacts@desktop': 'green',
  form: 'green',
};

describe('an audit of the healthy demo business', { timeout: 120_000 }, () => {
  it('has the promised shape, the right contacts and the right form, and submits nothing', async () => {
    demo.forgetSubmissions();
    const { code, report, lights, check } = await audit();
    expect(lights).toMatchObject(allGreen);
    expect(lights['lighthouse']).toMatch(/green|yellow/);
    expect(code).toBe(0);
    expect(report).toMatchObject({ version: 1, url: demo.url });
    expect(Date.parse(report.finishedAt)).toBeGreaterThan(Date.parse(report.startedAt));
    for (const each of report.checks) {
      expect(Object.keys(each)).toEqual(
        expect.arrayContaining(['check', 'device', 'light', 'outcome', 'reason', 'measurements', 'evidence']),
      );
      for (const reference of each.evidence) expect(existsSync(path.resolve(workplace.folder, reference))).toBe(true);
    }
    for (const device of ['mobile', 'desktop']) {
      const contacts = check(`contacts@${device}`);
      expect(contacts.measurements['clicksToContact']).toBe(0);
      const phones = contacts.found?.filter(({ kind }) => kind === 'phone').map(({ value }) => value);
      expect(phones).toEqual(['+380441234567']);
      const emails = contacts.found?.filter(({ kind }) => kind === 'email').map(({ value }) => value);
      expect(emails).toEqual(['hello@coffeelab.example']);
      expect(check(`page-load@${device}`).evidence).toHaveLength(2);
    }
    const forms = check('form').forms?.filter(({ purpose }) => purpose === 'contact') ?? [];
    expect(forms).toHaveLength(1);
    expect(forms[0]).toMatchObject({ submit: 'fetch', captcha: 'none' });
    expect(forms[0]?.fields.map(({ role }) => role)).toEqual(['name', 'email', 'phone', 'message', 'consent']);
    expect(demo.submissions()).toEqual([]);
  });
});

describe('an audit of the demo business with a fault', { timeout: 120_000 }, () => {
  it('down: the site is red, nothing else is blamed', async () => {
    const { code, lights, check } = await auditWith('down');
    expect(code).toBe(1);
    const { availability, ...others } = lights;
    expect(availability).toBe('red');
    expect(check('availability').reason).toContain('refuses the connection');
    expect(new Set(Object.values(others))).toEqual(new Set(['unknown']));
  });

  it('slow-server: the answer is late, and so is the page', async () => {
    const { lights, check } = await auditWith('slow-server', 'availability', 'page-load@desktop');
    expect(lights).toEqual({ availability: 'yellow', 'page-load@desktop': 'red' });
    expect(check('availability').measurements['ttfbMs']).toBeGreaterThan(3900);
    expect(check('page-load@desktop').measurements['ttfbMs']).toBeGreaterThan(3900);
  });

  it('heavy-script: the page is slow on a phone', async () => {
    const { lights, check } = await auditWith('heavy-script', 'availability', 'page-load@mobile');
    expect(lights).toEqual({ availability: 'green', 'page-load@mobile': 'red' });
    expect(check('page-load@mobile').measurements['lcpMs']).toBeGreaterThan(4000);
  });

  it('phone-removed: no number to call, and nothing else is blamed', async () => {
    const { code, lights, check } = await auditWith('phone-removed', 'availability', 'page-load', 'contacts', 'form');
    expect(lights).toEqual({ ...allGreen, 'contacts@mobile': 'yellow', 'contacts@desktop': 'yellow' });
    expect(check('contacts@mobile').reason).toMatch(/no phone number/i);
    expect(code).toBe(0);
  });

  it('wrong-phone: the number contradicts the structured data', async () => {
    const { lights, check } = await auditWith('wrong-phone', 'contacts');
    expect(lights).toEqual({ 'contacts@mobile': 'yellow', 'contacts@desktop': 'yellow' });
    expect(check('contacts@mobile').reason).toContain('+380447654321');
    expect(check('contacts@mobile').reason).toContain('+380441234567');
  });

  it('contacts-under-banner: the contacts are there, under the banner', async () => {
    const { lights, check } = await auditWith('contacts-under-banner', 'contacts');
    expect(lights).toEqual({ 'contacts@mobile': 'yellow', 'contacts@desktop': 'yellow' });
    expect(check('contacts@mobile').measurements['contactsCovered']).toBeGreaterThan(0);
    expect(check('contacts@mobile').reason).toMatch(/cover/i);
  });

  it('form-500: the form cannot be sent', async () => {
    const { code, lights, check } = await auditWith('form-500', 'form');
    expect(code).toBe(1);
    expect(lights).toEqual({ form: 'red' });
    expect(check('form').reason).toContain('returns HTTP 500');
  });

  it('form-no-confirmation: only a real submission can tell, so a rehearsal holds nothing against the page', async () => {
    const { lights, check } = await auditWith('form-no-confirmation', 'form');
    expect(lights).toEqual({ form: 'green' });
    expect(check('form').reason).toContain('this was a rehearsal, so no message was delivered');
    expect(check('form').measurements).not.toHaveProperty('confirmationMissing');
  });

  it('script-error: nothing leaves the page', async () => {
    const { lights, check } = await auditWith('script-error', 'form');
    expect(lights).toEqual({ form: 'red' });
    expect(check('form').reason).toMatch(/script/i);
    expect(demo.submissions()).toEqual([]);
  });
});
