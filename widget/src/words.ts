// From plan objects and texts to words. No DOM here.

import { strings } from "./strings.js";
import type { Dose, Level } from "./types.js";

// Made once: each costs the browser a moment now, and another when it is thrown away.
const FULL = { weekday: "long", day: "numeric", month: "long", year: "numeric" } as const;
const fullHere = new Intl.DateTimeFormat(strings.locale, FULL);
const fullPlain = new Intl.DateTimeFormat(strings.locale, { ...FULL, timeZone: "UTC" });
const clockHere = new Intl.DateTimeFormat(strings.locale, { hour: "2-digit", minute: "2-digit" });
const part = (parts: Intl.DateTimeFormatPart[], type: string) => parts.find((one) => one.type === type)?.value ?? "";

function written(date: Date, format: Intl.DateTimeFormat): string {
  const parts = format.formatToParts(date);
  return ["weekday", "day", "month", "year"].map((type) => part(parts, type)).join(" ");
}

/** "2026-03-30" as "Monday 30 March 2026"; anything else is given back as it came, so that no date is guessed. */
export function fullDate(iso: string): string {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return String(iso);
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return String(iso);
  return written(date, fullPlain);
}

/** The day of a moment on this device, in full. */
export const dayOf = (time: number): string => written(new Date(time), fullHere);

/** Whether two moments are on the same day on this device. */
export const sameDay = (one: number, other: number): boolean => new Date(one).toDateString() === new Date(other).toDateString();

/** The time of day of a moment on this device: "14:05". */
export const clock = (time: number): string => clockHere.format(time);

/** Today on this device, as "2026-03-30". */
export function todayIso(now: Date = new Date()): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
}

/** The day or the window of one dose, in full. */
export function doseDates({ earliest, latest }: Dose): string {
  return !latest || earliest === latest ? fullDate(earliest) : `${fullDate(earliest)} ${strings.to} ${fullDate(latest)}`;
}

const DAY_MS = 86_400_000;

/** How far off a dose is: "in 19 days"; of a window that has begun, that it is now. */
export function until({ earliest, latest }: Dose, today: string): string {
  const days = Math.round((Date.parse(earliest) - Date.parse(today)) / DAY_MS);
  if (days <= 0 && today <= (latest ?? earliest)) return days === 0 ? strings.dueToday : strings.dueNow;
  return Number.isFinite(days) ? strings.inDays(days) : "";
}

/** 0 where nothing presses; more for what presses more. */
export const rank = (level: Level): number => ["none", "urgent", "emergency"].indexOf(level);
