// What a page cannot do alone: the live feed takes in what arrives, and nothing moves under the eye.
// Without this file the desk is whole; it only has to be loaded again.
(() => {
  "use strict";
  const NEAR = 120; // pixels from the top within which a reader is not reading yet

  let box, list, offer, pause, source, tide, paused = false, waiting = null, asked = 0;

  // Looks for the feed on this page, as on the first load and after a filter put another in its place.
  function begin() {
    const found = document.getElementById("live");
    if (found === box) return;
    if (source) source.close();
    box = found;
    waiting = null;
    if (!box || !window.EventSource) return;
    list = box.querySelector("#feed");
    offer = box.querySelector(".offer");
    pause = box.querySelector(".pause");
    tide = box.dataset.tide;
    pause.hidden = false;
    pause.firstElementChild.setAttribute("aria-pressed", String(paused));
    pause.firstElementChild.addEventListener("click", toggle);
    source = new EventSource("/live?tide=" + encodeURIComponent(tide));
    source.addEventListener("open", () => { box.dataset.connected = "true"; });
    source.addEventListener("tide", (event) => { tide = event.lastEventId; look(); });
  }

  function toggle() {
    paused = !paused;
    pause.firstElementChild.setAttribute("aria-pressed", String(paused));
    pause.firstElementChild.textContent = paused ? "Updates paused" : "Pause updates";
    if (!paused && waiting) settle();
  }

  // Fetches the page as it is now; of several looks at once the last one counts.
  async function look() {
    const mine = ++asked, at = box;
    try {
      const answer = await fetch(location.pathname + location.search, {headers: {Accept: "text/html"}});
      if (!answer.ok || mine !== asked || at !== box) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const next = page.getElementById("feed");
      if (!next || mine !== asked || at !== box) return;
      waiting = [...next.children];
      settle();
    } catch (err) {
      // the stream tells again when the record moves, and a reload always works
    }
  }

  const standing = (row) => document.getElementById(row.id)
    || (row.dataset.replaces && document.getElementById(row.dataset.replaces));
  const isNews = (row) => row.matches(".item") && !standing(row);
  const isOther = (row) => row.matches(".item") && standing(row) && (standing(row).id !== row.id
    || standing(row).dataset.v !== row.dataset.v);

  // Takes in what may be taken in now; the rest is offered.
  function settle() {
    if (paused) return tell(waiting.filter((row) => isNews(row) || isOther(row)).length);
    for (const row of waiting.filter(isOther)) {
      const old = standing(row);
      if (scrollY <= NEAR || old.getBoundingClientRect().top >= 0) swap(old, row);
    }
    const left = waiting.filter((row) => isNews(row) || isOther(row)).length;
    if (left && scrollY > NEAR) return tell(left);
    merge();
    tell(0);
  }

  // One item in the place of another; who has the focus in it keeps it.
  function swap(old, row) {
    const held = old.contains(document.activeElement) ? [...old.querySelectorAll("a")].indexOf(document.activeElement) : -1;
    const fresh = document.importNode(row, true);
    fresh.classList.add("fresh");
    old.replaceWith(fresh);
    if (held >= 0) fresh.querySelectorAll("a")[held]?.focus({preventScroll: true});
  }

  // Everything in its order: what stands already stays the same element, so that focus and place are kept.
  function merge() {
    let place = list.firstElementChild;
    for (const row of waiting) {
      const old = row.id && document.getElementById(row.id);
      if (old) {
        if (old !== place) list.insertBefore(old, place);
        else place = place.nextElementSibling;
      } else {
        const fresh = document.importNode(row, true);
        if (row.matches(".item")) fresh.classList.add("fresh");
        list.insertBefore(fresh, place);
      }
    }
    list.querySelector(".none")?.remove();
    waiting = null;
  }

  function tell(number) {
    offer.replaceChildren();
    offer.hidden = !number;
    if (!number) return;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = number === 1 ? "1 new update" : `${number} new updates`;
    button.addEventListener("click", () => {
      waiting.filter(isOther).forEach((row) => swap(standing(row), row));
      merge();
      tell(0);
      scrollTo({top: 0});
      list.querySelector(".item a")?.focus({preventScroll: true});
    });
    offer.append(button);
  }

  addEventListener("scroll", () => { if (waiting && !paused && scrollY <= NEAR) settle(); }, {passive: true});
  addEventListener("pagehide", () => source && source.close());
  addEventListener("pageshow", (event) => { if (event.persisted) { box = null; begin(); } });
  document.addEventListener("htmx:after:swap", begin);
  begin();
})();
