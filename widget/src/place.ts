// Where the person is, as far as the browser says, and which number is for an emergency there.

/** Emergency numbers by country (`content/safety/` has the reviewed table of the server; these stand in without it). */
const NUMBERS: Record<string, string[]> = {
  GB: ["999"], IE: ["112", "999"], US: ["911"], CA: ["911"], AU: ["000"], NZ: ["111"], IN: ["112"], ZA: ["10177", "112"],
};
const UNION = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI ES SE";
for (const country of UNION.split(" ")) NUMBERS[country] = ["112"];

/** The numbers of a country that somebody named; the 3 most common ones where nobody did. */
export function emergencyNumbers(country: string | null): string[] {
  return NUMBERS[country?.toUpperCase() ?? ""] ?? ["999", "911", "112"];
}

type ZonedLocale = Intl.Locale & { getTimeZones?: () => string[]; timeZones?: string[] };

function zonesOf(country: string): string[] | null {
  const locale = new Intl.Locale(`und-${country}`) as ZonedLocale;
  return locale.getTimeZones?.() ?? locale.timeZones ?? null;
}

/**
 * The country of this browser, or null. The region of its language alone is not enough: English (United States) is
 * what many browsers elsewhere are set to, so the time zone has to be one of that country's.
 */
export function guessCountry(language: string, zone: string): string | null {
  try {
    const region = new Intl.Locale(language).region ?? null;
    const candidates = [...(region && /^[A-Z]{2}$/.test(region) ? [region] : []), ...Object.keys(NUMBERS)];
    const there = candidates.find((country) => zonesOf(country)?.includes(zone));
    if (there) return there;
    return region && zonesOf(region) === null ? region : null;
  } catch {
    return null;
  }
}

export interface Metadata { timezone: string; locale: string; country: string | null }

/** What goes along with every message. */
export function metadata(country: string | null): Metadata {
  const timezone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { timezone, locale: navigator.language, country: country ?? guessCountry(navigator.language, timezone) };
}
