// The list of facts as it stood. Words become text nodes, never markup.

const AT_FIRST = 60, MORE = 240, NEW_AT_FIRST = 10;
const shownRows = new Map(); // how many rows of a section are shown, where somebody asked for more
const rows = new Map(); // rows that are made: fact and step, element
const $ = (id) => document.getElementById(id);

function el(name, kind, ...children) {
  const element = document.createElement(name);
  if (kind) element.className = kind;
  element.append(...children.filter((child) => child !== null));
  return element;
}

function link(address, ...children) {
  const anchor = el("a", "", ...children);
  anchor.href = address;
  return anchor;
}

/** A date as a small bar along the whole of time: solid where certain, fading where open. */
function softBar(when) {
  const bar = el("span", "bar"), stroke = el("i");
  const stretches = when[2], end = data.scale[data.scale.length - 1][1] || 1;
  const at = (day, edge) => (day === null ? edge : place(day) / end * 100);
  const from = at(stretches[0][0], 0), to = at(stretches[stretches.length - 1][1], 100);
  const wide = Math.max(to - from, 0);
  const stops = stretches.flatMap(([first, last, begins, ends]) =>
    [[at(first, 0), begins], [at(last, 100), ends]]);
  bar.setAttribute("aria-hidden", "true");
  stroke.style.left = `${from}%`;
  stroke.style.width = `max(4px, ${wide}%)`;
  if (stretches.length > 1 || stretches[0][2] !== stretches[0][3]) {
    const listed = stops.map(([where, strength]) =>
      `color-mix(in srgb, currentColor ${strength * 100}%, transparent) ${wide ? (where - from) / wide * 100 : 0}%`);
    stroke.style.background = `linear-gradient(90deg, ${listed.join(", ")})`;
  }
  bar.append(stroke);
  return bar;
}

function badge(step) {
  const [word, title, meaning] = data.statuses[step[STATUS]];
  const mark = el("span", `badge s-${word}`, step[SURE] ? title : `possibly ${title.toLowerCase()}`);
  mark.title = meaning;
  return mark;
}

const named = (origins) => data.origins[origins].map((source) => data.sources[source]).join(", ");

function possiblyLine(step) {
  if (!step[POSSIBLY]) return null;
  const [status, when] = step[POSSIBLY], same = status === step[STATUS] ? "still " : "";
  const date = when === step[WHEN] || when < 0 ? "" : `, ${data.whens[when][0]}`;
  const words = `${same}${data.statuses[status][1].toLowerCase()}${date}`;
  return el("p", "possibly", `Would be ${words}, if what was only possibly known is counted.`);
}

function claimItem([number, sure]) {
  const [id, stance, text, chain, said, when, figures, quote, article, , ended, spot, web, read] =
    data.claims[number];
  const [name, title, outlet, published, address, texted] = data.articles[article];
  const item = el("li", sure ? "" : "maybe");
  item.append(el("p", "chain", el("b", "", data.phrases[chain]), ` ${data.phrases[said]}`, sure ? "" : "; only possibly known"));
  if (text) item.append(el("p", "", text));
  if (when >= 0) item.append(el("p", "dated", `Happened: ${data.whens[when][0]}`));
  for (const figure of figures) item.append(el("p", "figure", figure));
  if (ended) item.append(el("p", "ended", ended));
  if (quote) {
    const target = spot ? `#${spot}` : web;
    item.append(el("blockquote", "", target ? link(target, quote) : quote));
  }
  const printed = el("p", "source", `${outlet}, ${published}: `);
  const headline = title || name, place = texted ? `#text-${name}` : address;
  printed.append(place ? link(place, el("span", "", headline)) : el("span", "", headline));
  if (texted && address) printed.append(" (", link(web || address, "on the web"), ")");
  item.append(printed);
  if (read >= 0) {
    item.append(el("p", "read", data.readings[read][0]));
    item.lastChild.title = "No person has checked this claim against the article.";
  }
  item.dataset.claim = id;
  item.dataset.stance = stance;
  return item;
}

/** The claims of a fact, made when they are first looked at. */
function claimsOf(fact, step, date) {
  const claims = claimsAt(fact, date), details = el("details", "");
  const since = step[FIRST] < 0 ? "" : `; first known ${data.whens[step[FIRST]][0]}`;
  details.append(el("summary", "", counted(claims.length, "claim") + since));
  details.addEventListener("toggle", () => {
    if (!details.open) { unpick(fact[0]); return; }
    if (details.children.length === 1)
      details.append(el("ol", "claims", ...claims.map(claimItem)));
    pick(fact[0]);
  });
  return details;
}

function rowOf(number, step, date) {
  const key = `${number}/${step[DATE]}`;
  let row = rows.get(key);
  if (!row) {
    const fact = data.facts[number], when = data.whens[step[WHEN]];
    const occurred = el("div", "occurred", el("span", "words", when ? when[0] : "no date given"));
    if (when && when[1]) occurred.append(el("span", "bounds", when[1]));
    if (step[CONFLICT])
      occurred.append(el("span", "bounds", "the dates given cannot all be right"));
    if (when) occurred.append(softBar(when));
    const line = el("p", "line", badge(step), " ", el("span", "who", named(step[ORIGINS])));
    const kind = data.kinds[fact[1]];
    if (kind) line.append(" ", el("span", "kind", kind));
    const against = named(step[AGAINST]); // who says that it is not so, where others say it
    if (against) line.append(" ", el("span", "against", "against it: ", el("b", "", against)));
    const what = el("div", "what", el("h3", "", data.titles[step[TITLE]]), line);
    const possibly = possiblyLine(step);
    if (possibly) what.append(possibly);
    what.append(claimsOf(fact, step, date));
    row = el("li", step[SURE] ? "fact" : "fact maybe", occurred, what);
    row.dataset.fact = fact[0];
    // Whoever reads the claims of a fact goes on reading them as the dates go by.
    row.querySelector("details").open = fact[0] === state.picked;
    if (rows.size > 4000) rows.clear();
    rows.set(key, row);
  }
  row.classList.toggle("fresh", isNew(step));
  row.classList.toggle("picked", data.facts[number][0] === state.picked);
  return row;
}

