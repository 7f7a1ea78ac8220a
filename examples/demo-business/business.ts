/** A phone number as a visitor reads it; links carry its digits. */
export interface Phone {
  readonly display: string;
}

export const coffeeLab = {
  name: 'Coffee Lab',
  url: 'https://coffeelab.example',
  phone: { display: '+380 44 123 45 67' } satisfies Phone as Phone,
  email: 'hello@coffeelab.example',
  telegram: 'https://t.me/coffeelab',
  instagram: 'https://www.instagram.com/coffeelab',
  street: '12 Reitarska Street',
  postalCode: '01030',
  city: 'Kyiv',
  hours: [
    { days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], opens: '08:00', closes: '20:00' },
    { days: ['Saturday', 'Sunday'], opens: '09:00', closes: '21:00' },
  ],
} as const;

export function telLink(phone: Phone): string {
  return `tel:+${digits(phone)}`;
}

export function whatsAppLink(phone: Phone): string {
  return `https://wa.me/${digits(phone)}`;
}

function digits(phone: Phone): string {
  return phone.display.replace(/\D/g, '');
}

/** What search engines and maps read: https://schema.org/CafeOrCoffeeShop. */
export function structuredData(phone: Phone | null): string {
  return JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'CafeOrCoffeeShop',
    name: coffeeLab.name,
    url: coffeeLab.url,
    ...(phone && { telephone: phone.display }),
    email: coffeeLab.email,
    address: {
      '@type': 'PostalAddress',
      streetAddress: coffeeLab.street,
      postalCode: coffeeLab.postalCode,
      addressLocality: coffeeLab.city,
      addressCountry: 'UA',
    },
    openingHoursSpecification: coffeeLab.hours.map(({ days, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: days,
      opens,
      closes,
    })),
    sameAs: [coffeeLab.instagram, coffeeLab.telegram],
  });
}
