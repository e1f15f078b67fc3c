// The network drawn: people push each other away, ties pull them together, from the same start to the same end every time.

const svg = document.querySelector("[data-network]");
const WIDTH = 1000, HEIGHT = 640, STEPS = 320;

function make(name, attributes, parent) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

function settle(people, ties, steps, fixed = -1) {
  for (let step = 0; step < steps; step += 1) {
    const heat = 26 * (1 - step / steps) + 0.5;
    for (const one of people) { one.dx = (WIDTH / 2 - one.x) * 0.012; one.dy = (HEIGHT / 2 - one.y) * 0.02; }
    for (let a = 0; a < people.length; a += 1) {
      for (let b = 0; b < a; b += 1) {
        const x = people[a].x - people[b].x, y = people[a].y - people[b].y;
        const push = 5200 / Math.max(x * x + y * y, 60);
        const far = Math.hypot(x, y) || 1;
        people[a].dx += (x / far) * push; people[a].dy += (y / far) * push;
        people[b].dx -= (x / far) * push; people[b].dy -= (y / far) * push;
      }
    }
    for (const [a, b] of ties) {
      const x = people[a].x - people[b].x, y = people[a].y - people[b].y;
      const pull = (Math.hypot(x, y) - 70) * 0.02;
      const far = Math.hypot(x, y) || 1;
      people[a].dx -= (x / far) * pull * 3; people[a].dy -= (y / far) * pull * 3;
      people[b].dx += (x / far) * pull * 3; people[b].dy += (y / far) * pull * 3;
    }
    people.forEach((one, number) => {
      if (number === fixed) return;
      const far = Math.hypot(one.dx, one.dy) || 1, go = Math.min(far, heat);
      one.x = Math.min(WIDTH - 70, Math.max(70, one.x + (one.dx / far) * go));
      one.y = Math.min(HEIGHT - 24, Math.max(24, one.y + (one.dy / far) * go));
    });
  }
}

// The whole picture used: what settled in a corner is spread over all of it.
function fit(people) {
  for (const [axis, size, margin] of [["x", WIDTH, 110], ["y", HEIGHT, 40]]) {
    const low = Math.min(...people.map((one) => one[axis])), high = Math.max(...people.map((one) => one[axis]));
    const scale = high > low ? (size - 2 * margin) / (high - low) : 0;
    for (const one of people) one[axis] = scale ? margin + (one[axis] - low) * Math.min(scale, 3.2) + Math.max(0, (scale - 3.2) * (high - low)) / 2 : size / 2;
  }
}

// Names that find room, those of the most meetings first; the others are shown when they are pointed at.
function named(people) {
  const taken = [], found = new Set();
  const scale = Math.min(2.4, Math.max(1, WIDTH / Math.max(svg.clientWidth, 1) * 0.8)); // a small picture has larger type
  svg.style.setProperty("--scale", scale);
  for (const one of [...people].sort((a, b) => b.meetings - a.meetings)) {
    const box = [one.x, one.y - 9 * scale, one.x + 14 + 7.2 * scale * one.label.length, one.y + 9 * scale];
    if (taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) continue;
    taken.push(box);
    found.add(one);
  }
  return found;
}

function draw({ people, ties }) {
  people.forEach((one, number) => {
    const turn = number * 2.399963;
    one.x = WIDTH / 2 + Math.cos(turn) * 22 * Math.sqrt(number + 1);
    one.y = HEIGHT / 2 + Math.sin(turn) * 15 * Math.sqrt(number + 1);
  });
  settle(people, ties, STEPS);
  fit(people);
  const lines = ties.map(([a, b, meetings]) => ({ a, b, element: make("line", { "stroke-width": Math.min(1 + meetings, 6) }, svg) }));
  const most = named(people);
  const marks = people.map((one) => {
    const group = make("g", most.has(one) ? {} : { class: "small" }, svg);
    make("circle", { r: Math.min(5 + one.meetings, 14) }, group);
    make("text", { x: Math.min(9 + one.meetings, 18), y: 5 }, group).textContent = one.label;
    return group;
  });

  function place() {
    marks.forEach((mark, number) => mark.setAttribute("transform", `translate(${people[number].x.toFixed(1)} ${people[number].y.toFixed(1)})`));
    for (const { a, b, element } of lines) {
      for (const [key, value] of Object.entries({ x1: people[a].x, y1: people[a].y, x2: people[b].x, y2: people[b].y })) element.setAttribute(key, value.toFixed(1));
    }
  }

  function light(number) {
    const near = new Set(number < 0 ? [] : [number, ...ties.filter((tie) => tie[0] === number || tie[1] === number).map((tie) => (tie[0] === number ? tie[1] : tie[0]))]);
    marks.forEach((mark, at) => { mark.classList.toggle("far", number >= 0 && !near.has(at)); mark.classList.toggle("lit", at === number); });
    for (const { a, b, element } of lines) { element.classList.toggle("lit", a === number || b === number); element.classList.toggle("far", number >= 0 && a !== number && b !== number); }
  }

  let held = -1, moved = false, lit = -1;
  svg.addEventListener("pointerdown", (event) => {
    held = marks.indexOf(event.target.closest("g"));
    moved = false;
    if (held >= 0) svg.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (held < 0) return;
    const box = svg.getBoundingClientRect();
    people[held].x = ((event.clientX - box.left) / box.width) * WIDTH;
    people[held].y = ((event.clientY - box.top) / box.height) * HEIGHT;
    moved = true;
    settle(people, ties, 2, held);
    place();
  });
  svg.addEventListener("pointerup", () => {
    if (!moved) {
      lit = held === lit ? -1 : held;
      light(lit);
    }
    held = -1;
  });
  svg.addEventListener("dblclick", (event) => {
    const number = marks.indexOf(event.target.closest("g"));
    if (number >= 0) location.assign(people[number].path);
  });
  place();
}

const reply = await fetch(`/network?${svg.dataset.network}`, { headers: { Accept: "application/json" } });
if (reply.ok) {
  const shown = await reply.json();
  if (shown.people.length) draw(shown);
}
