/* Recording narration: space records and stops, Enter keeps, arrows go on and back. The page's own
   forms and links do the same with files where there is no microphone. */
(() => {
  "use strict";
  const doc = document;
  const KINDS = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4"];
  const LONGEST_MS = 120000;
  const byId = (id) => doc.getElementById(id);
  const say = byId("record").dataset;
  const can = window.isSecureContext && window.MediaRecorder && navigator.mediaDevices
    && navigator.mediaDevices.getUserMedia;
  let stream = null;
  let recorder = null;
  let take = null;
  let sound = null;
  let end = 0;
  let meter = 0;

  const form = () => byId("one");
  const button = (name) => form() && form().querySelector("[data-do=" + name + "]");
  const tell = (text, bad) => {
    byId("told").textContent = text || "";
    byId("told").className = bad ? "bad" : "";
  };
  const state = (now) => {
    if (!form()) return;
    form().dataset.state = now;
    button("record").hidden = !can || now === "take" || now === "wait";
    button("record").lastElementChild.textContent = now === "have" ? say.again : say.record;
    button("stop").hidden = now !== "take";
    button("listen").hidden = now !== "have";
    button("keep").hidden = now !== "have";
    form().querySelector(".level").hidden = now !== "take";
    const next = { take: "stop", have: "keep", "": "record" }[now];
    if (next && !button(next).hidden) button(next).focus({ preventScroll: true });
  };
  const quiet = () => {
    if (sound) sound.pause();
    sound = null;
    const heard = byId("heard");
    if (heard) heard.pause();
  };

  // ---- recording: the microphone stays open from one sentence to the next
  const grow = (analyser) => {
    const bytes = new Uint8Array(analyser.fftSize);
    meter = setInterval(() => {
      analyser.getByteTimeDomainData(bytes);
      const loud = bytes.reduce((most, each) => Math.max(most, Math.abs(each - 128)), 0) / 128;
      const bar = form() && form().querySelector(".level i");
      if (bar) bar.style.transform = "scaleX(" + Math.min(1, loud * 1.4).toFixed(2) + ")";
    }, 100);
  };
  const listenIn = () => {
    const Context = window.AudioContext || window.webkitAudioContext;
    if (!Context) return;
    const context = new Context();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    grow(analyser);
  };
  const open = () => (stream ? Promise.resolve(stream) : navigator.mediaDevices
    .getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: true, autoGainControl: false } })
    .then((made) => {
      stream = made;
      listenIn();
      return made;
    }));
  const record = () => {
    quiet();
    tell("");
    open().then((made) => {
      const kind = KINDS.filter((each) => MediaRecorder.isTypeSupported(each))[0];
      const parts = [];
      recorder = new MediaRecorder(made, { mimeType: kind, audioBitsPerSecond: 64000 });
      recorder.ondataavailable = (event) => parts.push(event.data);
      recorder.onstop = () => {
        clearTimeout(end);
        recorder = null;
        take = new Blob(parts, { type: kind });
        state(take.size ? "have" : "");
      };
      recorder.start();
      end = setTimeout(stop, LONGEST_MS);
      state("take");
    }).catch(() => tell(say.fileOnly, true));
  };
  const stop = () => { if (recorder && recorder.state !== "inactive") recorder.stop(); };
  const listen = () => {
    quiet();
    if (!take) return;
    sound = new Audio(URL.createObjectURL(take));
    sound.play().catch(() => {});
  };

  // ---- sending
  const post = (to, body) => fetch(to, { method: "POST", body, credentials: "same-origin", headers: { Accept: "application/json" } })
    .then((answer) => answer.json());
  const keep = () => {
    if (!take || !form()) return;
    const body = new FormData(form());
    body.set("voice", take, "voice");
    body.set("by", byId("by").value);
    quiet();
    state("wait");
    post(form().action, body).then((told) => {
      if (!told.ok) {
        state("have");
        tell((told.sentences || [told.sentence]).join(" ").replace(/^[^:]*: /, ""), true);
        return;
      }
      take = null;
      const next = byId("after");
      if (next) go(next.href, say.kept);
      else go(location.href, say.kept);
    }).catch(() => {
      state("have");
      tell(say.failed, true);
    });
  };

  // ---- going on without losing the microphone
  const go = (to, told) => {
    if (take || recorder) stop();
    take = null;
    quiet();
    fetch(to, { credentials: "same-origin" }).then((answer) => answer.text()).then((text) => {
      const page = new DOMParser().parseFromString(text, "text/html");
      ["line", "record"].forEach((id) => {
        if (!page.getElementById(id)) throw new Error("another page");
      });
      byId("line").replaceWith(page.getElementById("line"));
      [".strip", "#record > .top-line"].forEach((css) => doc.querySelector(css).replaceWith(page.querySelector(css)));
      history.replaceState(null, "", to);
      ready();
      tell(told);
    }).catch(() => { location.href = to; });
  };

  // ---- many files, one at a time
  const many = (event) => {
    event.preventDefault();
    const list = byId("report");
    list.textContent = "";
    const files = Array.from(event.target.querySelector("[type=file]").files);
    const next = () => {
      const file = files.shift();
      if (!file) return;
      const body = new FormData();
      body.set("voice", file, file.name);
      body.set("by", byId("by").value);
      post(event.target.action, body).then((told) => told.sentences || [told.sentence], () => [file.name + ": " + say.failed])
        .then((sentences) => sentences.forEach((each) => {
          list.appendChild(doc.createElement("li")).textContent = each;
        })).then(next);
    };
    next();
  };

  const ready = () => {
    const mine = form();
    if (!mine) return;
    const file = mine.querySelector("[type=file]");
    file.required = false;
    file.parentNode.hidden = !!can;
    file.addEventListener("change", () => {
      take = file.files[0] || null;
      state(take ? "have" : "");
    });
    mine.addEventListener("submit", (event) => {
      event.preventDefault();
      keep();
    });
    if (!can) tell(say.fileOnly);
    state("");
  };
  doc.addEventListener("click", (event) => {
    const tapped = event.target.closest && event.target.closest("[data-do], #before, #after");
    if (!tapped) return;
    const acts = { record, stop, listen };
    if (acts[tapped.dataset.do]) acts[tapped.dataset.do]();
    else if (tapped.href) {
      event.preventDefault();
      go(tapped.href);
    }
  });
  // whoever went there with the tabulator means that thing, not the sentence
  const isItsOwn = (target) => /INPUT|SUMMARY|AUDIO/.test(target.tagName)
    || (target.tagName === "BUTTON" && !/record|stop|keep/.test(target.dataset.do));
  doc.addEventListener("keydown", (event) => {
    if (isItsOwn(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
    const now = form() ? form().dataset.state : "off";
    const link = { ArrowRight: "after", ArrowLeft: "before" }[event.key];
    if (link && byId(link)) go(byId(link).href);
    else if (event.key === " " && now === "take") stop();
    else if (event.key === " " && (now === "" || now === "have") && can) record();
    else if (event.key === "Enter" && now === "have" && event.target.tagName !== "A") keep();
    else return;
    event.preventDefault();
  });
  // a button that has the focus would be pressed once more when the space bar comes up
  doc.addEventListener("keyup", (event) => {
    if (event.key === " " && event.target.dataset && event.target.dataset.do && !isItsOwn(event.target)) event.preventDefault();
  });
  if (byId("many")) byId("many").addEventListener("submit", many);
  ready();
})();
