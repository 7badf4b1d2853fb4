// The pages: pictures of the paper, and over each text a button that says it.

const SCALES = [1, 2, 3, 4]; // pixels a point
const NEAR = 0.5; // a page so many windows away is drawn before it is shown

const STANDINGS = {
  source: "",
  translated: "",
  untranslated: "not translated",
  fuzzy: "fuzzy",
  failing: "fails a check",
  warning: "has a warning",
};

export function makePaper(list, { point, choose }) {
  let turn = 0;
  const spots = () => [...list.querySelectorAll(".spot")];
  const calm = matchMedia("(prefers-reduced-motion: reduce)");

  // Show a sheet; tell whether it was shown and not overtaken by a newer one.
  async function show(sheet) {
    const mine = ++turn;
    const pictures = sheet.pages.map((size, page) => picture(sheet, page));
    await Promise.all(pictures.map((fresh, page) => isNear(page) && drawn(fresh)));
    if (mine !== turn) return false;
    const held = document.activeElement?.dataset.place;
    while (list.children.length > sheet.pages.length) list.lastChild.remove();
    sheet.pages.forEach((size, page) => layPage(sheet, page, pictures[page]));
    if (held) spots().find((spot) => spot.dataset.place === held)?.focus({ preventScroll: true });
    return true;
  }

  function picture(sheet, page) {
    const address = (scale) => `/pages/${sheet.digest}/${page}.png?scale=${scale}`;
    const width = sheet.pages[page].width;
    const image = new Image();
    image.alt = `Page ${page + 1} as it prints. Its texts follow as buttons.`;
    image.loading = isNear(page) ? "eager" : "lazy";
    image.sizes = "(max-width: 60rem) 100vw, 60vw";
    image.srcset = SCALES.map((scale) => `${address(scale)} ${Math.round(width * scale)}w`).join();
    image.src = address(2);
    return image;
  }

  function isNear(page) {
    const place = list.children[page]?.getBoundingClientRect();
    if (!place) return page === 0;
    return place.bottom > -NEAR * innerHeight && place.top < (1 + NEAR) * innerHeight;
  }

  function layPage(sheet, page, image) {
    const item = list.children[page] ?? list.appendChild(document.createElement("li"));
    const size = sheet.pages[page];
    const head = Object.assign(document.createElement("h3"), {
      textContent: `Page ${page + 1} of ${sheet.pages.length}`,
    });
    const leaf = Object.assign(document.createElement("div"), { className: "leaf" });
    leaf.style.aspectRatio = `${size.width} / ${size.height}`;
    leaf.append(image, ...areasOn(sheet.proof.cards, page).map((one) => spot(one, sheet.proof)));
    item.replaceChildren(head, leaf);
  }

  // Put a button over a text. Only one of them all is in the order of the Tab key.
  function spot({ card, area, place }, proof) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = `spot ${card.standing}${card.critical ? " critical" : ""}`;
    button.dataset.name = card.name;
    button.dataset.place = place;
    button.tabIndex = -1;
    for (const edge of ["left", "top", "width", "height"]) {
      button.style[edge] = `${100 * area[edge]}%`;
    }
    button.append(words(card, proof), remark(card));
    return button;
  }

  function words(card, proof) {
    const text = document.createElement("span");
    const stands = ["untranslated", "fuzzy", "failing"].includes(card.standing);
    const tongue = stands ? proof.source : proof.language; // what is on the page
    text.textContent = stands ? card.source : card.translation;
    text.lang = tongue.tag;
    text.dir = tongue.direction;
    return text;
  }

  function remark(card) {
    const said = [card.critical && "critical", STANDINGS[card.standing]];
    const flaws = card.flaws.map((flaw) => flaw.what);
    const text = [...said, ...flaws].filter(Boolean).join(", ");
    return Object.assign(document.createElement("span"), { textContent: text && ` (${text})` });
  }

  // Mark the text that was chosen and the one that is pointed at.
  function mark(chosen, pointed) {
    const all = spots();
    for (const one of all) {
      one.classList.toggle("chosen", one.dataset.name === chosen);
      one.classList.toggle("pointed", one.dataset.name === pointed);
      if (one.dataset.name === chosen) one.setAttribute("aria-current", "true");
      else one.removeAttribute("aria-current");
      one.tabIndex = -1;
    }
    const here = document.activeElement;
    const way = all.includes(here) ? here : all.find((one) => one.dataset.name === chosen) ?? all[0];
    if (way) way.tabIndex = 0;
  }

  function goTo(name) {
    const found = spots().find((one) => one.dataset.name === name);
    found?.focus({ preventScroll: true });
    found?.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
    return Boolean(found);
  }

  function move(event) {
    const all = spots();
    const here = all.indexOf(event.target);
    const steps = { ArrowDown: here + 1, ArrowRight: here + 1, ArrowUp: here - 1,
                    ArrowLeft: here - 1, Home: 0, End: all.length - 1 };
    const there = all[steps[event.key]];
    if (here < 0 || !(event.key in steps) || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    there?.focus();
  }

  const nameOf = (event) => event.target.closest(".spot")?.dataset.name ?? "";
  list.addEventListener("pointerover", (event) => point(nameOf(event)));
  list.addEventListener("pointerleave", () => point(""));
  list.addEventListener("focusin", (event) => nameOf(event) && choose(nameOf(event)));
  list.addEventListener("click", (event) => nameOf(event) && choose(nameOf(event)));
  list.addEventListener("keydown", move);

  return { show, mark, goTo };
}

// Return the texts that stand on a page, in the order in which they are read there.
function areasOn(cards, page) {
  const found = cards.flatMap((card) =>
    card.areas.map((area, number) => ({ card, area, place: `${card.name}\n${number}` })),
  );
  return found
    .filter(({ area }) => area.page === page)
    .sort((one, other) => one.area.top - other.area.top || one.area.left - other.area.left);
}

function drawn(image) {
  return image.decode().catch(() => {}); // a picture that fails must not hold up the texts
}
