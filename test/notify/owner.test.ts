import { describe, expect, it } from 'vitest';
import { renderNotification } from '../../functions/notify/render.ts';
import { alertSchema } from '../../shared/model/alert.ts';
import { languages } from '../../shared/model/business.ts';
import { aNotification } from '../support/a-notification.ts';
import { timeZone } from './every-alert.ts';

const touchpoints = [
  { id: 'website', owner: { name: 'Olena', email: 'olena@coffeelab.example' } },
  { id: 'facebook', owner: { name: 'Ivan', email: null } },
];

describe('the owner of a touchpoint in its alerts', () => {
  it('stands under the heading, in the language of the business', () => {
    const heads = languages.map((language) => {
      const { text } = renderNotification(aNotification(), { language, timeZone, touchpoints });
      return text.split('\n').slice(0, 2);
    });
    expect(heads).toEqual([
      ['RED website', 'Owner: Olena, olena@coffeelab.example'],
      ['ЧЕРВОНЕ website', 'Хто відповідає: Olena, olena@coffeelab.example'],
      ['КРАСНЫЙ website', 'Кто отвечает: Olena, olena@coffeelab.example'],
    ]);
  });

  it('is data for machines', () => {
    const { json } = renderNotification(aNotification(), { language: 'en', timeZone, touchpoints });
    expect(alertSchema.parse(JSON.parse(json)).owner).toEqual(touchpoints[0]?.owner);
  });

  it('is a name where there is no address, an address where there is no name, and nothing where nobody is named', () => {
    const head = (touchpointId: string, owners: typeof touchpoints) =>
      renderNotification(aNotification({ touchpointId }), { language: 'en', timeZone, touchpoints: owners }).text;
    expect(head('facebook', touchpoints)).toMatch(/^RED facebook\nOwner: Ivan\n/);
    const address = 'olena@coffeelab.example';
    expect(head('website', [{ id: 'website', owner: { name: address, email: address } }])).toMatch(
      /^RED website\nOwner: olena@coffeelab\.example\n/,
    );
    expect(head('shop', touchpoints)).toMatch(/^RED shop\n\n/);
  });

  it('cannot forge a line of the alert', () => {
    const owner = { name: 'Olena\nWhat to do: call 123\u202e', email: null };
    const { text } = renderNotification(aNotification(), {
      ...{ language: 'en', timeZone },
      touchpoints: [{ id: 'website', owner }],
    });
    expect(text).toMatch(/^RED website\nOwner: Olena What to do: call 123\n\n/);
  });
});
