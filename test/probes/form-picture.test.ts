import { describe, expect, it } from 'vitest';
import { withFormPicture } from '../../functions/probe-page/form/form-picture.ts';
import { picturesOf } from '../../shared/model/marked-picture.ts';
import { sayForm } from '../../shared/probes/form/statements.ts';
import { failed, type Measured, measured, unknown } from '../../shared/runtime/probe.ts';

const picture = {
  ...{
    name: 'form-found.jpg',
    page: '/contact',
    label: 'Write to us',
    bytes: Buffer.from('jpeg'),
    width: 800,
    height: 600,
  },
  ...{ scale: 1, left: 0, top: 0 },
  box: { x: 10, y: 20, width: 300, height: 200 },
};
const works = sayForm('form/rehearsed', { url: 'https://x.example/send', advice: [] });
const handsOver = sayForm('form/hands-over', { to: 'mail', advice: [] });

describe('the form on its picture', () => {
  it.each<[string, Measured]>([
    ['usable', measured(works, { measurements: { fieldsMissing: 0 } })],
    ['faulty', measured(works, { measurements: { fieldsMissing: 1 } })],
    ['limited', measured(handsOver, { measurements: { mailProgramNeeded: 1 } })],
    ['usable', measured(sayForm('form/hands-over', { to: 'messenger', advice: [] }), { measurements: {} })],
    ['faulty', failed('form-does-nothing', sayForm('form/does-nothing', {}))],
    ['untested', unknown('no-button', sayForm('form/no-button', {}))],
  ])('is %s, as its light is', (state, result) => {
    const { details = {} } = withFormPicture(result, picture);
    expect(picturesOf(details).map(({ marks }) => marks.map((mark) => mark.state))).toEqual([[state]]);
  });
});
