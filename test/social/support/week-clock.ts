import { type StubFault, stubFaults } from '../../../examples/social-stubs/stub-server.ts';

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `Tue 09:10` in minutes since Monday, midnight. */
export function minuteOfWeek(when: string): number {
  const [day = '', time = ''] = when.split(' ');
  const [hours = '0', minutes = '0'] = time.split(':');
  return days.indexOf(day) * 1440 + Number(hours) * 60 + Number(minutes);
}

export function label(minute: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${days[Math.floor(minute / 1440)]} ${two(Math.floor((minute % 1440) / 60))}:${two(minute % 60)}`;
}

/** Between two polls, after which no pause that a platform asks for lasts until the next one. */
const faultMinutes: Readonly<Record<StubFault, number>> = {
  'expired-token': minuteOfWeek('Tue 09:15'),
  'missing-permission': minuteOfWeek('Tue 11:15'),
  // YouTube's day begins at 10:00 in Kyiv.
  quota: minuteOfWeek('Wed 09:15'),
  'throttled-with-hint': minuteOfWeek('Wed 11:15'),
  throttled: minuteOfWeek('Thu 09:15'),
  'server-error': minuteOfWeek('Thu 11:15'),
  html: minuteOfWeek('Fri 09:15'),
  'half-a-page': minuteOfWeek('Fri 11:15'),
  'endless-pages': minuteOfWeek('Sat 11:15'),
  'wrong-shape': minuteOfWeek('Sun 11:15'),
};

/** Every two hours by day, at half past: so that a poll sees each of the three lights. */
export function pollMinutes(): number[] {
  return days.flatMap((day) =>
    ['08:30', '10:30', '12:30', '14:30', '16:30', '18:30', '20:30'].map((time) => minuteOfWeek(`${day} ${time}`)),
  );
}

/** The week's polls in order of time, those among them that meet a fault. */
export function pollsOfTheWeek(): { readonly minute: number; readonly fault: StubFault | null }[] {
  return [
    ...pollMinutes().map((minute) => ({ minute, fault: null })),
    ...stubFaults.map((fault) => ({ minute: faultMinutes[fault], fault })),
  ].toSorted((a, b) => a.minute - b.minute);
}
