interface Holiday {
  readonly date: string;
  readonly name: string | null;
  readonly calendar: string | null;
  /** `05-09 and if saturday, sunday then next monday` */
  readonly rule: string;
}

/** From this year on, what the library says is replaced. */
const firstYear = 2023;

/**
 * Fixed dates by law: article 73 of the Labour Code as changed by laws 3107-IX (8 May instead of 9 May, in force since 15 June 2023)
 * and 3258-IX (15 July, 1 October and one Christmas, in force since 30 July 2023). 2 January has been none for long.
 */
const fixed: readonly { readonly day: string; readonly name: string; readonly from?: number; readonly to?: number }[] =
  [
    { day: '01-01', name: 'New Year' },
    { day: '01-07', name: 'Christmas', to: 2023 },
    { day: '03-08', name: "International Women's Day" },
    { day: '05-01', name: 'Labour Day' },
    { day: '05-09', name: 'Victory Day', to: 2023 },
    { day: '05-08', name: 'Day of Remembrance and Victory', from: 2024 },
    { day: '06-28', name: 'Constitution Day' },
    { day: '07-28', name: 'Statehood Day', to: 2023 },
    { day: '07-15', name: 'Statehood Day', from: 2024 },
    { day: '08-24', name: 'Independence Day' },
    { day: '10-01', name: 'Defenders of Ukraine Day' },
    { day: '12-25', name: 'Christmas' },
  ];

/**
 * The library has old dates, and moves each holiday on a weekend to the next working day. Under martial law nothing is moved
 * (article 6 of law 2136-IX, since 24 February 2022): that Monday is a day of work. Easter and Trinity are the library's.
 */
export function holidaysOfUkraine(known: readonly Holiday[]): readonly Holiday[] {
  const yearOf = ({ date }: Holiday): number => Number(date.slice(0, 4));
  const years = [...new Set(known.map(yearOf))];
  return years.flatMap((year) => {
    const ofYear = known.filter((holiday) => yearOf(holiday) === year);
    if (year < firstYear) return ofYear;
    const feasts = ['orthodox and', 'orthodox 49 and'].flatMap((rule) =>
      ofYear.filter((holiday) => holiday.rule.startsWith(rule)).slice(0, 1),
    );
    const dated = fixed
      .filter(({ from = firstYear, to = year }) => from <= year && year <= to)
      .map(({ day, name }) => ({ date: `${year}-${day}`, name, calendar: 'UA', rule: day }));
    return [...dated, ...feasts].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  });
}
