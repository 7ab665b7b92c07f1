/* Reading aloud: a recorded voice where these very words are recorded, else the device's own voice
   for this language, else no button. Used by live.js; a page may hold the room's clock with it. */
window.speak = (() => {
  "use strict";
  const doc = document;
  const root = doc.documentElement;
  const PARTS = ".head, h1, .tile > span:last-child, .because, .read, .chart h2, .what > span, .amount, .line b, th span, td b, .end .note";
  const SLOWER = .8;
  const all = (css, from) => Array.from(from.querySelectorAll(css));
  const one = (css, from) => from.querySelector(css);
  const press = (button, on) => button && button.setAttribute("aria-pressed", on);
  const place = () => doc.getElementById("screen");
  const synth = window.speechSynthesis;
  const player = new Audio();
  const ending = player.canPlayType("audio/ogg; codecs=opus") ? ".opus" : ".m4a";
  let voice = null;
  let run = null;
  let slow = false;

  // ---- which sound says these words: the screen brings a list of them, by a hash of the words
  const hash = (text) => {
    let value = 0x811c9dc5;
    for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
    return ("000000" + (value >>> 0).toString(36)).slice(-7);
  };
  const sounds = () => {
    const found = {};
    const told = one("[data-voice]", doc);
    if (!told) return found;
    const [where, ...entries] = told.dataset.voice.split(" ");
    const [module, language] = where.split("/");
    entries.forEach((entry) => {
      const name = entry.slice(7);
      const owner = name[0] === "_" ? "_product" : module;
      const at = "/voice/" + owner + "/" + language + "/" + name.replace(/^_|!$/g, "") + ending;
      found[entry.slice(0, 7)] = { at, machine: /!$/.test(name) };
    });
    return found;
  };
  const pieces = (scope, seen) => {
    const known = sounds();
    const list = [];
    all(PARTS, scope).filter((element) => !seen || element.offsetWidth).forEach((element) => {
      const walker = doc.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      let fresh = true;
      while (walker.nextNode()) {
        const text = walker.currentNode.nodeValue.replace(/\s+/g, " ").trim();
        const last = list[list.length - 1];
        if (!text) continue;
        const sound = known[hash(text)];
        if (sound) list.push({ sound: sound.at, machine: sound.machine, text, head: element.className === "head" });
        else if (last && !last.sound) last.text += (fresh && !/[.?!]$/.test(last.text) ? ". " : " ") + text;
        else list.push({ text });
        fresh = false;
      }
    });
    return list;
  };
  const scopeOf = (button) => button.closest(".tell") || place();

  // ---- buttons
  const ready = () => {
    const code = root.lang.split("-")[0];
    const more = doc.getElementById("lead-more");
    all(".lead", doc).forEach((lead) => {
      if (more && !one(".slow", lead)) lead.appendChild(more.content.cloneNode(true));
    });
    voice = voice || synth && synth.getVoices().filter((each) =>
      each.localService && each.lang.slice(0, code.length).toLowerCase() === code)[0];
    all(".hear", doc).forEach((button) => {
      button.hidden = !voice && !pieces(scopeOf(button)).some((piece) => piece.sound && !piece.head);
    });
    const main = one(".say .hear, .lead .hear", doc);
    all(".lead", doc).forEach((lead) => {
      lead.hidden = !main || main.hidden;
    });
    all(".machine", doc).forEach((mark) => {
      mark.hidden = !main || main.hidden || !pieces(place()).some((piece) => piece.machine);
    });
    all(".slow", doc).forEach((button) => {
      button.hidden = !main || main.hidden;
      press(button, slow);
    });
    all(".once-more", doc).forEach((button) => { button.hidden = !main || main.hidden || !heard(); });
  };
  let told = "";
  const keyNow = () => {
    const screen = place() && place().firstElementChild;
    return screen ? screen.dataset.key || "" : "";
  };
  const heard = () => told !== "" && told === keyNow();
  const hush = () => {
    run = null;
    if (synth) synth.cancel();
    player.pause();
    all(".hear", doc).forEach((button) => press(button, false));
  };
  const utter = (text, next) => {
    const speech = new SpeechSynthesisUtterance(text);
    speech.voice = voice;
    speech.lang = root.lang;
    speech.rate = slow ? .9 * SLOWER : .9;
    speech.onend = speech.onerror = next;
    synth.speak(speech);
  };
  const play = (button) => {
    hush();
    const list = pieces(scopeOf(button), true).filter((piece) => piece.sound || voice);
    const mine = run = {};
    press(button, true);
    const next = () => {
      if (run !== mine) return;
      const piece = list.shift();
      if (!piece) {
        hush();
        ready();
        return;
      }
      if (!piece.sound) {
        utter(piece.text, next);
        return;
      }
      let failed = false;
      const instead = () => {
        if (failed || run !== mine) return;
        failed = true;
        if (voice) utter(piece.text, next);
        else next();
      };
      player.onended = next;
      player.onerror = instead;
      player.src = piece.sound;
      player.defaultPlaybackRate = player.playbackRate = slow ? SLOWER : 1;
      const begun = player.play();
      if (begun) begun.catch(instead);
    };
    told = keyNow();
    hold(button, list.some((piece) => piece.sound) || voice);
    next();
  };

  // ---- a device that leads the room tells it that the clock should wait while it speaks
  const mint = () => Array.from(crypto.getRandomValues(new Uint8Array(16)))
    .map((byte) => (byte + 256).toString(16).slice(1)).join("");
  const hold = (button, heard) => {
    const lead = button.closest("[data-hold]");
    if (!lead || !heard) return;
    const fields = new URLSearchParams([["step", lead.dataset.hold], ["answer", mint()], ["slow", slow ? 1 : 0], ["own", voice ? 1 : 0]]);
    fetch(lead.dataset.to, { method: "POST", body: fields, credentials: "same-origin", headers: { Accept: "application/json" } })
      .catch(() => {});
  };
  doc.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button.hear, button.once-more, button.slow");
    if (!button) return;
    const main = button.classList.contains("hear") ? button : one(".hear", button.parentNode);
    const on = button === main && main.getAttribute("aria-pressed") === "true";
    if (on) hush();
    else if (button.classList.contains("slow")) {
      slow = !slow;
      player.playbackRate = slow ? SLOWER : 1;
      press(button, slow);
    } else play(main);
  });
  if (synth) synth.onvoiceschanged = ready;
  const keep = () => all(".hear", place()).forEach((button) => press(button, !!run));
  ready();
  return { ready, hush, keep, hash };
})();
