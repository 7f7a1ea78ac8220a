/** Where a secret may stand on a machine: `facebook-page-token` -> `TOUCHLIGHT_SECRET_FACEBOOK_PAGE_TOKEN`. */
export function secretVariable(name: string): string {
  return `TOUCHLIGHT_SECRET_${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}
