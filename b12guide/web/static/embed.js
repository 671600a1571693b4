// The page on which a clinic makes its tag: from what is chosen to the tag, and to a chat that looks the same.

const form = document.getElementById("choose");
const place = document.getElementById("preview");
const OWN_ACCENT = "#00566b";
const TEXT_CONTRAST = 4.5;
const PAUSE_MS = 400;
let waiting = 0;

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** What was chosen, as the attributes of the tag without "data-"; the button's colour apart. */
function chosen() {
  const { accent, ...rest } = Object.fromEntries(new FormData(form));
  if ("private" in rest) rest.private = "";
  const kept = Object.entries(rest).filter(([name, value]) => name === "private" || value.trim());
  return { accent, attributes: kept.map(([name, value]) => [name, value.trim()]) };
}

/** Relative luminance of "#rrggbb", as WCAG 2 defines it. */
function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The tag, as it is typed. */
function write() {
  const { accent, attributes } = chosen();
  const own = accent === OWN_ACCENT;
  const written = attributes.map(([name, value]) => (value ? ` data-${name}="${escaped(value)}"` : ` data-${name}`)).join("");
  const style = own ? "" : `<style>:root { --b12-accent: ${accent}; --b12-link: ${accent}; }</style>\n`;
  const script = new URL("widget.js", document.baseURI).href;
  document.getElementById("tag").textContent = `${style}<script src="${script}"${written} defer></script>`;
  const weak = 1.05 / (luminance(accent) + 0.05) < TEXT_CONTRAST;
  document.getElementById("contrast").textContent = weak ? "White words on this colour are hard to read. Choose a darker one." : "";
  clearTimeout(waiting);
  waiting = setTimeout(show, PAUSE_MS);
}

/** The chat of that tag. */
function show() {
  const { accent, attributes } = chosen();
  const own = accent === OWN_ACCENT;
  const chat = document.createElement("b12-guide");
  for (const [name, value] of [["server", new URL(".", document.baseURI).href], ...attributes, ["private", ""]]) chat.setAttribute(name, value);
  if (!own) for (const name of ["--b12-accent", "--b12-link"]) chat.style.setProperty(name, accent);
  place.replaceChildren(chat);
}

form.addEventListener("input", write);
form.addEventListener("submit", (event) => event.preventDefault());
document.getElementById("copy").addEventListener("click", async () => {
  const tag = document.getElementById("tag");
  const said = document.getElementById("copied");
  try {
    await navigator.clipboard.writeText(tag.textContent);
    said.textContent = "The tag is copied.";
  } catch {
    getSelection().selectAllChildren(tag);
    said.textContent = "The tag is selected. Copy it with your keyboard.";
  }
});
write();
