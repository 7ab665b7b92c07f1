/* Typing in forms from paper: one key an answer. What the network did not take stays in the page, is
   kept for a reload, and goes off again under the same name. Keys count by their place where the
   keyboard writes another script. ES2015, no build step. */
(() => {
  "use strict";
  const doc = document;
  const first = doc.getElementById("form");
  if (first) first.select();
  const sheet = doc.getElementById("sheet");
  if (!sheet) return;
  const all = (css, from) => Array.from(from.querySelectorAll(css));
  const fields = all(".q", sheet);
  const save = sheet.querySelector(".save");
  const net = doc.getElementById("net");
  const AGAIN_MS = 3000;
  const LETTERS = "abcdefghijkl";
  const named = (name) => (sheet.elements[name] ? sheet.elements[name].value : "");
  const shelf = ["typing", location.pathname, named("form"), named("entry"), named("replaces"), fields.length].join(" ");
  let busy = false;

  const paint = () => all(".pick input", sheet).forEach((input) => {
    input.parentNode.classList.toggle("picked", input.checked);
  });
  const keep = () => {
    paint();
    try {
      sessionStorage.setItem(shelf, JSON.stringify(Array.from(new FormData(sheet))));
    } catch (e) { /* a page without storage keeps it as long as it is open */ }
  };
  const forget = () => {
    try { sessionStorage.removeItem(shelf); } catch (e) { /* as above */ }
  };
  const recall = () => {
    let pairs = [];
    try { pairs = JSON.parse(sessionStorage.getItem(shelf) || "[]"); } catch (e) { pairs = []; }
    if (!pairs.length) return;
    all("[name]", sheet).forEach((input) => {
      const values = pairs.filter((pair) => pair[0] === input.name).map((pair) => pair[1]);
      if (/radio|checkbox/.test(input.type)) input.checked = values.indexOf(input.value) >= 0;
      else if (values.length) input.value = values[0];
    });
  };

  /* Which key it is: a letter or a digit of any script, else by its place on the keyboard. */
  const keyOf = (event) => {
    const key = event.key.toLowerCase();
    if (/^[a-z0-9-]$/.test(key)) return key;
    const khmer = "០១២៣៤៥៦៧៨៩".indexOf(key);
    if (khmer >= 0) return String(khmer);
    const place = /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code || "");
    return place ? place[1].toLowerCase() : "";
  };
  const line = (field) => field.querySelector(".line");
  const go = (at) => {
    const field = fields[at];
    if (!field) {
      if (at >= fields.length) save.focus();
      return;
    }
    (line(field) || field.querySelector("input:checked") || field.querySelector("input")).focus();
    field.scrollIntoView({ block: "center" });
  };
  const tell = (field, on) => {
    const wrong = field.querySelector(".wrong");
    if (!wrong) return;
    wrong.hidden = !on;
    wrong.textContent = on ? wrong.dataset.allowed || "" : "";
    field.classList.toggle("bad", on);
  };
  const inputs = (field) => all("[data-key]", field).filter((input) => input.dataset.key !== "-");

  const choose = (field, key) => {
    const list = inputs(field);
    const letter = /[1-9]/.test(key) ? LETTERS[key - 1] : key;
    const input = list.find((each) => each.dataset.key === key) || list.find((each) => each.dataset.key === letter);
    tell(field, !input);
    if (!input) return;
    input.checked = input.type === "radio" || !input.checked;
    keep();
    if (input.type === "radio") go(fields.indexOf(field) + 1);
    else input.focus();
  };
  const clear = (field) => {
    all("[data-key]", field).forEach((input) => { input.checked = input.dataset.key === "-"; });
    if (line(field)) line(field).value = "";
    tell(field, false);
    keep();
    go(fields.indexOf(field) + 1);
  };
  const write = (field, key) => {
    const input = line(field);
    const keys = field.dataset.keys;
    const fits = key && (keys.indexOf(key) >= 0 || (/[1-9]/.test(key) && keys[0] === "a" && +key <= keys.length)
      || (key === "-" && field.dataset.kind === "groups"));
    tell(field, !fits);
    if (!fits) return;
    input.setRangeText(key, input.selectionStart, input.selectionEnd, "end");
    keep();
    if (field.dataset.length && input.value.length >= +field.dataset.length) go(fields.indexOf(field) + 1);
  };

  sheet.addEventListener("keydown", (event) => {
    const field = event.target.closest(".q");
    if (event.target === save && event.key === "Backspace") go(fields.length - 1);
    if (!field || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    const at = fields.indexOf(field);
    const kind = field.dataset.kind;
    const text = line(field);
    const empty = !text || !text.value;
    const stop = (then) => { event.preventDefault(); then(); };
    if (event.key === "Enter") stop(() => go(at + 1));
    else if (event.key === "Backspace" && empty) stop(() => go(at - 1));
    else if (event.key.length > 1 || (text && event.target !== text)) return;
    else if ((event.key === " " || event.key === "-") && empty && !(kind === "groups" && event.key === "-")
      && !(kind === "number" && event.key === "-")) stop(() => clear(field));
    else if (!text) stop(() => choose(field, keyOf(event)));
    else if (kind !== "words" && kind !== "number") stop(() => write(field, keyOf(event)));
  });
  sheet.addEventListener("input", keep);
  sheet.addEventListener("change", keep);

  const send = () => {
    fetch(sheet.action, { method: "POST", body: new URLSearchParams(new FormData(sheet)), credentials: "same-origin" })
      .then((reply) => {
        if (reply.ok && reply.redirected) {
          forget();
          location.assign(reply.url);
        } else sheet.submit();
      }, () => {
        net.hidden = false;
        setTimeout(send, AGAIN_MS);
      });
  };
  sheet.addEventListener("submit", (event) => {
    if (!window.fetch) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    keep();
    send();
  });

  if (!doc.querySelector(".bad") && !doc.querySelector("[role=alert].band")) recall();
  paint();
  const bad = fields.findIndex((field) => field.classList.contains("bad"));
  go(bad >= 0 ? bad : 0);
})();
