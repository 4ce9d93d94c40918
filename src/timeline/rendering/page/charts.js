// The drawings: what had happened against what was known, and figures by origin. Few large paths,
// whatever the number of facts, so that a step of the slider stays cheap.

const SVG = "http://www.w3.org/2000/svg";
const FIRST_PLACE = place(data.days[0][0]), LAST_PLACE = place(data.days[LAST][0] + 1);
const ALL_PLACES = data.scale[data.scale.length - 1][1] || 1;
const LEVELS = data.facts.length > 600 ? 2 : 16; // in how many steps a stroke fades

function shape(name, attributes, text) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  if (text !== undefined) element.textContent = text;
  return element;
}

const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** Draw the dates that an axis has room for, the years before the months. */
function ticks(at, room, least, draw) {
  const taken = [];
  for (const [day, words] of [...data.ticks].sort((one, other) => one[2] - other[2])) {
    const spot = at(day);
    if (spot < 0 || spot > room || taken.some((other) => Math.abs(other - spot) < least)) continue;
    taken.push(spot);
    draw(spot, words);
  }
}

// ---- What had happened, against what was known ----------------------------------------------

// Each fact's column: the date on which it became certain, else that on which it was first heard.
const columns = data.facts.map((fact) => {
  const sure = fact[2].find((step) => step[SURE]);
  return [fact[2][0][DATE], sure ? sure[DATE] : Infinity];
});
const neighbours = new Map();
const seats = columns.map(([first, sure]) => {
  const date = sure === Infinity ? first : sure, seat = neighbours.get(date) || 0;
  neighbours.set(date, seat + 1);
  return seat;
});
const plane = { marks: [], over: "" };

function planeFrame() {
  const figure = $("plane"), svg = figure.querySelector("svg");
  const wide = Math.max(figure.clientWidth, 240), high = wide < 480 ? 320 : 400;
  const box = { left: 62, right: wide - 14, top: 10, bottom: high - 26 };
  const across = (box.right - box.left) / (LAST_PLACE - FIRST_PLACE || 1);
  const up = (box.bottom - box.top) / ALL_PLACES;
  Object.assign(plane, box, { svg, wide, high, across,
    x: (day) => box.left + (place(day) - FIRST_PLACE) * across,
    y: (day) => box.bottom - place(day) * up });
  svg.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  svg.setAttribute("height", high);
  const frame = shape("g", { class: "frame" });
  ticks((day) => plane.x(day) - box.left, box.right - box.left, 58, (spot, words) => {
    const x = box.left + spot;
    frame.append(shape("path", { d: `M${x} ${box.top}V${box.bottom}` }),
      shape("text", { x, y: high - 8, "text-anchor": "middle" }, words));
  });
  ticks((day) => box.bottom - plane.y(day), box.bottom - box.top, 16, (spot, words) => {
    const y = box.bottom - spot;
    frame.append(shape("path", { d: `M${box.left} ${y}H${box.right}` }),
      shape("text", { x: box.left - 6, y: y + 3.5, "text-anchor": "end" }, words));
  });
  plane.strips = [];
  plane.at = data.days.map(([day]) => [plane.x(day), plane.y(day), plane.x(day + 1) - plane.x(day)]);
  const corner = [data.days[0][0], data.days[LAST][0] + 1];
  frame.append(shape("path", { class: "at-once",
    d: `M${plane.x(corner[0])} ${plane.y(corner[0])}L${plane.x(corner[1])} ${plane.y(corner[1])}` }));
  // So many strokes are as well seen without smoothed edges, and drawn in half the time.
  plane.drawn = shape("g", data.facts.length > 600 ? { "shape-rendering": "optimizeSpeed" } : {});
  plane.label = shape("g", { class: "label" });
  plane.cursor = shape("path", { class: "cursor" });
  svg.replaceChildren(frame, plane.cursor, plane.drawn, plane.label);
}

/** Where the column of a fact is, its neighbours of the same date beside it. */
function columnOf(number, date) {
  const [first, sure] = columns[number], at = sure <= date ? sure : first;
  if (at < 0) return plane.left;
  const [x, , room] = plane.at[at];
  const seat = sure <= date ? (seats[number] + 0.5) / (neighbours.get(at) || 1) : 0.5;
  return x + seat * room;
}

