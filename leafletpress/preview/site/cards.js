// The cards beside the pages: the card of one text, and the list of what is left to do.

const STANDINGS = {
  source: ["", "source text"],
  translated: ["✓", "translated"],
  untranslated: ["○", "not translated"],
  fuzzy: ["~", "fuzzy"],
  failing: ["✕", "fails a check"],
  warning: ["!", "translated, with a warning"],
};

function element(tag, className, ...inner) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...inner.filter(Boolean));
  return made;
}

function inTongue(tag, text, tongue) {
  return Object.assign(element(tag, "text", text), { lang: tongue.tag, dir: tongue.direction });
}

function sign(card) {
  const [mark, words] = STANDINGS[card.standing];
  const shown = element("span", "mark", mark);
  shown.ariaHidden = "true";
  return element("span", `standing ${card.standing}`, mark && shown, words);
}

export function makeCards(body, list, { choose }) {
  function showCard(card, proof) {
    if (!card) return;
    const rows = [
      [`Source (${proof.source.name})`, inTongue("p", card.source, proof.source)],
      card.changes.length && ["What changed in it", lines(card.changes)],
      card.standing !== "source" && [
        `Translation (${proof.language.name})`,
        card.translation ? inTongue("p", card.translation, proof.language) : element("p", "", "–"),
      ],
      card.flaws.length && ["What to mend", lines(card.flaws.map((f) => `[${f.id}] ${f.what}: ${f.mend}`))],
      card.note && ["Note of the author", element("p", "", card.note)],
      ["Where", places(card)],
      ["What it is", element("p", "", [card.kind, card.section].filter(Boolean).join(" · "))],
    ];
    const details = element("dl", "");
    for (const [head, value] of rows.filter(Boolean)) {
      details.append(element("dt", "", head), element("dd", "", value));
    }
    const critical = card.critical && element("span", "critical", "critical");
    body.replaceChildren(element("p", "standings", sign(card), critical), details);
    body.parentElement.scrollTop = body.closest("aside").scrollTop = 0;
  }

  function lines(texts) {
    return element("ul", "", ...texts.map((text) => element("li", "", text)));
  }

  function places(card) {
    const pages = [...new Set(card.areas.map((area) => area.page + 1))];
    const seen = pages.length ? `page ${pages.join(", ")}` : "not seen on these pages";
    const files = [card.catalog, card.leaflet].filter(Boolean);
    return element("ul", "", ...files.map((file) => element("li", "", element("code", "", file))),
                   element("li", "", seen));
  }

  function showLeft(proof) {
    const held = document.activeElement?.closest("#left-list button")?.dataset.name;
    const cards = proof ? proof.left.map((number) => proof.cards[number]) : [];
    list.replaceChildren(...cards.map((card) => element("li", "", entry(card, proof))));
    if (proof && !cards.length) list.append(element("li", "hint", "Nothing."));
    list.querySelectorAll("button").forEach((one) => one.dataset.name === held && one.focus());
  }

  function entry(card, proof) {
    const text = inTongue("span", card.source, proof.source);
    const critical = card.critical && element("span", "critical", "critical");
    const button = element("button", "", element("span", "standings", sign(card), critical), text);
    button.type = "button";
    button.dataset.name = card.name;
    button.addEventListener("click", () => choose(card.name));
    return button;
  }

  return { showCard, showLeft };
}
