/* Keeps a page in step with its session: takes pushed screens, sends answers and never loses one.
   ES2015 without a build step; runs in Chrome 80, Firefox 78, Safari 13, over plain http. */
(() => {
  "use strict";
  const doc = document;
  const root = doc.documentElement;
  const body = doc.body;
  const say = body.dataset;
  const main = doc.getElementById("screen");
  const all = (css, from) => Array.from((from || doc).querySelectorAll(css));
  const one = (css, from) => (from || doc).querySelector(css);
  const byId = (id) => doc.getElementById(id);
  const words = (element) => (element ? element.textContent.trim() : "");
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  root.classList.add("js");

  // ---- bars: what is left of the time, in the session's clock
  let gap = say.now - Date.now();
  const bars = () => all(".bar").forEach((bar) => {
    const { opens, closes, paused } = bar.dataset;
    const now = paused === undefined ? Date.now() + gap : +paused;
    const left = Math.max(0, Math.min(1, (closes - now) / (closes - opens || 1)));
    bar.firstChild.style.transform = "scaleX(" + left.toFixed(3) + ")";
    bar.setAttribute("aria-valuenow", Math.round(left * 10) * 10);
  });
  setInterval(() => doc.hidden || bars(), still ? 10000 : 1000);

  // ---- forms: what is typed or tapped (taps.js) stands in the inputs
  const taps = window.taps || { draw: {}, tap: {} };
  const press = (button, on) => button.setAttribute("aria-pressed", on);
  const redraw = (form) => taps.draw[form.dataset.form] && taps.draw[form.dataset.form](form);
  const entries = (form) => Array.from(new FormData(form));
  const fill = (form, pairs) => {
    const given = (name) => pairs.filter((pair) => pair[0] === name).map((pair) => pair[1]);
    all("[name]", form).forEach((input) => {
      const values = given(input.name);
      if (input.type === "submit") press(input, values.indexOf(input.value) >= 0);
      else if (/radio|checkbox/.test(input.type)) input.checked = values.indexOf(input.value) >= 0;
      else if (values.length && input.name !== "answer") input.value = values[0];
    });
    redraw(form);
  };

  // ---- the outbox: an answer stays on this phone until the server has it on disk
  const shelf = "thinkcoop " + say.box;
  let memory = "";
  const queue = (items) => {
    const text = items && JSON.stringify(items);
    try {
      if (text && !memory) localStorage.setItem(shelf, text);
    } catch (e) {
      memory = text;
    }
    if (memory && text) memory = text;
    try {
      return JSON.parse(memory || localStorage.getItem(shelf) || "[]");
    } catch (e) {
      return [];
    }
  };
  const mint = () => Array.from(crypto.getRandomValues(new Uint8Array(16)))
    .map((byte) => (byte + 256).toString(16).slice(1)).join("");
  let pause = 1000;
  let sending = false;
  let online = true;
  const notice = (text) => {
    const place = byId("notice");
    if (place) place.innerHTML = "";
    if (place && text) place.appendChild(doc.createElement("p")).textContent = text;
  };
  const net = () => {
    const band = byId("net");
    if (!band) return;
    const text = online ? "" : queue().length ? say.held : say.off;
    band.hidden = online;
    if (words(band) !== text) band.lastElementChild.textContent = text;
  };
  const tick = (text) => {
    const mark = one(".tick", main);
    if (mark) {
      mark.hidden = false;
      one("span", mark).textContent = text;
    }
  };
  let version = +say.version || 0;
  // what the server has, until a screen comes that was drawn after it
  let sure = [];
  // "item" is also what a list of fields can do, so a field is asked for by its name
  const isOf = (item, form) => {
    const pairs = Array.from(new URLSearchParams(item.body));
    return item.to === form.action && ["step", "seat", "item"].every((name) => {
      const input = form.elements.namedItem(name);
      return !input || pairs.some((pair) => pair[0] === name && pair[1] === input.value);
    });
  };
  const waiting = (form) => sure.concat(queue()).filter((item) => isOf(item, form)).pop();
  const send = () => {
    const item = queue()[0];
    if (!item || sending) return;
    sending = true;
    const stop = new AbortController();
    const late = setTimeout(() => stop.abort(), 15000);
    let verdict = "again";
    let reply = {};
    fetch(item.to, {
      method: "POST",
      body: item.body,
      signal: stop.signal,
      credentials: "same-origin",
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
    }).then((answer) => {
      const no = /^4(?!08|29)/.test(answer.status);
      return answer.json().then((told) => {
        reply = told;
        if (answer.ok && told.ok) verdict = "kept";
        else if (no) verdict = "refused";
      }, () => {
        item.tries = (item.tries || 0) + 1;
        if (no && item.tries > 2) verdict = "refused";
      });
    }).catch(() => {}).then(() => {
      clearTimeout(late);
      sending = false;
      if (verdict === "again") {
        pause = Math.min(pause * 2, 30000);
        setTimeout(send, pause * (0.75 + Math.random() / 2));
        return net();
      }
      pause = 1000;
      queue(queue().filter((other) => other.id !== item.id));
      net();
      if (verdict === "refused") {
        notice(reply.sentence);
        all("form[data-form]", main).forEach((form) => {
          if (form.action === item.to && !/one|scale|ballot/.test(form.dataset.form)) form.dataset.touched = 1;
        });
        show(last, true);
      } else if (item.aside) notice("✓ " + say.sent);
      else if (all("form[data-form]", main).some((form) => isOf(item, form))) {
        if (reply.version > version) sure.push({ to: item.to, body: item.body, version: reply.version });
        tick(say.sent);
      }
      send();
    });
  };
  let clicked = null;
  const put = (event) => {
    const form = event.target;
    if (!/\/do\/[a-z]+$/.test(form.action)) return;
    event.preventDefault();
    const pairs = entries(form);
    if (clicked && clicked.form === form && clicked.name) pairs.push([clicked.name, clicked.value]);
    const fields = new URLSearchParams(pairs);
    fields.delete("answer");
    const same = fields + "&answer=";
    const items = queue();
    const kept = items.filter((item) => isOf(item, form)).pop();
    if (kept && kept.body.indexOf(same) === 0) return;
    const id = mint();
    const aside = !main.contains(form);
    items.push({ id, to: form.action, body: same + id, aside });
    queue(items);
    notice("");
    delete form.dataset.touched;
    if (aside) {
      notice("✓ " + say.kept);
      form.reset();
      all("header details").forEach((each) => { each.open = false; });
    } else if (form.dataset.form) {
      if (form.dataset.form !== "ballot") fill(form, pairs);
      tick(say.kept);
    } else if (clicked && clicked.name === "sign") form.className = "seen";
    else if (clicked) press(clicked, true);
    clicked = null;
    net();
    send();
  };
  doc.addEventListener("submit", put);
  doc.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button");
    clicked = button;
    const form = button && button.type === "button" && button.form;
    if (form && taps.tap[form.dataset.form]) {
      taps.tap[form.dataset.form](form, button);
      form.dataset.touched = 1;
      redraw(form);
    }
  });
  doc.addEventListener("input", (event) => {
    const form = event.target.form;
    if (form && form.dataset.form) {
      form.dataset.touched = 1;
      redraw(form);
    }
  });

  // ---- reading aloud is speak.js
  const speak = window.speak;

  // ---- screens: whole, newest wins; what a person is doing on the same step is kept
  let last = main.innerHTML;
  const nameOf = (element) => ["name", "value", "data-i", "data-g", "data-add"]
    .map((name) => (name === "value" && !/submit|radio|checkbox/.test(element.type)
      ? "" : element.getAttribute(name))).join() + element.className
    + (element.form ? element.form.getAttribute("action") + (element.form.seat || element).value : element.id);
  const unfold = (id) => { if (byId(id)) byId(id).open = true; };
  const settle = (fresh) => {
    const screen = main.firstElementChild;
    all("form[data-form]", main).forEach((form) => {
      const item = waiting(form);
      if (item && form.dataset.form !== "ballot") fill(form, Array.from(new URLSearchParams(item.body)));
      else redraw(form);
      if (item) tick(item.version ? say.sent : say.kept);
    });
    body.classList.toggle("join", !!(screen && screen.dataset.join));
    if (fresh && screen && screen.classList.contains("speaking") && navigator.vibrate) navigator.vibrate(150);
    bars();
    speak.ready();
  };
  const show = (html, again) => {
    if (html === last && !again) return;
    last = html;
    const old = main.firstElementChild;
    const page = doc.createElement("template");
    page.innerHTML = html;
    const next = page.content.firstElementChild;
    const same = !!old && !!next && old.dataset.key === next.dataset.key;
    const focus = main.contains(doc.activeElement) ? nameOf(doc.activeElement) : "";
    const typing = doc.activeElement && doc.activeElement.closest("header");
    const before = words(one("h1", main));
    const leading = words(one(".head", main));
    const heard = one(".hear[aria-pressed=true]", main);
    const kept = same ? all("form[data-touched]", main).map((form) =>
      [form.getAttribute("action"), entries(form), form.dataset.counts]) : [];
    const open = all("details[open]", main).map((each) => each.id);
    const height = window.pageYOffset;
    main.textContent = "";
    main.appendChild(page.content);
    window.scrollTo(0, height);
    kept.forEach(([action, pairs, many]) => all("form[data-form]", main).forEach((form) => {
      if (form.getAttribute("action") !== action) return;
      form.dataset.touched = 1;
      if (many) form.dataset.counts = many;
      fill(form, pairs);
    }));
    settle(!same);
    const title = one("h1", main);
    if (same) {
      open.forEach(unfold);
      if (heard) speak.keep();
      const back = focus && all("button, input, textarea, select, summary, h1", main)
        .filter((each) => nameOf(each) === focus)[0];
      if (back) back.focus({ preventScroll: true });
    } else {
      speak.hush();
      notice("");
      if (title && !typing) {
        title.focus({ preventScroll: true });
        window.scrollTo(0, 0);
      }
    }
    if ((same || typing) && words(title) !== before) byId("live").textContent = words(title);
    else if (same && words(one(".head", main)) !== leading) byId("live").textContent = words(one(".head", main));
  };

  // ---- the stream
  let stream = null;
  let seen = Date.now();
  let pings = false;
  let retry = 1000;
  let timer = 0;
  let doubt = 0;
  const connected = (yes) => {
    clearTimeout(doubt);
    if (yes) {
      seen = Date.now();
      retry = 1000;
      online = true;
      net();
    } else doubt = setTimeout(() => { online = false; net(); }, 2500);
  };
  const close = () => {
    clearTimeout(timer);
    if (stream) stream.close();
    stream = null;
  };
  // a stream that is refused: the page, loaded again, says who has this place now
  const stillMine = () => {
    const stop = new AbortController();
    fetch(say.stream, { signal: stop.signal, credentials: "same-origin", headers: { Accept: "application/json" } })
      .then((answer) => {
        stop.abort();
        if (/^40[349]$/.test(answer.status)) location.replace(location.pathname);
      }).catch(() => {});
  };
  const reopen = () => {
    if (!say.stream) return;
    close();
    seen = Date.now();
    stream = new EventSource(say.stream);
    stream.onopen = () => { connected(true); send(); };
    stream.addEventListener("ping", () => { pings = true; connected(true); });
    stream.onmessage = (event) => {
      connected(true);
      const cut = event.data.indexOf(" ");
      gap = +event.data.slice(0, cut) - Date.now();
      version = +event.lastEventId || version;
      sure = sure.filter((item) => item.version > version);
      show(event.data.slice(cut + 1));
    };
    stream.onerror = () => {
      connected(false);
      if (!stream || stream.readyState !== 2) return;
      close();
      stillMine();
      timer = setTimeout(reopen, retry * (0.75 + Math.random() / 2));
      retry = Math.min(retry * 2, 15000);
    };
  };
  const awake = () => {
    send();
    if (!stream || stream.readyState === 2 || Date.now() - seen > 20000) reopen();
  };
  setInterval(() => {
    if (stream && Date.now() - seen > (pings ? 45000 : 150000)) reopen();
  }, 5000);
  window.addEventListener("online", () => { reopen(); send(); });
  window.addEventListener("offline", () => { online = false; net(); });
  window.addEventListener("pageshow", awake);
  window.addEventListener("pagehide", close);
  doc.addEventListener("visibilitychange", () => doc.hidden || awake());
  unfold(location.hash.slice(1));
  settle(false);
  send();
})();
