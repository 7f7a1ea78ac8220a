/** The part of ECMA-402's Intl Locale Info that TypeScript does not declare yet. */
declare namespace Intl {
  interface Locale {
    getTimeZones?(): string[] | undefined;
  }
}
