// Where the person is, as far as the browser says, and which number is for an emergency there.

/** Emergency numbers by country (`content/safety/` has the reviewed table of the server; these stand in without it). */
const NUMBERS: Record<string, string[]> = {
  GB: ["999"], IE: ["112", "999"], US: ["911"], CA: ["911"], AU: ["000"], NZ: ["111"], IN: ["112"], ZA: ["10177", "112"],
};
const UNION = "AT BE BG HR CY CZ DK EE FI FR DE GR HU IT LV LT LU MT NL PL PT RO SK SI ES SE";
for (const country of UNION.split(" ")) NUMBERS[country] = ["112"];

/** The numbers of the country that the page names, else of the time zone's; the 3 most common ones where neither is known. */
export function emergencyNumbers(country: string | null): string[] {
  return NUMBERS[(country ?? countryOfZone(zoneHere()))?.toUpperCase() ?? ""] ?? ["999", "911", "112"];
}

/** Time zones of the countries above (IANA's names; one that two countries share is nobody's). */
const ZONES: Record<string, string> = {
  GB: "Europe/London Europe/Belfast GB",
  IE: "Europe/Dublin Eire",
  US:
    "America/New_York America/Chicago America/Denver America/Los_Angeles America/Phoenix America/Anchorage America/Detroit " +
    "America/Boise America/Juneau America/Sitka America/Nome America/Adak America/Menominee America/Metlakatla " +
    "America/Yakutat America/Indiana/ America/Indianapolis America/Kentucky/ America/Louisville America/North_Dakota/ " +
    "Pacific/Honolulu US/",
  CA:
    "America/Toronto America/Vancouver America/Edmonton America/Winnipeg America/Halifax America/St_Johns America/Regina " +
    "America/Moncton America/Montreal America/Whitehorse America/Yellowknife America/Iqaluit Canada/",
  AU: "Australia/", NZ: "Pacific/Auckland Pacific/Chatham NZ", IN: "Asia/Kolkata Asia/Calcutta", ZA: "Africa/Johannesburg",
  AT: "Europe/Vienna", BE: "Europe/Brussels", BG: "Europe/Sofia", HR: "Europe/Zagreb", CY: "Asia/Nicosia Asia/Famagusta",
  CZ: "Europe/Prague", DK: "Europe/Copenhagen", EE: "Europe/Tallinn", FI: "Europe/Helsinki Europe/Mariehamn",
  FR: "Europe/Paris", DE: "Europe/Berlin Europe/Busingen", GR: "Europe/Athens", HU: "Europe/Budapest",
  IT: "Europe/Rome", LV: "Europe/Riga", LT: "Europe/Vilnius", LU: "Europe/Luxembourg", MT: "Europe/Malta",
  NL: "Europe/Amsterdam", PL: "Europe/Warsaw Poland", PT: "Europe/Lisbon Atlantic/Madeira Atlantic/Azores Portugal",
  RO: "Europe/Bucharest", SK: "Europe/Bratislava", SI: "Europe/Ljubljana",
  ES: "Europe/Madrid Africa/Ceuta Atlantic/Canary", SE: "Europe/Stockholm",
};

/**
 * The country of a time zone, or null. Never from the language: English (United States) is what many browsers
 * elsewhere are set to, and a wrong number to call is worse than three.
 */
export function countryOfZone(zone: string): string | null {
  const at = (name: string): boolean => (name.endsWith("/") ? zone.startsWith(name) : zone === name);
  return Object.keys(ZONES).find((country) => ZONES[country]?.split(" ").some(at)) ?? null;
}

const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

export interface Metadata { timezone: string; locale: string; country: string | null }

/** What goes along with every message. */
export function metadata(country: string | null): Metadata {
  const timezone = zoneHere();
  return { timezone, locale: navigator.language, country: country ?? countryOfZone(timezone) };
}
