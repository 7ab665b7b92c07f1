/* Forms that are answered by tapping: the inputs hold the answer, these draw it. Without JavaScript
   the same inputs are lists and fields. What is here is used by live.js. */
window.taps = (() => {
  "use strict";
  const all = (css, from) => Array.from(from.querySelectorAll(css));
  const one = (css, from) => from.querySelector(css);
  const digits = document.documentElement.dataset.digits || "0123456789";
  const own = (value) => String(value).replace(/\d/g, (c) => digits[c]);
  const figures = (value) => own(String(value).replace(/\B(?=(\d{3})+$)/g, ","));
  // what was typed may be in the digits of any script: ten of them stand in a row everywhere
  const isDigit = (code) => /\p{Nd}/u.test(String.fromCodePoint(code));
  const latin = (digit) => {
    const code = digit.codePointAt(0);
    let zero = code;
    while (isDigit(zero - 1)) zero -= 1;
    return (code - zero) % 10;
  };
  const number = (input) => +input.value.trim().replace(/\p{Nd}/gu, latin).replace(/[\s,.](?=\d{2,3}\b)/g, "") || 0;
  const slot = (form, i) => form.elements["v" + i];
  const value = (form, i) => number(slot(form, i));
  const press = (button, on) => button.setAttribute("aria-pressed", on);
  const ranked = (form) => {
    const list = [];
    for (let i = 0; i < form.dataset.most; i++) if (value(form, i) >= 0) list.push(value(form, i));
    return list;
  };
  const counts = (form) => {
    const notes = all("[data-note]", form).map((note) => +note.dataset.note);
    const sum = number(form.elements.v);
    const known = (form.dataset.counts || "").split(",").map(Number);
    if (notes.reduce((total, note, i) => total + note * (known[i] || 0), 0) === sum) return known;
    let rest = sum;
    return notes.map((note) => note).reverse().map((note) => {
      const many = Math.floor(rest / note);
      rest -= many * note;
      return many;
    }).reverse();
  };
  const draw = {
    several(form) {
      const ticked = all("input:checked", form).length;
      all(".upto i", form).forEach((dot, i) => dot.classList.toggle("on", i < ticked));
      all("input[type=checkbox]", form).forEach((box) => {
        box.disabled = !box.checked && ticked >= form.dataset.most;
      });
    },
    rank(form) {
      const list = ranked(form);
      all("[data-i]", form).forEach((button) => {
        const place = list.indexOf(+button.dataset.i);
        press(button, place >= 0);
        if (place < 0) button.removeAttribute("data-place");
        else button.dataset.place = figures(place + 1);
      });
    },
    sort(form) {
      const deck = one(".deck", form);
      all(".card", form).forEach((card) => {
        const group = value(form, card.dataset.i);
        const home = group < 0 ? deck : one("[data-g='" + group + "']", form).nextElementSibling;
        if (card.parentNode !== home) home.insertBefore(card, home.firstChild);
      });
      const left = deck.children.length;
      const line = one(".how", form);
      deck.dataset.left = left > 1 ? figures(left) : "";
      line.textContent = left ? line.dataset.rest : line.dataset.done;
    },
    map(form) {
      const names = one("[data-levels]", form).dataset.levels.split("|");
      all("[data-i]", form).forEach((button) => {
        const level = value(form, button.dataset.i);
        button.dataset.level = level;
        press(button, level > 0);
        one("em", button).textContent = names[level];
      });
    },
    money(form) {
      const many = counts(form);
      form.dataset.counts = many;
      one("output", form).textContent = figures(number(form.elements.v));
      all("[data-note]", form).forEach((note, i) => {
        const [more, less] = all("button", note);
        more.dataset.n = Math.min(4, many[i]);
        less.hidden = !many[i];
        one(".count", less).textContent = "×" + figures(many[i]);
      });
    },
  };
  const heaped = (place, many) => {
    one(".count", place).textContent = figures(many);
    all(".beans i", place).forEach((bean, i) => { bean.hidden = i >= many; });
  };
  const clamped = (form, button) => {
    const input = form.elements.v;
    const next = number(input) + +button.dataset.add;
    input.value = own(Math.max(input.dataset.least, Math.min(input.dataset.most, next)));
  };
  const unlaid = (form) => all("[data-add='1']", form)
    .reduce((left, button) => left - value(form, button.dataset.i), +form.dataset.most);
  draw.heap = (form) => {
    const many = number(form.elements.v);
    all("[data-whole]", form).forEach((place) => heaped(place, Math.abs(place.dataset.whole - many)));
  };
  draw.beans = (form) => {
    const left = unlaid(form);
    heaped(one(".left", form), left);
    all(".lay li", form).forEach((place) => {
      const [more, less] = all("button", place);
      const many = value(form, more.dataset.i);
      all(".beans i", more).forEach((bean, i) => { bean.hidden = i >= many; });
      less.disabled = !many;
    });
    one(".b.main", form).disabled = left > 0;
  };
  const tap = {
    rank(form, button) {
      const list = ranked(form);
      const at = list.indexOf(+button.dataset.i);
      if (at >= 0) list.splice(at, 1);
      else if (list.length < form.dataset.most) list.push(+button.dataset.i);
      for (let i = 0; i < form.dataset.most; i++) slot(form, i).value = i < list.length ? list[i] : -1;
    },
    sort(form, button) {
      const card = button.dataset.i === undefined ? one(".deck .card", form) : button;
      if (card) slot(form, card.dataset.i).value = button.dataset.g === undefined ? -1 : button.dataset.g;
    },
    map(form, button) {
      const input = slot(form, button.dataset.i);
      input.value = (number(input) + 1) % 3;
    },
    number: clamped,
    heap: clamped,
    beans(form, button) {
      if (button.dataset.add < 0 || unlaid(form)) slot(form, button.dataset.i).value = value(form, button.dataset.i) + +button.dataset.add;
    },
    money(form, button) {
      const many = counts(form);
      many[all("[data-note]", form).indexOf(button.parentNode)] += button.dataset.add > 0 ? 1 : -1;
      form.dataset.counts = many;
      form.elements.v.value = number(form.elements.v) + +button.dataset.add;
    },
  };
  // a form with a script of its own brings the name of it; loaded once, when it is first shown
  const main = document.getElementById("screen");
  const load = () => {
    const form = one("[data-js]", main);
    if (form && !load.done) load.done = document.head.appendChild(document.createElement("script")).src = form.dataset.js;
  };
  new MutationObserver(load).observe(main, { childList: true });
  load();
  return { draw, tap, press };
})();
