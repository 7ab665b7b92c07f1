/* To speak an answer: tap, speak, tap; hear it, send it. Loaded by live.js when a screen asks for it.
   Where the browser gives no microphone (plain http), the phone's own recorder gives a file. */
(() => {
  "use strict";
  const doc = document;
  const main = doc.getElementById("screen");
  const say = doc.body.dataset;
  const one = (css, from) => from.querySelector(css);
  const LONGEST_MS = 60000;
  const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
  const mint = () => Array.from(crypto.getRandomValues(new Uint8Array(16)))
    .map((byte) => (byte + 256).toString(16).slice(1)).join("");
  const can = () => window.isSecureContext && window.MediaRecorder && navigator.mediaDevices
    && navigator.mediaDevices.getUserMedia;
  let form = null;
  let key = "";
  let take = null;
  let sound = null;
  let retry = 0;
  let held = null;

  const keyNow = () => (main.firstElementChild ? main.firstElementChild.dataset.key : "");
  const state = (now) => {
    form.dataset.state = now;
    const next = { take: "[data-do=stop]", have: ".have .main", "": "[type=file]" }[now];
    if (next) one(next, form).focus({ preventScroll: true });
  };
  const note = (text) => {
    const place = doc.getElementById("notice");
    place.innerHTML = "";
    if (text) place.appendChild(doc.createElement("p")).textContent = text;
  };
  const tick = (text) => {
    const mark = one(".tick", main);
    if (!mark) return;
    mark.hidden = !text;
    one("span", mark).textContent = text;
  };
  const quiet = () => {
    if (sound) sound.pause();
    sound = null;
    one("[data-do=play]", form).setAttribute("aria-pressed", false);
  };
  const release = (old) => {
    if (!old) return;
    clearTimeout(old.end);
    clearInterval(old.clock);
    if (old.tracks) old.tracks.forEach((track) => track.stop());
  };
  const drop = () => {
    clearTimeout(retry);
    if (take && take.recorder && take.recorder.state !== "inactive") take.recorder.stop();
    release(take);
    take = null;
  };

  // ---- recording
  const grow = () => {
    const part = Math.min(1, (Date.now() - take.began) / LONGEST_MS);
    one(".grow i", form).style.transform = "scaleX(" + part.toFixed(3) + ")";
  };
  const stop = () => {
    if (take && take.recorder && take.recorder.state !== "inactive") take.recorder.stop();
  };
  const record = () => {
    const mine = { parts: [], answer: mint() };
    take = mine;
    note("");
    navigator.mediaDevices.getUserMedia({ audio: true }).then((stream) => {
      mine.tracks = stream.getTracks();
      if (take !== mine) {
        release(mine);
        return;
      }
      const kind = KINDS.filter((each) => MediaRecorder.isTypeSupported(each))[0];
      const recorder = new MediaRecorder(stream, { mimeType: kind, audioBitsPerSecond: 24000 });
      mine.recorder = recorder;
      recorder.ondataavailable = (event) => mine.parts.push(event.data);
      recorder.onstop = () => {
        release(mine);
        if (take !== mine) return;
        mine.body = new Blob(mine.parts, { type: recorder.mimeType });
        state(mine.body.size ? "have" : "");
      };
      recorder.start();
      mine.began = Date.now();
      mine.clock = setInterval(grow, 250);
      mine.end = setTimeout(stop, LONGEST_MS);
      state("take");
      grow();
    }).catch(() => {
      release(mine);
      if (take !== mine) return;
      take = null;
      form.dataset.file = 1;
      note(form.dataset.denied);
    });
  };

  // ---- sending: what is kept here is sent again until the server has said yes or no
  const send = () => {
    const mine = take;
    const data = new FormData(form);
    const words = one("textarea", main);
    data.set("answer", mine.answer);
    data.set("text", words ? words.value : "");
    data.set("voice", mine.body, "voice");
    quiet();
    state("wait");
    tick(say.kept);
    const again = () => {
      if (take !== mine) return;
      note(form.dataset.waits);
      mine.pause = Math.min((mine.pause || 1000) * 2, 30000);
      retry = setTimeout(send, mine.pause);
    };
    fetch(form.action, { method: "POST", body: data, credentials: "same-origin", headers: { Accept: "application/json" } })
      .then((answer) => {
        if (answer.status >= 500 || answer.status === 408 || answer.status === 429) return again();
        return answer.json().then((told) => {
          if (take !== mine) return;
          take = null;
          if (held) {
            form.parentNode.replaceChild(held, form);
            ready(held);
          } else state("");
          note(told.ok ? "" : told.sentence);
          tick(told.ok ? say.sent : "");
        });
      }).catch(again);
  };
  const play = (button) => {
    const on = !!sound;
    quiet();
    if (on) return;
    const address = URL.createObjectURL(take.body);
    sound = new Audio(address);
    button.setAttribute("aria-pressed", true);
    sound.onended = quiet;
    sound.onerror = quiet;
    sound.play().catch(quiet);
  };

  // ---- the form: a new screen of the same step keeps the one in which something was begun
  const chosen = (input) => {
    const file = input.files[0];
    if (!file) return;
    const large = file.size > +form.dataset.large;
    note("");
    take = large ? null : { body: file, answer: mint() };
    if (large) {
      input.value = "";
      note(form.dataset.long);
    } else state("have");
  };
  const ready = (fresh) => {
    form = fresh;
    held = null;
    if (!can()) form.dataset.file = 1;
    one("[type=file]", form).required = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (take && take.body && form.dataset.state === "have") send();
    });
    one("[type=file]", form).addEventListener("change", (event) => chosen(event.target));
    form.addEventListener("click", (event) => {
      const button = event.target.closest("[data-do], .speak");
      if (!button) return;
      if (button.dataset.do === "stop") stop();
      else if (button.dataset.do === "play") play(button);
      else if (button.dataset.do === "again") {
        quiet();
        drop();
        one("[type=file]", form).value = "";
        state("");
        note("");
      } else if (!form.dataset.file && button.classList.contains("speak")) {
        event.preventDefault();
        if (!take) record();
      }
    });
  };
  const look = () => {
    const fresh = one(".voice", main);
    if (fresh === form) return;
    if (form && take && fresh && keyNow() === key) {
      held = fresh;
      fresh.parentNode.replaceChild(form, fresh);
      return;
    }
    if (form && (take || sound)) {
      quiet();
      drop();
    }
    form = null;
    key = keyNow();
    if (fresh) ready(fresh);
  };
  new MutationObserver(look).observe(main, { childList: true });
  look();
})();
