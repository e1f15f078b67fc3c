// Suggestions under a search box. Without this file the form still searches.

const WAIT = 120;

function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${input.id}-suggestions`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", "Suggestions");
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
  })) input.setAttribute(name, value);

  let timer = 0, asked = 0, chosen = -1;

  function close() {
    list.hidden = true;
    chosen = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  function choose(number) {
    const options = [...list.children];
    chosen = options.length ? (number + options.length) % options.length : -1;
    options.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
    if (chosen >= 0) {
      input.setAttribute("aria-activedescendant", options[chosen].id);
      options[chosen].scrollIntoView({ block: "nearest" });
    }
  }

  function show(found) {
    list.replaceChildren(...found.map((each, place) => {
      const option = document.createElement("li");
      option.id = `${list.id}-${place}`;
      option.setAttribute("role", "option");
      option.setAttribute("aria-selected", "false");
      const link = document.createElement("a");
      link.href = each.path;
      link.tabIndex = -1;
      const label = document.createElement("span");
      label.textContent = each.label;
      const kind = document.createElement("span");
      kind.className = "kind";
      kind.textContent = each.kind;
      link.append(label, kind);
      if (each.also) {
        const also = document.createElement("small");
        also.textContent = `also “${each.also}”`;
        link.append(also);
      }
      option.append(link);
      return option;
    }));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(found.length > 0));
    choose(-1);
    chosen = -1;
    [...list.children].forEach((option) => option.setAttribute("aria-selected", "false"));
    input.removeAttribute("aria-activedescendant");
  }

  async function ask() {
    const typed = input.value.trim();
    const turn = ++asked;
    if (!typed) return close();
    const parameters = new URLSearchParams({ q: typed });
    if (input.dataset.suggest) parameters.set("kind", input.dataset.suggest);
    const reply = await fetch(`/search?${parameters}`, { headers: { Accept: "application/json" } });
    if (turn === asked && reply.ok) show(await reply.json());
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(chosen + 1);
    else if (event.key === "ArrowUp") choose(chosen < 0 ? list.children.length - 1 : chosen - 1);
    else if (event.key === "Escape") close();
    else if (event.key === "Enter" && chosen >= 0) take(list.children[chosen]);
    else return;
    event.preventDefault();
  });

  function take(option) {
    const link = option.querySelector("a");
    if (input.dataset.suggest) {
      input.value = link.firstChild.textContent;
      close();
    } else {
      location.assign(link.href);
    }
  }

  list.addEventListener("click", (event) => {
    if (!input.dataset.suggest) return;
    event.preventDefault();
    take(event.target.closest("li"));
  });
  document.addEventListener("click", (event) => {
    if (!input.parentElement.contains(event.target)) close();
  });
  input.addEventListener("blur", () => setTimeout(() => {
    if (!list.contains(document.activeElement)) close();
  }, 150));
}

document.querySelectorAll("input[data-suggest]").forEach(suggest);
