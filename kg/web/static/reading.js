// Click words to see what they say, click a claim to see its words. Without this file the links do it.

const text = document.querySelector(".text");
const runs = [...text.querySelectorAll(".run")];
const notes = new Map([...text.querySelectorAll(".note")].map((note) => [note.dataset.c, note]));

function light(claims) {
  for (const run of runs) run.classList.toggle("on", run.dataset.c.split(" ").some((claim) => claims.has(claim)));
  for (const [claim, note] of notes) note.classList.toggle("on", claims.has(claim));
}

function into(element, block) {
  const box = element.getBoundingClientRect();
  if (box.top < 80 || box.bottom > innerHeight - 20) element.scrollIntoView({ block });
}

function remember(name) {
  history.replaceState(null, "", `#${name}`);
}

function fromWords(run) {
  const claims = new Set(run.dataset.c.split(" "));
  light(claims);
  const first = notes.get(run.hash.slice(2));
  if (first) {
    const closed = first.closest("details:not([open])");
    if (closed) closed.open = true;
    into(first, "nearest");
  }
  remember(run.id || run.hash.slice(1));
}

function fromClaim(note) {
  light(new Set([note.dataset.c]));
  const first = runs.find((run) => run.classList.contains("on"));
  if (first) into(first, "center");
  remember(note.id);
}

text.addEventListener("click", (event) => {
  const run = event.target.closest(".run"), note = event.target.closest(".note");
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (run) {
    event.preventDefault();
    fromWords(run);
  } else if (note && (!event.target.closest("a") || event.target.closest(".find"))) {
    event.preventDefault();
    fromClaim(note);
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") light(new Set());
});

// An address that ends in #w79-87 or #c3 opens with those words lit: all of them, also where other claims cut them.
function arrive() {
  const name = decodeURIComponent(location.hash.slice(1));
  const place = /^w(\d+)-(\d+)$/.exec(name);
  const note = /^c\d+$/.test(name) && document.getElementById(name);
  if (note) {
    light(new Set([note.dataset.c]));
  } else if (place) {
    light(new Set());
    let run = document.getElementById(name);
    while (run && !run.classList.contains("run")) run = run.nextElementSibling;
    let rest = place[2] - place[1];
    for (let number = runs.indexOf(run); number >= 0 && number < runs.length && rest > 0; number += 1) {
      runs[number].classList.add("on");
      rest -= [...runs[number].textContent].length;
      const gap = runs[number].nextSibling;
      if (gap && gap.nodeType === Node.TEXT_NODE) rest -= [...gap.textContent].length;
    }
  }
}

addEventListener("hashchange", arrive);
arrive();
