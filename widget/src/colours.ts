// Colours of the four looks. A page changes them with the custom properties whose names begin with --b12-.

import { css, unsafeCSS } from "lit";

interface Colours {
  page: string; surface: string; ink: string; soft: string; line: string; control: string; accent: string; onAccent: string;
  mine: string; tint: string; link: string; focus: string; alarm: string; alarmBody: string; onAlarmBody: string; flag: string; danger: string;
}

const light: Colours = {
  page: "#eff4f5", surface: "#ffffff", ink: "#16242c", soft: "#455a64", line: "#d0dce0", control: "#5f7681", accent: "#00566b",
  onAccent: "#ffffff", mine: "#cbe6ed", tint: "#d6eaf0", link: "#00566b", focus: "#b35300", alarm: "#b3160b", alarmBody: "#16181b",
  onAlarmBody: "#ffffff", flag: "#7a3c00", danger: "#b3160b",
};
const dark: Colours = {
  page: "#0f171b", surface: "#1a252b", ink: "#ecf2f4", soft: "#b3c3ca", line: "#34454e", control: "#8aa0aa", accent: "#7fd0e4",
  onAccent: "#06222a", mine: "#134654", tint: "#15323c", link: "#8fd8ea", focus: "#ffb454", alarm: "#c7281c", alarmBody: "#000000",
  onAlarmBody: "#ffffff", flag: "#ffc680", danger: "#ff9d94",
};
const contrast: Colours = {
  page: "#000000", surface: "#000000", ink: "#ffffff", soft: "#ffffff", line: "#ffffff", control: "#ffffff", accent: "#ffe600",
  onAccent: "#000000", mine: "#002b36", tint: "#000000", link: "#ffe600", focus: "#00ffff", alarm: "#a80000", alarmBody: "#000000",
  onAlarmBody: "#ffffff", flag: "#ffe600", danger: "#ffb3ac",
};
const moreContrast: Colours = {
  ...light, page: "#ffffff", ink: "#000000", soft: "#000000", line: "#000000", control: "#000000", accent: "#003a49", link: "#003a49",
};

/** The page's own colour if it gives one, else ours. The alarm's colours are not for pages to change. */
function properties(colours: Colours): ReturnType<typeof unsafeCSS> {
  const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const lines = Object.entries(colours).map(([name, value]) => {
    const own = /^(alarm|onAlarm|flag|danger)/.test(name) ? value : `var(--b12-${kebab(name)}, ${value})`;
    return `--${kebab(name)}: ${own};`;
  });
  return unsafeCSS(lines.join(" "));
}

/** Without the page's colours: what somebody asks for because they need it is theirs. */
function fixed(colours: Colours): ReturnType<typeof unsafeCSS> {
  return unsafeCSS(String(properties(colours)).replace(/var\(--b12-[a-z-]+, (#[0-9a-f]+)\)/g, "$1"));
}

export const colours = css`
  .root { color-scheme: light; --on-alarm: #ffffff; ${properties(light)} }
  .root[data-theme="dark"] { color-scheme: dark; ${fixed(dark)} }
  .root[data-theme="contrast"] { color-scheme: dark; ${fixed(contrast)} }
  @media (prefers-color-scheme: dark) {
    .root[data-theme="auto"] { color-scheme: dark; ${fixed(dark)} }
  }
  @media (prefers-contrast: more) {
    .root[data-theme="auto"] { ${fixed(moreContrast)} }
  }
  @media (prefers-contrast: more) and (prefers-color-scheme: dark) {
    .root[data-theme="auto"] { ${fixed(contrast)} }
  }
`;