/** Where a date is up the plane: strips from low to high, each with its level of strength. */
function strips(number) {
  let found = plane.strips[number];
  if (found) return found;
  found = plane.strips[number] = [];
  let low = null;
  for (const [first, last, begins, ends] of data.whens[number][2]) {
    low ??= first === null ? plane.bottom : plane.y(first);
    const high = last === null ? plane.top : plane.y(last + 1);
    const parts = begins === ends || low - high < 2 ? 1 : LEVELS;
    for (let part = 0; part < parts; part += 1) {
      const strength = begins + (ends - begins) * (part + 0.5) / parts;
      const from = low + (high - low) * part / parts, to = low + (high - low) * (part + 1) / parts;
      // What is shorter than a dot is drawn as one.
      const tip = low - to < 2.5 ? Math.min(to, from - 2.5 / parts) : to;
      found.push([Math.max(1, Math.round(strength * LEVELS)) - 1,
        ` ${from.toFixed(1)}V${tip.toFixed(1)}`]);
    }
    low = high;
  }
  found.bottom = data.whens[number][2][0][0] === null ? plane.bottom : plane.y(data.whens[number][2][0][0]);
  found.top = low;
  return found;
}

function paintPlane(found) {
  const kinds = { sure: [], maybe: [], contested: [] }, leads = [];
  for (const kind of Object.values(kinds)) for (let level = 0; level < LEVELS; level += 1) kind.push([]);
  plane.marks = [];
  let undrawn = 0, telling;
  for (const [number, step] of found) {
    if (step[WHEN] < 0) { undrawn += 1; continue; }
    const drawing = strips(step[WHEN]), x = columnOf(number, state.date), across = `M${x.toFixed(1)}`;
    const word = data.statuses[step[STATUS]][0];
    const kind = !step[SURE] ? "maybe" : word === "disputed" || word === "denied" ? "contested" : "sure";
    for (const [level, strip] of drawing) kinds[kind][level].push(across + strip);
    const at = columns[number][1] <= state.date ? columns[number][1] : columns[number][0];
    const heard = at < 0 ? null : data.days[at][0], begun = data.whens[step[WHEN]][3];
    const once = heard === null ? drawing.top : plane.at[at][1];
    if (once < drawing.top - 1) leads.push(`${across} ${drawing.top.toFixed(1)}V${once.toFixed(1)}`);
    const mark = { number, step, x, once, top: drawing.top, bottom: drawing.bottom,
      lag: heard !== null && begun !== null ? heard - begun : 0, begun };
    plane.marks.push(mark);
    // Of what is new, tell of that which had lasted longest before anybody knew.
    if (isNew(step) && step[SURE] && columns[number][1] === state.date && mark.lag > 1
      && (!telling || mark.lag > telling.lag)) telling = mark;
  }
  const drawn = [shape("path", { class: "lead", d: leads.join("") })];
  for (const [kind, levels] of Object.entries(kinds))
    levels.forEach((parts, level) => {
      if (parts.length) drawn.push(shape("path",
        { class: kind, d: parts.join(""), "stroke-opacity": (level + 1) / LEVELS }));
    });
  const picked = plane.marks.find((mark) => data.facts[mark.number][0] === state.picked);
  if (picked) drawn.push(...ribbon(picked));
  plane.drawn.replaceChildren(...drawn);
  const x = Math.min(Math.max(plane.x(state.day + 1), plane.left), plane.right);
  plane.cursor.setAttribute("d", `M${x} ${plane.top}V${plane.bottom}`);
  plane.told = picked || telling;
  paintLabel(plane.told);
  $("undrawn").textContent = undrawn
    ? `${counted(undrawn, "fact")} of which nobody says when ${undrawn === 1 ? "it" : "they"} happened ${undrawn === 1 ? "is" : "are"} not drawn.` : "";
}

