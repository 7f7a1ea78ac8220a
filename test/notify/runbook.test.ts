import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { sentReasons } from '../../shared/model/reason.ts';
import { visitKinds } from '../../shared/model/visit-kind.ts';
import { probeSpecs } from '../../shared/probes/index.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';
import { timeZone } from './every-alert.ts';

describe('the runbook', () => {
  const headings = new Set(
    readFileSync('docs/runbook.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('## '))
      .map((line) => line.slice(3).toLowerCase().replaceAll(' ', '-')),
  );

  it('has a heading for every reason that alerts are sent for', () => {
    expect([...headings]).toEqual(expect.arrayContaining(sentReasons.map((reason) => `reason-${reason}`)));
  });

  for (const { id, visit } of Object.values(probeSpecs)) {
    const { step } = visitKinds[visit];
    it(`and the alert lead to the file that measured ${id} in one step`, () => {
      const { text } = renderNotification(aNotification({ notices: [aNotice({ checkId: `website/${id}` })] }), {
        language: 'en',
        timeZone,
      });
      expect(text).toContain(`\nMeasured by: functions/${step}/${id}/probe.ts\n`);
      expect(existsSync(`functions/${step}/${id}/probe.ts`)).toBe(true);
      expect(text).toContain(`\nRunbook: docs/runbook.md#probe-${id}, #reason-opened`);
      expect(headings).toContain(`probe-${id}`);
    });
  }
});
