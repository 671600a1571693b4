// The button of the page to print, which works only where scripts run and shows only there.
const button = document.getElementById("print");
if (button) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