/** Rows under each other, the first of many, and a button for the others. */
function listOf(key, listed) {
  const most = shownRows.get(key) || AT_FIRST, list = el("ol", "facts");
  list.append(...listed.slice(0, most).map(([number, step]) => rowOf(number, step, state.date)));
  if (listed.length <= most) return [list];
  const more = el("button", "more", `Show ${Math.min(MORE, listed.length - most)} more`);
  more.type = "button";
  more.addEventListener("click", () => { shownRows.set(key, most + MORE); paintList(known()); });
  return [list, more];
}

const UNDATED = "/undated", FEW = 5;
const unfolded = new Map(); // which groups without dates somebody has opened or closed

/** The facts of a section of which nobody says when they happened: folded where they are many. */
function undatedOf(key, listed, alone) {
  const summary = el("summary", "", `${counted(listed.length, "fact")} of which nobody says when ${listed.length === 1 ? "it" : "they"} happened`);
  const group = el("details", "undated", summary, ...listOf(key + UNDATED, listed));
  const sought = Object.values(state.filters).some(Boolean)
    || listed.some(([number]) => data.facts[number][0] === state.picked);
  group.open = unfolded.get(key) ?? (alone || sought || listed.length <= FEW);
  summary.addEventListener("click", () => unfolded.set(key, !group.open));
  return group;
}

function sectionOf(key, title, meaning, listed) {
  const dated = listed.filter(([, step]) => step[WHEN] >= 0);
  const undated = listed.filter(([, step]) => step[WHEN] < 0);
  const section = el("section", `status s-${key}`,
    el("h2", "", title, " ", el("span", "count", listed.length.toLocaleString("en"))),
    el("p", "meaning", meaning));
  if (dated.length) section.append(...listOf(key, dated));
  if (undated.length) section.append(undatedOf(key, undated, !dated.length));
  return section;
}

function paintList(found) {
  found.sort((one, other) => one[1][RANK] - other[1][RANK]);
  const groups = data.statuses.map(() => []), possible = [];
  for (const pair of found) (pair[1][SURE] ? groups[pair[1][STATUS]] : possible).push(pair);
  const sections = groups.map((listed, number) => {
    const [word, title, meaning] = data.statuses[number];
    return listed.length ? sectionOf(word, title, meaning, listed) : null;
  });
  if (possible.length) sections.push(sectionOf("possible", "Only possibly known",
    "said at a time of which it is not certain that it was by then", possible));
  $("facts").replaceChildren(...sections.filter(Boolean));
  if (!found.length) $("facts").append(el("p", "meaning nothing",
    Object.values(state.filters).some(Boolean) ? "No fact that was known by then fits." : "Nothing was known by then."));
}

let allNew = false; // whether somebody asked to see all that is new

function paintNew(found) {
  const fresh = found.filter(([, step]) => isNew(step)).sort(([, one], [, other]) =>
    other[SURE] - one[SURE] || one[STATUS] - other[STATUS] || one[RANK] - other[RANK]);
  const words = ["learned", "changed", "withdrawn"];
  const items = fresh.slice(0, allNew ? 400 : NEW_AT_FIRST).map(([number, step]) => {
    const fact = data.facts[number][0];
    const open = link(`#${dayText(state.day)}/${fact}`, el("span", "", data.titles[step[TITLE]]));
    open.addEventListener("click", (event) => { event.preventDefault(); reveal(fact); address(); });
    return el("li", words[step[NEWS]], badge(step), " ", open, " ",
      el("span", "how", data.news[step[WORDS]]));
  });
  if (fresh.length > items.length) {
    const more = el("button", "more", `Show all ${fresh.length.toLocaleString("en")}`);
    more.type = "button";
    more.addEventListener("click", () => { allNew = true; paintNew(known()); });
    items.push(el("li", "", more));
  }
  const before = state.date >= 0 ? dayWords(data.days[state.date][0]) : "";
  const quiet = before ? `Nothing; the last change was on ${before}.` : "Nothing yet.";
  const none = state.date >= 0 && data.days[state.date][0] === state.day
    ? "Nothing that fits." : quiet;
  $("new-list").replaceChildren(items.length ? el("ul", "", ...items) : el("p", "meaning", none));
}

function paintSummary(found) {
  const sure = found.filter(([, step]) => step[SURE]);
  const disputed = sure.filter(([, step]) => data.statuses[step[STATUS]][0] === "disputed").length;
  const fresh = found.filter(([, step]) => isNew(step)).length;
  $("summary").replaceChildren(
    el("b", "", counted(sure.length, "fact")), " known for certain",
    disputed ? `, ${disputed.toLocaleString("en")} of them in dispute; ` : "; ",
    el("b", "", counted(found.length - sure.length, "fact")), " only possibly known; ",
    el("b", "", counted(fresh, "change")), " on this date.");
}
