import { describe, expect, it } from 'vitest';
import { addresseesOf, alertReaders, isEscalation, readersOfSome } from '../../shared/model/alert-reader.ts';
import { aNotice, aNotification } from '../support/a-notification.ts';

const owned = (id: string, email: string | null) => ({ id, owner: { name: 'Olena', email } });

describe('who is alerted', () => {
  it('of everything, of what was escalated, or of the touchpoints that somebody owns', () => {
    const readers = alertReaders({
      alerts: { email: ['ops@coffeelab.example'], escalateTo: ['chief@coffeelab.example'] },
      touchpoints: [
        owned('website', 'olena@coffeelab.example'),
        owned('shop', 'olena@coffeelab.example'),
        { id: 'facebook' },
      ],
    });
    expect(readers).toEqual([
      { email: 'ops@coffeelab.example', only: null },
      { email: 'chief@coffeelab.example', only: { escalated: true, touchpointIds: [] } },
      { email: 'olena@coffeelab.example', only: { escalated: false, touchpointIds: ['website', 'shop'] } },
    ]);
  });

  it('once, however often an address is named and however it is written', () => {
    const named = {
      alerts: { email: ['ops@coffeelab.example'], escalateTo: ['Chief@CoffeeLab.example', 'OPS@coffeelab.example'] },
      touchpoints: [owned('website', 'chief@coffeelab.example'), owned('shop', 'Ops@coffeelab.example')],
    };
    expect(alertReaders(named)).toEqual([
      { email: 'ops@coffeelab.example', only: null },
      { email: 'Chief@CoffeeLab.example', only: { escalated: true, touchpointIds: ['website'] } },
    ]);
    expect(readersOfSome(named)).toEqual(['Chief@CoffeeLab.example']);
  });

  it('nobody for an owner who is only a name', () => {
    expect(alertReaders({ alerts: { email: [] }, touchpoints: [owned('website', null)] })).toEqual([]);
  });
});

describe('to whom a notification goes', () => {
  const readers = alertReaders({
    alerts: { email: ['ops@coffeelab.example'], escalateTo: ['chief@coffeelab.example'] },
    touchpoints: [owned('website', 'olena@coffeelab.example'), owned('shop', 'ivan@coffeelab.example')],
  });

  it('an alert that opens: to operations and the owner', () => {
    expect(addresseesOf(aNotification(), readers)).toEqual(['ops@coffeelab.example', 'olena@coffeelab.example']);
  });

  it('what was escalated, or has ended since: to those under then, too', () => {
    const escalated = aNotice({ reason: 'escalated', overdue: { minutes: 30, inBusinessHours: false } });
    const over = aNotice({ reason: 'resolved', light: 'green', escalatedAt: '2026-11-23T09:45:00.000Z' });
    for (const notices of [[aNotice(), escalated], [over]]) {
      const notification = aNotification({ notices });
      expect(isEscalation(notification)).toBe(true);
      expect(addresseesOf(notification, readers)).toContain('chief@coffeelab.example');
    }
    expect(isEscalation(aNotification())).toBe(false);
  });
});
