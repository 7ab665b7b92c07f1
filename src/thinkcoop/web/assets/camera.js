/* Reading cards. A picture goes off as soon as it is taken; where the server cannot look at it, the
   phone does so itself (js-aruco2, loaded only then) and tells what it saw. Where the browser allows
   it, a film sends pictures until every card was seen. Without a script there is a button. */
(function () {
  "use strict";
  var form = document.querySelector("form.camera");
  var page = document.querySelector("[data-next]");
  var at_work = false;
  var choosing = false;

  /* The wall goes on: the page shows the next question, but never takes a picture away. A phone that
     sleeps shows it when it wakes. */
  function turn() {
    if (at_work || choosing) { return; }
    if (document.hidden) {
      document.addEventListener("visibilitychange", turn, { once: true });
    } else { location.assign("cards"); }
  }
  if (page) { setTimeout(turn, Number(page.getAttribute("data-next")) + 700); }
  if (!form) { return; }
  var field = form.querySelector("input[type=file]");
  var busy = form.querySelector(".busy");
  var shoot = form.querySelector(".shoot");
  var film = form.querySelector(".film");
  var reader = form.getAttribute("data-aruco");
  var MOST_POINTS = 4000000;
  var SCALES = [1, 0.5, 0.25];
  var MOST_DIFFERENT = 5;
  var CARDS = 40;
  var PAUSE_MS = 500;
  var FILM_WIDTH = 1920;
  form.querySelector(".send").hidden = true;

  function wait(on) {
    at_work = on;
    busy.hidden = !on;
    shoot.classList.toggle("off", on);
  }

  /* Which card, and how often it is turned clockwise by a quarter: from where its first corner lies. */
  function turns(corners) {
    var dx = corners[1].x - corners[0].x;
    var dy = corners[1].y - corners[0].y;
    var angle = Math.atan2(dy, dx) / (Math.PI / 2);
    var whole = Math.round(angle);
    return Math.abs(angle - whole) > 0.37 ? -1 : (whole + 4) % 4;
  }

  function scaled(source, width, height, scale) {
    var canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    var pen = canvas.getContext("2d");
    pen.drawImage(source, 0, 0, canvas.width, canvas.height);
    return pen.getImageData(0, 0, canvas.width, canvas.height);
  }

  /* All cards in a picture, as "7:2 9:0". One that is read in two ways, or twice, is left out. */
  function marks(source, width, height) {
    var detector = new AR.Detector({ dictionaryName: "ARUCO_MIP_36h12", maxHammingDistance: MOST_DIFFERENT });
    var fit = Math.min(1, Math.sqrt(MOST_POINTS / (width * height)));
    var found = {};
    SCALES.forEach(function (scale) {
      var seen = {};
      detector.detect(scaled(source, width, height, fit * scale)).forEach(function (marker) {
        if (marker.id >= CARDS) { return; }
        var turn = seen[marker.id] === undefined ? turns(marker.corners) : -1;
        seen[marker.id] = turn;
      });
      Object.keys(seen).forEach(function (id) {
        found[id] = found[id] === undefined || found[id] === seen[id] ? seen[id] : -1;
      });
    });
    return Object.keys(found).filter(function (id) { return found[id] >= 0; }).map(function (id) {
      return (Number(id) + 1) + ":" + found[id];
    }).join(" ");
  }

  function withReader(then) {
    if (window.AR) { then(); return; }
    var script = document.createElement("script");
    script.src = reader;
    script.onload = then;
    script.onerror = function () { wait(false); };
    document.head.appendChild(script);
  }

  function hidden(name, value) {
    var field = document.createElement("input");
    field.type = "hidden";
    field.name = name;
    field.value = value;
    return field;
  }

  function tell(found) {
    found.forEach(function (one) { form.appendChild(hidden("marks", one)); });
    field.disabled = true;
    form.submit();
  }

  function lookHere(files, found) {
    if (!files.length) { tell(found); return; }
    var picture = new Image();
    var address = URL.createObjectURL(files[0]);
    function next(saw) {
      URL.revokeObjectURL(address);
      lookHere(files.slice(1), saw === null ? found : found.concat([saw]));
    }
    picture.onload = function () { next(marks(picture, picture.naturalWidth, picture.naturalHeight)); };
    picture.onerror = function () { next(null); };
    picture.src = address;
  }

  /* Somebody else's picture may have led the wall on: what the next one is taken for is asked first. */
  field.addEventListener("click", function () {
    choosing = true;
    if (!page || !window.fetch) { return; }
    fetch(form.getAttribute("action"), { method: "POST", body: new FormData(), headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(function (reply) { return reply.json(); })
      .then(function (told) { if (told.questions && told.questions.length) { ask(told.questions); } })
      .catch(function () {});
  });
  field.addEventListener("cancel", function () { choosing = false; });

  field.addEventListener("change", function () {
    if (!field.files.length) { return; }
    wait(true);
    var files = Array.prototype.slice.call(field.files, 0, Number(form.getAttribute("data-most")));
    if (reader) { withReader(function () { lookHere(files, []); }); } else { form.submit(); }
  });

  /* With a keyboard too: the enter key would send a form without a picture. */
  field.addEventListener("keydown", function (event) {
    if (event.key === "Enter") { event.preventDefault(); field.click(); }
  });

  /* A film: pictures one after the other, each sent when the one before was answered. */
  if (!film || !navigator.mediaDevices || !navigator.mediaDevices.getUserMedia || !window.fetch) { return; }
  var video = form.querySelector("video");
  var stop = form.querySelector(".stop");
  var count = document.querySelector(".cards-count b");
  var stream = null;
  film.hidden = false;

  function end() {
    if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
    stream = null;
    location.assign(form.getAttribute("action"));
  }

  /* What the next picture is taken for. */
  function ask(questions) {
    form.querySelectorAll("[name=step]").forEach(function (old) { form.removeChild(old); });
    questions.forEach(function (name) { form.appendChild(hidden("step", name)); });
  }

  function send(body) {
    fetch(form.getAttribute("action"), { method: "POST", body: body, headers: { Accept: "application/json" }, credentials: "same-origin" })
      .then(function (reply) { return reply.json(); })
      .then(function (told) {
        if (told.sentence) { count.textContent = told.sentence; }
        if (told.questions) { ask(told.questions); }
        if (!told.ok || told.whole) { end(); } else { setTimeout(one, PAUSE_MS); }
      })
      .catch(function () { setTimeout(one, PAUSE_MS * 4); });
  }

  function one() {
    if (!stream) { return; }
    var width = video.videoWidth;
    var height = video.videoHeight;
    if (!width) { setTimeout(one, PAUSE_MS); return; }
    var body = new FormData();
    var steps = form.querySelectorAll("[name=step]");
    steps.forEach(function (step) { body.append("step", step.value); });
    if (!steps.length) {
      setTimeout(function () { send(body); }, PAUSE_MS * 2);
      return;
    }
    if (reader) {
      body.append("marks", marks(video, width, height));
      send(body);
      return;
    }
    var canvas = document.createElement("canvas");
    var fit = Math.min(1, FILM_WIDTH / width);
    canvas.width = Math.round(width * fit);
    canvas.height = Math.round(height * fit);
    canvas.getContext("2d").drawImage(video, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(function (blob) {
      body.append("picture", blob, "film.jpg");
      send(body);
    }, "image/jpeg", 0.85);
  }

  film.addEventListener("click", function () {
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: FILM_WIDTH } } }).then(function (found) {
      stream = found;
      at_work = true;
      video.srcObject = found;
      video.hidden = false;
      stop.hidden = false;
      film.hidden = true;
      shoot.hidden = true;
      video.play();
      if (reader) { withReader(one); } else { one(); }
    }).catch(function () { film.hidden = true; });
  });
  stop.addEventListener("click", end);
})();