/** The whole life of a fact: at each date, when it was then said to have happened. */
function ribbon(mark) {
  const steps = data.facts[mark.number][2].filter((step) => step[DATE] <= state.date);
  const drawn = [];
  steps.forEach((step, number) => {
    if (step[WHEN] < 0) return;
    const from = step[DATE] < 0 ? plane.left : plane.x(data.days[step[DATE]][0]);
    const next = steps[number + 1];
    const to = Math.min(next ? plane.x(data.days[next[DATE]][0]) : plane.x(state.day + 1), plane.right);
    let low = null;
    for (const [first, last, begins, ends] of data.whens[step[WHEN]][2]) {
      low ??= first === null ? plane.bottom : plane.y(first);
      const high = last === null ? plane.top : plane.y(last + 1);
      drawn.push(shape("rect", { class: step[SURE] ? "ribbon" : "ribbon maybe", x: from, y: high - 1,
        width: Math.max(to - from, 2), height: Math.max(low - high, 2),
        "fill-opacity": 0.1 + 0.25 * Math.min(begins, ends) }));
      low = high;
    }
  });
  drawn.push(shape("path", { class: "picked", d: `M${mark.x} ${mark.bottom}V${mark.top}` }));
  return drawn;
}

function paintLabel(mark) {
  plane.label.replaceChildren();
  if (!mark) return;
  const title = cut(data.titles[mark.step[TITLE]], Math.floor((plane.right - plane.left) / 6.4));
  const lines = [title];
  if (mark.lag > 1) lines.push(`${counted(mark.lag, "day")} or more before it was known`);
  const wide = Math.max(...lines.map((words) => words.length)) * 6.2;
  const spot = mark.begun === null ? (mark.top + mark.bottom) / 2 : plane.y(mark.begun);
  const beside = mark.x - 10 - wide > plane.left;
  // Where there is no room beside the stroke, the words stand at the top, where little is drawn.
  const x = beside ? mark.x - 10 : plane.left + 8;
  const y = beside ? Math.min(Math.max(spot + 4, plane.top + 14), plane.bottom - 22) : plane.top + 16;
  if (!beside) plane.label.append(shape("path", { d: `M${mark.x} ${spot - 4}L${Math.min(mark.x, x + wide / 2)} ${y + 20}` }));
  // How long it was not known: from when it had certainly begun up to the line of "at once".
  if (mark.lag > 1) plane.label.append(shape("path", { class: "lag", d: `M${mark.x} ${spot}V${mark.once}` }));
  plane.label.append(shape("circle", { cx: mark.x, cy: spot, r: 4 }));
  lines.forEach((words, number) => plane.label.append(shape("text", { x, y: y + number * 16,
    "text-anchor": beside ? "end" : "start", class: number ? "days" : "title" }, words)));
}

/** The mark that is nearest to a pointer; undefined where none is near. */
function markAt(event) {
  const box = plane.svg.getBoundingClientRect();
  const x = event.clientX - box.left, y = event.clientY - box.top;
  let nearest, least = 14;
  for (const mark of plane.marks) {
    const off = Math.hypot(mark.x - x, Math.max(mark.top - y, y - mark.bottom, 0));
    if (off < least) { nearest = mark; least = off; }
  }
  return nearest;
}

// ---- Figures by origin ----------------------------------------------------------------------

const band = {};
const FROM = 1, GONE = 2, FIRM = 3, ORIGIN = 4, LOW = 5, HIGH = 6, AMOUNT = 7, HEARD = 9,
  LATEST = 10, AS_OF = 11;

