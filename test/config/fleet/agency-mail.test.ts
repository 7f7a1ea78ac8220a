import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAgency } from '../../../shared/config/fleet/agency-file.ts';
import { agencyMail } from '../../../shared/config/fleet/agency-mail.ts';

const today = '2026-11-22';
const nothingElse = { isAnnounced: true };

function mailOf(digest: string, zones: readonly string[], timeZone = 'Europe/Kyiv') {
  const reading = parseAgency(`agency: North Studio\ntimeZone: ${timeZone}\n${digest}\n`, 'agency.yaml');
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  return agencyMail(reading.agency, { zones, today, ...nothingElse });
}

const toLead = 'digest: { to: lead@north.example }';

test('the mail leaves on Monday at eight, unless the week of a business to the west has not ended by then', () => {
  const timeOf = (zones: readonly string[], timeZone?: string) => {
    const { weekday, atMinute } = mailOf(toLead, zones, timeZone)?.mail.digest ?? {};
    return [weekday, atMinute];
  };
  expect(timeOf(['Europe/Kyiv', 'Asia/Almaty', 'Europe/Lisbon'])).toEqual(['mon', 8 * 60]);
  expect(timeOf(['America/New_York'], 'Africa/Cairo')).toEqual(['mon', 8 * 60]);
  expect(timeOf(['America/Los_Angeles', 'Europe/Kyiv'])).toEqual(['mon', 10 * 60]);
  // Half an hour past a full hour: the next one.
  expect(timeOf(['America/Los_Angeles'], 'Asia/Kolkata')).toEqual(['mon', 14 * 60]);
  expect(timeOf(['Pacific/Pago_Pago'], 'Pacific/Kiritimati')).toEqual(['tue', 60]);
});

test('a time of the agency’s own holds; that the week has not ended everywhere is said, with the time by which it has', () => {
  const at = (when: string, zones: readonly string[]) =>
    mailOf(`digest: { to: lead@north.example, at: "${when}" }`, zones);
  const early = at('Mon 09:00', ['America/Los_Angeles']);
  expect(early?.mail.digest).toMatchObject({ weekday: 'mon', atMinute: 540 });
  expect(early?.note).toContain(
    'digest: at: "Mon 09:00" (Europe/Kyiv) is before the week has ended in America/Los_Angeles',
  );
  expect(early?.note).toContain('Write at: "Mon 10:00" or later.');
  expect(at('Mon 10:00', ['America/Los_Angeles'])?.note).toBeNull();
  expect(at('Fri 07:00', ['America/Los_Angeles'])?.note).toBeNull();
});

test('a time that moves with the zones of the businesses is printed at each deployment, with what to do where it has moved back', () => {
  expect(mailOf(toLead, ['America/Los_Angeles'])?.note).toContain(
    'is sent at "Mon 10:00" (Europe/Kyiv), when the week',
  );
  const note = mailOf(toLead, ['Europe/Berlin'])?.note ?? '';
  expect(note).toContain('is sent at "Mon 08:00" (Europe/Kyiv)');
  expect(note).toContain('To keep the time, write it into agency.yaml: digest: at: "Mon 08:00".');
  const [anchor] = /(?<=docs\/fleet\.md#)[\w-]+/.exec(note) ?? [];
  expect(anchor).toBe('the-agencys-mail-in-aws');
  expect(readFileSync('docs/fleet.md', 'utf8')).toContain("### The agency's mail in AWS\n");
});

test('no readers, no mail', () => {
  expect(agencyMail(null, { zones: ['UTC'], today, ...nothingElse })).toBeNull();
  expect(mailOf('', ['UTC'])).toBeNull();
  expect(mailOf('digest: { to: [] }', ['UTC'])).toBeNull();
});

test('a time that is none is a fault of agency.yaml', () => {
  const reading = parseAgency('agency: A\ntimeZone: UTC\ndigest: { to: a@a.example, at: "noon" }\n', 'agency.yaml');
  expect(reading.ok ? [] : reading.faults.map(({ path, message }) => `${path}: ${message}`)).toEqual([
    expect.stringMatching(/^digest\.at: .*write them like "Mon 08:00"/),
  ]);
});
