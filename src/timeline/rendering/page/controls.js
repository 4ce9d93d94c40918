// The slider and everything that moves it: keys, pointer, play, dates, the address, the filters.

const slider = $("slider"), track = $("track");
let timer = 0, planned = 0, addressed = 0;

function paint() {
  planned = 0;
  const found = known();
  paintSummary(found);
  paintNew(found);
  paintList(found);
  paintPlane(found);
  paintBand();
}

function plan() {
  if (!planned) planned = requestAnimationFrame(paint);
}

const share = (day) => Math.min(Math.max(
  (place(day) - FIRST_PLACE) / (LAST_PLACE - FIRST_PLACE || 1), 0), 1);

/** Look at a day: the slider, the address and all that is painted follow. */
function look(wanted, { keep = false } = {}) {
  const day = Math.min(wanted, data.last[0]); // nobody was asked about later days
  state.day = day;
  state.date = dateOf(day);
  slider.value = Math.max(state.date, 0);
  const words = dayWords(day);
  slider.setAttribute("aria-valuetext", words);
  $("date").textContent = words;
  $("thumb").style.left = `${share(day) * 100}%`;
  $("goto").value = /^\d{4}-\d\d-\d\d$/.test(dayText(day)) ? dayText(day) : "";
  $("before").disabled = upto(data.days, day - 1, (one) => one[0]) === 0;
  $("after").disabled = state.date >= LAST;
  if (!keep) address();
  plan();
}

/** Have the address follow, a little later: browsers refuse too many addresses in a row. */
function address() {
  clearTimeout(addressed);
  addressed = setTimeout(() => {
    const picked = state.picked ? `/${state.picked}` : "";
    try {
      history.replaceState(null, "", `#${dayText(state.day)}${picked}`);
    } catch {
      // Some readers show files without an address that could change.
    }
  }, 150);
}

function pick(fact) {
  state.picked = fact;
  address();
  for (const row of document.querySelectorAll("#facts .fact"))
    row.classList.toggle("picked", row.dataset.fact === fact);
  paintPlane(known());
}

function unpick(fact) {
  if (state.picked === fact) pick("");
}

/** Open a fact in the list and bring it into view. */
function reveal(fact) {
  state.picked = NUMBERS.has(fact) ? fact : "";
  unfolded.clear();
  paint();
  if (!state.picked) return;
  const number = NUMBERS.get(fact), step = stepAt(data.facts[number], state.date);
  if (!step) return;
  if (!document.querySelector(`[data-fact="${CSS.escape(fact)}"]`)) {
    const key = step[SURE] ? data.statuses[step[STATUS]][0] : "possible";
    shownRows.set(key, data.facts.length).set(key + UNDATED, data.facts.length);
    paintList(known());
  }
  const row = document.querySelector(`[data-fact="${CSS.escape(fact)}"]`);
  if (!row) return; // the filters leave it out
  row.querySelector("details").open = true;
  bring(row, 2);
}

/** Bring a row into view, again in the next frames: rows around it grow to their true height. */
function bring(row, times) {
  row.scrollIntoView({ block: row.offsetHeight > innerHeight / 2 ? "start" : "center" });
  if (times) requestAnimationFrame(() => bring(row, times - 1));
}

function move(by) {
  const there = by < 0 ? upto(data.days, state.day - 1, (one) => one[0]) - 1 : state.date + by;
  if (there >= 0 && there <= LAST) look(data.days[there][0]);
  return there < LAST;
}

function play(on) {
  clearInterval(timer);
  timer = 0;
  if (on) {
    if (state.date >= LAST) look(data.days[0][0]);
    timer = setInterval(() => { if (!move(1)) play(false); }, 1100);
  }
  $("play").classList.toggle("playing", on);
  $("play").querySelector("span").textContent = on ? "Pause" : "Play";
}

/** Follow the address: #2025-01-20, #2025-01 or #2025-01-20/fact. */
function follow() {
  const [text, fact = ""] = location.hash.slice(1).replace(/%23/g, "#").split("/");
  const day = dayFrom(text);
  if (day === undefined) return false;
  state.picked = "";
  look(day, { keep: true });
  if (fact) reveal(fact);
  return true;
}

// ---- The track --------------------------------------------------------------------------------

