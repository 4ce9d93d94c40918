"use strict";
// The answers, as the engine gave them: this part only finds those of a date.

const data = JSON.parse(document.getElementById("data").textContent);
const LAST = data.days.length - 1;
const EPOCH = 719163; // 1970-01-01, in the day numbers of the page
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August",
  "September", "October", "November", "December"];
// A step: what holds of a fact from a date on.
const DATE = 0, STATUS = 1, SURE = 2, WHEN = 3, CONFLICT = 4, POSSIBLY = 5, ORIGINS = 6,
  TITLE = 7, RANK = 8, FIRST = 9, NEWS = 10, WORDS = 11, AGAINST = 12;

/** How many of the ascending `list` are not above `value`. */
function upto(list, value, of = (one) => one) {
  let low = 0, high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (of(list[middle]) <= value) low = middle + 1; else high = middle;
  }
  return low;
}

/** The number of the date of change on or before a day; -1 before the first. */
const dateOf = (day) => upto(data.days, day, (one) => one[0]) - 1;

/** The place of a day on the scale of time that both axes share. */
function place(day) {
  const scale = data.scale, next = upto(scale, day, (one) => one[0]);
  if (next === 0) return scale[0][1];
  if (next === scale.length) return scale[next - 1][1];
  const [first, from] = scale[next - 1], [second, to] = scale[next];
  return from + (to - from) * (day - first) / (second - first);
}

/** The step of a fact that holds at a date; undefined while nothing is known of it. */
function stepAt(fact, date) {
  const steps = fact[2], count = upto(steps, date, (step) => step[DATE]);
  return count ? steps[count - 1] : undefined;
}

const standsAt = (date, from, gone) => from <= date && (gone < 0 || date < gone);

/** The claims of a fact that were known at a date: pairs of claim and whether certainly. */
function claimsAt(fact, date) {
  return fact[3].filter(([, , from, gone]) => standsAt(date, from, gone))
    .map(([claim, sure]) => [claim, sure === 1]);
}

/** A day of which the page has the words; of others they are made here. */
const knownDay = (day) => [data.days[dateOf(day)], data.last].find((one) => one && one[0] === day);

function dayWords(day) {
  const known = knownDay(day);
  if (known) return known[2];
  const date = new Date((day - EPOCH) * 864e5);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

function dayText(day) {
  const known = knownDay(day);
  if (known) return known[1];
  return new Date((day - EPOCH) * 864e5).toISOString().slice(0, 10);
}

/** The last day of a date such as 2025, 2025-01 or 2025-01-20; undefined if it is none. */
function dayFrom(text) {
  const known = data.days.find((one) => one[1] === text);
  if (known) return known[0];
  const found = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text);
  if (!found) return undefined;
  const [year, month, day] = found.slice(1).map((part) => part && Number(part));
  const date = new Date(0);
  if (day) date.setUTCFullYear(year, month - 1, day);
  else date.setUTCFullYear(year, month || 12, 0);
  if (day && (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)) return undefined;
  return Math.round(date.getTime() / 864e5) + EPOCH;
}

const counted = (count, one, many = `${one}s`) =>
  `${count === 0 ? "no" : count.toLocaleString("en")} ${count === 1 ? one : many}`;

// ---- What is looked at -------------------------------------------------------------------------

const state = { day: data.days[LAST][0], date: LAST, picked: "", filters: {} };
const NUMBERS = new Map(data.facts.map((fact, number) => [fact[0], number]));

/** The words of a fact that a search looks through, as known at a date, and no others. */
function wordsAt(fact, step, date) {
  const claims = claimsAt(fact, date).map(([claim]) => data.claims[claim]);
  const parts = claims.flatMap((claim) => [claim[2], data.phrases[claim[3]], claim[7]]);
  return [fact[0], data.titles[step[TITLE]], data.kinds[fact[1]], ...parts]
    .join("\n").toLowerCase();
}

/** The actors and places that a claim names, where a machine read it. */
function aboutOf(claim) {
  const reading = data.readings[data.claims[claim][13]];
  return reading ? reading[1] : [];
}

function fits(fact, step, date) {
  const { text, source, actor, kind, status } = state.filters;
  if (kind && data.kinds[fact[1]] !== kind) return false;
  if (status && (step[SURE] ? data.statuses[step[STATUS]][0] : "possible") !== status) return false;
  if (source && !claimsAt(fact, date).some(([claim]) => data.claims[claim][9].includes(source - 1)))
    return false;
  if (actor && !claimsAt(fact, date).some(([claim]) => aboutOf(claim).includes(actor - 1)))
    return false;
  if (!text) return true;
  const words = wordsAt(fact, step, date);
  return text.split(/\s+/).every((word) => words.includes(word));
}

/** All facts known at the date looked at that fit the filters: pairs of number and step. */
function known() {
  const found = [], date = state.date;
  data.facts.forEach((fact, number) => {
    const step = stepAt(fact, date);
    if (step && fits(fact, step, date)) found.push([number, step]);
  });
  return found;
}

/** Whether a step begins on the very day that is looked at. */
const isNew = (step) => step[DATE] === state.date && step[DATE] >= 0
  && data.days[step[DATE]][0] === state.day;