function paintBand() {
  const figure = $("band");
  if (!figure) return;
  const [name, readings, ranges] = data.measures[$("measure").value || 0];
  const svg = figure.querySelector("svg"), wide = plane.wide, high = 220;
  const side = wide < 480 ? 110 : 176;
  const left = 46, right = wide - side, top = 12, bottom = high - 26;
  const bounds = readings.flatMap((one) => [one[LOW], one[HIGH]]).filter((one) => one !== null);
  const most = Math.max(...bounds, 0) || 1, least = Math.min(...bounds, 0);
  const x = (day) => Math.min(Math.max(
    left + (place(day) - FIRST_PLACE) * (right - left) / (LAST_PLACE - FIRST_PLACE || 1), left), right);
  const y = (value) => bottom - (value - least) / (most - least) * (bottom - top - 14);
  const now = readings.filter((one) => standsAt(state.date, one[FROM], one[GONE]));
  const frame = shape("g", { class: "frame" });
  ticks((day) => x(day) - left, right - left, 58, (spot, words) => frame.append(
    shape("text", { x: left + spot, y: high - 8, "text-anchor": "middle" }, words)));
  for (const value of [least, (least + most) / 2, most]) frame.append(
    shape("path", { d: `M${left} ${y(value)}H${right}` }),
    shape("text", { x: left - 6, y: y(value) + 3.5, "text-anchor": "end" },
      Number(value.toPrecision(3)).toLocaleString("en", { notation: value >= 1e5 ? "compact" : "standard" })));
  const drawn = [];
  const until = x(state.day + 1);
  const spans = { range: [], "range open": [] };
  ranges.forEach((row, number) => {
    if (row[0] > state.date || row.length === 1) return;
    const next = ranges[number + 1], from = row[0] < 0 ? left : x(data.days[row[0]][0]);
    const to = next && next[0] <= state.date ? x(data.days[next[0]][0]) : until;
    const block = (roof, floor) => `M${from} ${roof}H${Math.max(to, from + 2)}V${Math.max(floor, roof + 3)}H${from}z`;
    spans.range.push(block(y(row[2]) - 1.5, y(row[1])));
    if (row[4] || row[3])
      spans["range open"].push(block(row[4] ? top : y(row[2]), row[3] ? bottom : y(row[1])));
  });
  for (const [kind, parts] of Object.entries(spans))
    if (parts.length) drawn.push(shape("path", { class: kind, d: parts.join("") }));
  const labels = [], paths = { reading: [], "reading thin": [], "reading maybe": [], "reading maybe thin": [] };
  for (const one of now) {
    const from = one[FIRM] ? one[LATEST] : one[HEARD], low = one[LOW] ?? one[HIGH], up = one[HIGH] ?? one[LOW];
    const kind = one[FIRM] ? "reading" : "reading maybe", at = from === null ? left : x(from);
    paths[`${kind} thin`].push(`M${at} ${y((low + up) / 2)}H${until}`);
    paths[kind].push(`M${at} ${y(low)}V${y(up)}`);
    if (one[HIGH] === null || one[LOW] === null) {
      const way = one[HIGH] === null ? -1 : 1, tip = y(low) + way * 14;
      paths[`${kind} thin`].push(`M${at} ${y(low)}V${tip}m-3 ${-way * 4}l3 ${way * 4}l3 ${-way * 4}`);
    }
    labels.push({ at: y((low + up) / 2), one });
  }
  for (const [kind, parts] of Object.entries(paths))
    if (parts.length) drawn.push(shape("path", { class: kind, d: parts.join("") }));
  // One label for each voice and figure, moved apart where they would cover each other.
  const seen = new Set();
  const named = labels.filter(({ one }) => {
    const key = `${one[ORIGIN]}/${one[AMOUNT]}`;
    return !seen.has(key) && seen.add(key);
  }).sort((one, other) => one.at - other.at).slice(0, 12);
  const room = Math.floor((side - 10) / 6.2), told = named.length <= 6;
  let last = top - 8;
  for (const { at, one } of named) {
    last = Math.max(at - (told ? 4 : -4), last + (told ? 28 : 13));
    const kind = one[FIRM] ? "voice" : "voice maybe";
    drawn.push(shape("text", { class: kind, x: right + 8, y: last }, cut(data.sources[one[ORIGIN]], room)));
    if (told) drawn.push(shape("text", { class: "amount", x: right + 8, y: last + 13 }, cut(one[AMOUNT], room)));
  }
  drawn.push(shape("path", { class: "cursor", d: `M${until} ${top}V${bottom}` }));
  svg.setAttribute("viewBox", `0 0 ${wide} ${high}`);
  svg.setAttribute("height", high);
  svg.replaceChildren(frame, ...drawn);
  const span = ranges.filter((row) => row[0] <= state.date).pop();
  $("range").textContent = span && span.length > 1
    ? `The newest estimates of all who name one: ${span[5]}.` : now.length
      ? "Nobody is certainly known to have named a figure." : "Nobody had named a figure by then.";
  if (figure.querySelector("details").open) paintTable(now);
  svg.setAttribute("aria-label", `${name}: ${$("range").textContent}`);
}

function paintTable(now) {
  $("readings").replaceChildren(...now.map((one) => {
    const heard = (one[HEARD] === one[LATEST] ? "" : "by ") + dayWords(one[LATEST]);
    return el("tr", one[FIRM] ? "" : "maybe", el("td", "", data.sources[one[ORIGIN]]),
      el("td", "", one[AMOUNT]), el("td", "", one[AS_OF] || "–"),
      el("td", "", heard + (one[FIRM] ? "" : ", possibly")));
  }));
}
