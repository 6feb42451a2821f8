// What makes pages handier where scripts run; every page reads and every form works without.

const root = document.documentElement;
root.classList.add("js");

// Copy: <button data-copy="id of the text">; data-done holds the word shown when it is done.
document.addEventListener("click", async (event) => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copy);
  const text = "value" in source ? source.value : source.textContent;
  const label = button.querySelector("[data-label]");
  try {
    await navigator.clipboard.writeText(text);
    const before = label.textContent;
    label.textContent = button.dataset.done;
    setTimeout(() => { label.textContent = before; }, 2500);
  } catch {
    getSelection().selectAllChildren(source);
  }
});

// WhatsApp: the link carries the text as the officer edited it.
document.addEventListener("input", (event) => {
  const area = event.target.closest("[data-send]");
  if (!area) return;
  const link = document.getElementById(area.dataset.send);
  const address = new URL(link.href);
  address.searchParams.set("text", area.value);
  link.href = address;
});

// Filters send themselves when a choice changes; typing waits for Enter.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-live]");
  if (form && event.target.matches("select, input[type=checkbox], input[type=radio], input[type=date]")) form.requestSubmit();
});
// An empty field would only lengthen the address that people send in a chat.
document.addEventListener("submit", (event) => {
  if (!event.target.matches("form[data-live]")) return;
  for (const field of event.target.elements) if (field.name && field.value === "") field.disabled = true;
});
window.addEventListener("pageshow", () => {
  for (const field of document.querySelectorAll("form[data-live] :disabled")) field.disabled = false;
});

// Choosing: the box in the heading takes all rows.
document.addEventListener("change", (event) => {
  const all = event.target.closest("[data-pick-all]");
  if (!all) return;
  for (const box of all.closest("table").querySelectorAll("tbody .pick input")) box.checked = all.checked;
});

// A row of tabs that is longer than the screen begins where one stands.
for (const tab of document.querySelectorAll(".tabs [aria-current]")) {
  const row = tab.closest("ul");
  row.scrollLeft += tab.getBoundingClientRect().left - row.getBoundingClientRect().left - (row.clientWidth - tab.offsetWidth) / 2;
}
// The keyboard shows the whole of each.
document.addEventListener("focusin", (event) => {
  event.target.closest(".tabs a")?.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
});

// How long ago, kept true while the page stays open.
const spans = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60]];
const speak = new Intl.RelativeTimeFormat(root.lang, { numeric: "always" });
const refresh = () => {
  for (const time of document.querySelectorAll("time[title]")) {
    const apart = (Date.parse(time.dateTime) - Date.now()) / 1000;
    const span = spans.find(([, length]) => Math.abs(apart) >= length);
    if (span) time.title = speak.format(Math.trunc(apart / span[1]), span[0]);
  }
};
setInterval(refresh, 60000);
