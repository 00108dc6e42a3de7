/* Runs the examples of a served page on the author's machine, shows what they print, and has it recorded. */
(function () {
  "use strict";
  var live = self.lecternLive;
  var el = live.element;
  var panels = {}; // by the name of the example
  var arguments_ = {};
  var hints = {};
  var ENDS = {
    same: "It gave what is recorded.",
    differing: "It gave something else than what is recorded.",
    other: "These are not the arguments of the book, so there is nothing to hold it against, and it cannot be recorded.",
    failed: "It failed and cannot be recorded.",
    stopped: "It was stopped and cannot be recorded."
  };

  function ask(path, body) {
    return fetch(path, { method: "POST", headers: { "X-Lectern-Token": live.meta("token"), "Content-Type": "text/plain" }, body: body || "" });
  }

  function panel(id) {
    var made = { id: id, run: null, running: false };
    made.box = document.createElement("section");
    made.box.className = "lectern-run";
    made.box.setAttribute("aria-label", "Run example " + id + " on this machine");
    var form = el("form", "lectern-run-form", "", made.box);
    var label = el("label", "", "Arguments ", form);
    made.input = el("input", "", "", label);
    made.input.autocomplete = "off";
    made.input.spellcheck = false;
    made.input.value = made.own = arguments_[id];
    made.button = el("button", "", "Run on this machine", form);
    made.button.type = "submit";
    made.reset = el("button", "", "The book’s arguments", form);
    made.reset.type = "button";
    made.hint = el("p", "lectern-run-hint", "", made.box);
    made.hint.id = "lectern-hint-" + id;
    made.input.setAttribute("aria-describedby", made.hint.id);
    made.shown = el("div", "lectern-run-shown", "", made.box);
    made.shown.hidden = true;
    made.head = el("p", "lectern-run-head", "", made.shown);
    made.status = el("p", "lectern-run-status", "", made.shown);
    made.status.setAttribute("role", "status");
    made.output = el("pre", "", "", made.shown);
    made.output.tabIndex = 0;
    made.said = el("ul", "", "", made.shown);
    made.tools = el("p", "lectern-run-tools", "", made.shown);
    made.accept = el("button", "", "Accept as the book’s output", made.tools);
    made.dismiss = el("button", "", "Dismiss", made.tools);
    made.accept.type = made.dismiss.type = "button";
    form.addEventListener("submit", function (event) {
      event.preventDefault();
      if (made.running) { stop(made); } else { run(made); }
    });
    made.input.addEventListener("input", function () { offer(made); });
    made.reset.addEventListener("click", function () {
      made.input.value = made.own;
      offer(made);
      made.input.focus();
    });
    made.accept.addEventListener("click", function () { accept(made); });
    made.dismiss.addEventListener("click", function () {
      made.shown.hidden = true;
      made.run = null;
      made.button.focus();
    });
    offer(made);
    return made;
  }

  function offer(panel) {
    panel.reset.hidden = panel.input.value.trim() === panel.own.trim();
    panel.button.textContent = panel.running ? "Stop" : "Run on this machine";
    panel.input.readOnly = panel.running;
  }

  function place() {
    Object.keys(arguments_).forEach(function (id) {
      var cell = document.getElementById(id);
      if (!cell || !cell.matches(".listingblock")) { return; }
      var made = panels[id] = panels[id] || panel(id);
      if (made.own !== arguments_[id]) {
        if (made.input.value === made.own && !made.running) { made.input.value = arguments_[id]; }
        made.own = arguments_[id];
        offer(made);
      }
      made.hint.textContent = hints[id] ? "It takes " + hints[id] + "." : "";
      if (made.box.parentNode !== cell) { cell.append(made.box); }
    });
    Object.keys(panels).forEach(function (id) {
      if (!(id in arguments_)) { panels[id].box.remove(); }
    });
  }

  function clock(panel) {
    var begun = Date.now();
    return setInterval(function () {
      panel.status.textContent = "Running, " + Math.round((Date.now() - begun) / 1000) + " s …";
    }, 1000);
  }

  function run(panel) {
    panel.running = true;
    panel.run = null;
    panel.shown.hidden = false;
    panel.shown.dataset.end = "running";
    panel.head.textContent = "This run, not recorded";
    panel.status.textContent = "Compiling …";
    panel.output.textContent = panel.said.textContent = "";
    panel.output.hidden = true;
    panel.accept.hidden = true;
    panel.tools.hidden = true;
    offer(panel);
    var timer = clock(panel);
    var ended = false;
    ask("/_lectern/run?cell=" + encodeURIComponent(panel.id), panel.input.value).then(function (answer) {
      if (!answer.ok) { return answer.text().then(function (why) { throw new Error(why.trim()); }); }
      return lines(answer.body.getReader(), function (told) {
        if (told.run) { panel.run = told.run; }
        if (told.out) { print(panel, told.out, ""); }
        if (told.err) { print(panel, told.err, "err"); }
        if (told.end) { ended = true; end(panel, told); }
      });
    }).then(function () {
      if (!ended) { throw new Error("The server is away; the run has ended with it."); }
    }).catch(function (why) {
      panel.shown.dataset.end = "failed";
      panel.status.textContent = why.message;
    }).then(function () {
      clearInterval(timer);
      panel.running = false;
      panel.tools.hidden = false;
      offer(panel);
    });
  }

  function lines(reader, take) {
    var decoder = new TextDecoder();
    var rest = "";
    return reader.read().then(function next(part) {
      rest += decoder.decode(part.value || new Uint8Array(0), { stream: !part.done });
      var all = rest.split("\n");
      rest = all.pop();
      all.forEach(function (line) { take(JSON.parse(line)); });
      if (!part.done) { return reader.read().then(next); }
    });
  }

  function print(panel, text, kind) {
    panel.output.hidden = false;
    var follows = panel.output.scrollTop + panel.output.clientHeight > panel.output.scrollHeight - 4;
    if (kind) { el("span", kind, text, panel.output); } else { panel.output.append(text); }
    if (follows) { panel.output.scrollTop = panel.output.scrollHeight; }
  }

  function end(panel, told) {
    panel.shown.dataset.end = told.end;
    var seconds = (told.millis / 1000).toFixed(1) + " s";
    var exit = told.exit > 0 ? ", exit code " + told.exit : "";
    panel.status.textContent = ENDS[told.end] + (told.millis ? " (" + seconds + exit + ")" : "");
    told.said.forEach(function (line) { el("li", "", line, panel.said); });
    panel.accept.hidden = !told.acceptable || told.end === "same";
  }

  function stop(panel) {
    if (panel.run) { ask("/_lectern/stop?run=" + panel.run); }
  }

  function accept(panel) {
    panel.accept.disabled = true;
    ask("/_lectern/accept?run=" + panel.run).then(function (answer) {
      return answer.text().then(function (why) {
        if (!answer.ok) { throw new Error(why.trim()); }
        panel.head.textContent = "This run, recorded as the book’s";
        panel.status.textContent = "The output below becomes this one; commit it with the note.";
        panel.shown.dataset.end = "recorded";
      });
    }).catch(function (why) {
      panel.status.textContent = "Not recorded: " + why.message;
      panel.shown.dataset.end = "failed";
    }).then(function () {
      panel.accept.disabled = false;
      panel.accept.hidden = true;
    });
  }

  live.on("examples", function (told) {
    arguments_ = {};
    Object.keys(told).forEach(function (id) {
      arguments_[id] = told[id].args;
      hints[id] = told[id].hint;
    });
    place();
  });
  document.addEventListener("lectern:shown", place);
})();
