/** One customer is written in several ways: in capitals, and a phone's number with or without its brackets. */
export function knownAs(customer: string): string {
  const plain = customer.trim().toLowerCase();
  return /^\+?[\d\s()\-.]{7,}$/.test(plain) ? plain.replace(/\D/g, '') : plain;
}
