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

/** Every two hours by day, at half past: so that a poll sees each of the three lights. */
export function pollMinutes(): number[] {
  return days.flatMap((day) =>
    ['08:30', '10:30', '12:30', '14:30', '16:30', '18:30', '20:30'].map((time) => minuteOfWeek(`${day} ${time}`)),
  );
}