function drawTrack() {
  const marks = $("marks"), wide = marks.clientWidth || 1, changes = new Array(LAST + 1).fill(0);
  for (const fact of data.facts) for (const step of fact[2]) if (step[DATE] >= 0) changes[step[DATE]] += 1;
  const busiest = Math.max(...changes, 1);
  const lines = data.days.map(([day], number) => {
    const x = (share(day) * wide).toFixed(1), up = 4 + 14 * Math.sqrt(changes[number] / busiest);
    return `M${x} 24V${(24 - up).toFixed(1)}`;
  });
  marks.setAttribute("viewBox", `0 0 ${wide} 44`);
  marks.replaceChildren(shape("path", { class: "line", d: `M0 24H${wide}` }),
    shape("path", { class: "changes", d: lines.join("") }));
  ticks((day) => share(day) * wide, wide, 64, (spot, words) => {
    if (spot > 0 && spot < wide) marks.append(shape("text", { x: Math.min(Math.max(spot, 22), wide - 26), y: 41, "text-anchor": "middle" }, words));
  });
}

function nearest(event) {
  const box = track.getBoundingClientRect();
  const at = (event.clientX - box.left) / box.width;
  let best = 0;
  for (let number = 1; number <= LAST; number += 1)
    if (Math.abs(share(data.days[number][0]) - at) < Math.abs(share(data.days[best][0]) - at)) best = number;
  return best;
}

function drag(event) {
  const there = nearest(event);
  if (there !== state.date || data.days[there][0] !== state.day) look(data.days[there][0]);
}

track.addEventListener("pointerdown", (event) => {
  play(false);
  track.setPointerCapture(event.pointerId);
  slider.focus({ preventScroll: true });
  drag(event);
  event.preventDefault();
});
track.addEventListener("pointermove", (event) => {
  if (track.hasPointerCapture(event.pointerId)) drag(event);
});
slider.addEventListener("input", () => { play(false); look(data.days[Number(slider.value)][0]); });
$("before").addEventListener("click", () => { play(false); move(-1); });
$("after").addEventListener("click", () => { play(false); move(1); });
$("play").addEventListener("click", () => play(!timer));
$("goto").addEventListener("change", () => {
  const day = dayFrom($("goto").value);
  if (day !== undefined) { play(false); look(day); }
});

// ---- The drawings and the filters -------------------------------------------------------------

$("plane").querySelector("svg").addEventListener("pointermove", (event) =>
  paintLabel(markAt(event) || plane.told));
$("plane").querySelector("svg").addEventListener("pointerleave", () => paintLabel(plane.told));
$("plane").querySelector("svg").addEventListener("click", (event) => {
  const mark = markAt(event);
  if (mark) { reveal(data.facts[mark.number][0]); address(); }
});
if ($("band")) {
  $("measure").addEventListener("change", paintBand);
  $("band").querySelector("details").addEventListener("toggle", paintBand);
}

function options(select, values) {
  select.append(...values.map(([value, words]) => {
    const option = el("option", "", words);
    option.value = value;
    return option;
  }));
}

function filter() {
  state.filters = {
    text: $("f-text").value.trim().toLowerCase(), source: $("f-source").value,
    actor: $("f-actor") ? $("f-actor").value : "", kind: $("f-kind").value, status: $("f-status").value,
  };
  $("f-reset").hidden = !Object.values(state.filters).some(Boolean);
  plan();
}

const byWords = (one, other) => one[1].localeCompare(other[1], "en");
options($("f-source"), data.sources.map((name, number) => [number + 1, cut(name, 60)]).sort(byWords));
if ($("f-actor"))
  options($("f-actor"), data.actors.map((name, number) => [number + 1, cut(name, 60)]).sort(byWords));
options($("f-kind"), data.kinds.filter(Boolean).map((kind) => [kind, cut(kind, 60)]).sort(byWords));
options($("f-status"), [...data.statuses.map(([word, title]) => [word, title]), ["possible", "Only possibly known"]]);
$("filters").addEventListener("input", filter);
$("filters").addEventListener("submit", (event) => event.preventDefault());
$("filters").addEventListener("reset", () => requestAnimationFrame(filter));

// ---- The beginning ----------------------------------------------------------------------------

$("waiting").hidden = true;
$("app").hidden = false;
slider.max = LAST;
$("goto").max = /^\d{4}-/.test(data.last[1]) ? data.last[1] : "";
$("goto").min = /^\d{4}-/.test(data.days[0][1]) ? data.days[0][1] : "";
addEventListener("hashchange", follow);
let width = 0;
new ResizeObserver(() => {
  if (track.clientWidth === width) return;
  width = track.clientWidth;
  drawTrack();
  planeFrame();
  plan();
}).observe(track);
drawTrack();
planeFrame();
if (!follow()) look(state.day, { keep: true });
