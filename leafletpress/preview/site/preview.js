// The page for translators: what is shown, and the line to the program that says what is new.

import { makeCards } from "./cards.js";
import { makePaper } from "./paper.js";

const AGAIN = 2000; // milliseconds until a lost connection is tried again

const part = (id) => document.getElementById(id);
const paper = makePaper(part("sheets"), { point, choose });
const cards = makeCards(part("card-body"), part("left-list"), { choose: jump });

let sheet = null;
let chosen = ""; // the name of the card that stays when nothing is pointed at
let source = null;

function card(name) {
  return sheet?.proof?.cards.find((each) => each.name === name);
}

function point(name) {
  paper.mark(chosen, name);
  cards.showCard(card(name) ?? card(chosen), sheet?.proof);
}

function choose(name) {
  chosen = name;
  point("");
}

// Go from the list to the place on the page, or to the card where there is none.
function jump(name) {
  choose(name);
  if (!paper.goTo(name)) part("card").focus();
}

async function show(next) {
  const before = sheet;
  sheet = next;
  document.title = next.proof ? `${next.proof.title} – preview` : "Preview of the leaflets";
  fillChoices(next.choices);
  showProgress(next.proof);
  showProblems(next);
  part("paper").classList.toggle("stale", next.stale);
  if (!(await paper.show(next))) return; // a newer one has come meanwhile
  cards.showLeft(next.proof);
  point("");
  part("busy").textContent = "";
  document.documentElement.dataset.shown = next.stale ? "stale" : next.digest;
  if (before && !next.stale) say(`The pages are renewed. ${left(next.proof)}`);
}

function left(proof) {
  const count = proof.left.length;
  return count === 1 ? "1 text is left to do." : `${count || "No"} texts are left to do.`;
}

function showProgress(proof) {
  if (!proof) return;
  const { status, language } = proof;
  const done = status.translated - status.failed_checks;
  part("title").textContent = proof.title;
  part("title").lang = status.untranslated ? "" : language.tag;
  part("title").dir = "auto";
  part("done").max = status.total;
  part("done").value = done;
  const counts = [
    `${done} of ${status.total} texts done`,
    status.critical_missing && `${status.critical_missing} critical missing`,
    status.untranslated && `${status.untranslated} untranslated`,
    status.fuzzy && `${status.fuzzy} fuzzy`,
    status.failed_checks && `${status.failed_checks} failing a check`,
    `the edition is ${status.state}`,
  ];
  part("said").textContent = counts.filter(Boolean).join(" · ");
}

function showProblems({ problems, stale, proof }) {
  const head = proof
    ? "The files cannot be printed as they are. These pages are not the newest."
    : "The files cannot be printed as they are.";
  const text = JSON.stringify([problems, stale]);
  if (part("problems").dataset.text === text) return; // said already
  part("problems").dataset.text = text;
  part("problems").replaceChildren();
  if (!problems.length) return;
  const box = document.createElement("div");
  box.className = "notice";
  if (stale) box.append(Object.assign(document.createElement("p"), { textContent: head }));
  const list = box.appendChild(document.createElement("ul"));
  for (const problem of problems) {
    list.appendChild(document.createElement("li")).textContent = problem;
  }
  part("problems").append(box);
}

function fillChoices(choices) {
  const query = new URLSearchParams(location.search);
  const lists = { lang: choices.languages, leaflet: choices.leaflets, format: choices.formats };
  for (const [field, names] of Object.entries(lists)) {
    const select = part("view").elements[field];
    const wanted = names.map((one) => new Option(one.label, one.name));
    const same = wanted.map((one) => one.value).join() === [...select].map((o) => o.value).join();
    if (!same) select.replaceChildren(...wanted);
    select.value = query.get(field);
  }
}

function say(text) {
  part("news").textContent = text;
}

function connect() {
  source?.close();
  const address = `/events${location.search}`;
  const line = (source = new EventSource(address));
  line.addEventListener("sheet", (event) => show(JSON.parse(event.data)));
  line.addEventListener("busy", () => (part("busy").textContent = "Printing …"));
  line.onopen = () => part("connection").replaceChildren();
  line.onerror = () => lost(line, address);
}

// A browser tries again by itself, but not after an answer that is none.
async function lost(line, address) {
  if (line !== source) return;
  let why = "The preview does not answer. Is it still running in its terminal?";
  if (line.readyState === EventSource.CLOSED) {
    setTimeout(() => line === source && connect(), AGAIN);
    const answer = await fetch(address).catch(() => null);
    if (answer && !answer.ok) why = await answer.text();
    else answer?.body.cancel();
  }
  part("connection").textContent = `${why} This page tries again by itself.`;
}

part("view").addEventListener("change", (event) => {
  const query = new URLSearchParams(location.search);
  query.set(event.target.name, event.target.value);
  history.pushState(null, "", `/?${query}`);
  turn();
});
part("view").addEventListener("submit", (event) => event.preventDefault());
window.addEventListener("popstate", turn);

function turn() {
  chosen = "";
  connect();
}

connect();
