/* Examples that run in the page: knobs under the recorded output, a worker that runs the compiled example, and what
   came of it in a block of its own, so that nobody takes it for the recorded run. Nothing is loaded before Run. */
(function () {
  "use strict";
  var base = document.currentScript.src.replace(/assets\/[^/]*$/, "");
  var MOST_TEXT = 200000, SLOW = 2000, FRAME = 100, PLOT = "lectern-plot";
  var still = matchMedia("(prefers-reduced-motion: reduce)");
  var factories = {}, loading = {}, urls = {};
  var renderer = null, queue = Promise.resolve(), serial = 0;
  self.lecternModule = function (name, make) { factories[name] = make; };

  function el(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }
  function load(name) {
    loading[name] = loading[name] || new Promise(function (resolve, reject) {
      var script = el("script", { src: base + "modules/" + name + ".js" });
      script.onload = function () { resolve(factories[name]); };
      script.onerror = function () {
        delete loading[name];
        reject(new Error("modules/" + name + ".js is not beside this page"));
      };
      document.head.append(script);
    });
    return loading[name];
  }

  /* What a module sees, in a worker or here; send takes messages. It is turned into text: no names from outside.
     A program that rests goes on when it is told to; several may rest in one scope, so each enters it anew. */
  function host(scope, send) {
    var held = [], size = 0, sent = 0, exited = false, resting = null;
    function flush() {
      if (held.length) { send({ text: held.join("") }); }
      held = []; size = 0; sent = Date.now();
    }
    function put(text) {
      held.push(text);
      size += text.length;
      if (!sent || size > 4000 || Date.now() - sent > 100) { flush(); }
    }
    function enter() {
      scope.$rt_putStdoutCustom = put;
      scope.$rt_putStderrCustom = function () { };
      scope.lecternHost = own;
    }
    var own = {
      rest: function (ms, go) { flush(); resting = go; send({ rest: ms }); },
      file: function (name, text) { send({ file: name, content: text }); },
      exit: function (code) { exited = true; flush(); send({ end: true, code: code }); },
      drawn: function (svg) { send({ svg: svg }); },
      refused: function (why) { send({ refused: why }); }
    };
    return {
      start: function (make, args, live) {
        if (live) { own.live = live; }
        enter();
        make()(args, function (error) {
          flush();
          if (exited) { return; }
          if (error instanceof Error) { send({ end: true, code: 1, error: String(error.message) }); }
          else { send({ end: true, code: 0 }); }
        });
      },
      go: function () {
        var on = resting;
        resting = null;
        enter();
        if (on) { on(); }
      }
    };
  }
  /* A worker from the module's own text, for a page of the file system may not read files; null where none may start. */
  function worker(name, make) {
    try {
      urls[name] = urls[name] || URL.createObjectURL(new Blob(["\"use strict\";var make=" + make + ";var on=(" + host +
        ")(self,function(m){postMessage(m);}),main;onmessage=function(e){if(e.data.go){on.go();}else{" +
        "on.start(function(){return main=main||make();},e.data.args,e.data.live);}};"],
      { type: "text/javascript" }));
      return new Worker(urls[name]);
    } catch (refused) { return null; }
  }
  /* Runs a module; take hears its messages, live is how long it rests between pictures. */
  function run(name, args, live, take) {
    var stopped = false, works = null, heard = false, program = null;
    function here(make) {
      take({ here: true });
      setTimeout(function () {
        if (stopped) { return; }
        program = host(self, function (message) { if (!stopped) { take(message); } });
        program.start(make, args, live);
      }, 60);
    }
    load(name).then(function (make) {
      if (stopped) { return; }
      works = worker(name, make);
      if (!works) { here(make); return; }
      works.onmessage = function (event) {
        heard = true;
        take(event.data);
        if (event.data.end && works) { works.terminate(); works = null; }
      };
      works.onerror = function (event) {
        if (works) { works.terminate(); works = null; }
        if (heard || stopped) { take({ end: true, code: 1, error: event.message || "the worker broke down" }); }
        else { event.preventDefault(); here(make); }
      };
      works.postMessage({ args: args, live: live });
    }, function (error) { take({ end: true, code: 1, error: error.message }); });
    return {
      stop: function () {
        stopped = true;
        if (works) { works.terminate(); works = null; }
      },
      go: function () {
        if (stopped) { return; }
        if (works) { works.postMessage({ go: true }); } else if (program) { program.go(); }
      }
    };
  }
  /* Draws figures one after the other, by one module that stays. */
  function draw(spec) {
    var prefix = "page" + (++serial) + "-";
    var job = queue.then(function () { return load(PLOT); }).then(function (make) {
      return new Promise(function (resolve, reject) {
        function take(message) {
          if (message.svg) { resolve(message.svg); }
          if (message.refused || message.error) { reject(new Error(message.refused || message.error)); }
        }
        function here() {
          setTimeout(function () { host(self, take).start(make, [spec, prefix]); }, 0);
        }
        renderer = renderer || worker(PLOT, make);
        if (!renderer) { here(); return; }
        renderer.onmessage = function (event) { take(event.data); };
        renderer.onerror = function (event) { event.preventDefault(); renderer = null; here(); };
        renderer.postMessage({ args: [spec, prefix] });
      });
    });
    queue = job.catch(function () { });
    return job;
  }

  /* Values of a range: from low to high by a step, or by a factor; the slider counts them. */
  function count(knob) {
    return knob.times ? Math.round(Math.log(knob.high / knob.low) / Math.log(knob.step)) : Math.round((knob.high - knob.low) / knob.step);
  }
  function value(knob, at) {
    var exact = knob.times ? knob.low * Math.pow(knob.step, at) : +knob.low + at * knob.step;
    return String(+exact.toPrecision(12));
  }
  function place(knob, text) {
    var number = parseFloat(text);
    var at = knob.times ? Math.log(number / knob.low) / Math.log(knob.step) : (number - knob.low) / knob.step;
    return isFinite(at) ? Math.max(0, Math.min(count(knob), Math.round(at))) : -1;
  }
  function words(name) { return name.replace(/-/g, " "); }

  function control(cell, knob, changed) {
    var id = cell + "-knob-" + knob.name;
    var name = words(knob.name);
    if (knob.kind === "switch") {
      var box = el("input", { type: "checkbox", id: id });
      box.addEventListener("change", changed);
      return {
        row: el("div", { "class": "knob" }, [el("label", { "for": id }, [name]), box]),
        get: function () { return box.checked ? "on" : "off"; },
        set: function (text) { box.checked = text === "on"; }
      };
    }
    if (knob.kind === "choice") {
      var list = el("select", { id: id }, knob.words.map(function (word) { return el("option", { value: word }, [word]); }));
      list.addEventListener("change", changed);
      return {
        row: el("div", { "class": "knob" }, [el("label", { "for": id }, [name]), list]),
        get: function () { return list.value; },
        set: function (text) { if (knob.words.indexOf(text) >= 0) { list.value = text; } }
      };
    }
    var slider = el("input", { type: "range", id: id, min: 0, max: count(knob), step: 1 });
    var exact = el("input", { type: "text", inputmode: "decimal", "class": "knob-value", "aria-label": name + (knob.unit ? " in " + knob.unit : "") + ", from " + knob.low + " to " + knob.high, size: 7, autocomplete: "off" });
    function show() {
      exact.value = value(knob, +slider.value);
      slider.setAttribute("aria-valuetext", exact.value + (knob.unit ? " " + knob.unit : ""));
    }
    slider.addEventListener("input", function () { show(); changed(); });
    exact.addEventListener("change", function () {
      var at = place(knob, exact.value);
      if (at >= 0) { slider.value = at; }
      show();
      changed();
    });
    var ends = el("span", { "class": "knob-unit" }, [knob.unit || ""]);
    return {
      row: el("div", { "class": "knob" }, [el("label", { "for": id }, [name]), slider, el("span", { "class": "knob-number" }, [exact, ends])]),
      get: function () { return value(knob, +slider.value); },
      set: function (text) {
        var at = place(knob, text);
        if (at >= 0) { slider.value = at; show(); }
      }
    };
  }
  function argumentsOf(knob, text) {
    return knob.kind === "switch" ? text === "on" ? ["--" + knob.name] : [] : ["--" + knob.name, text];
  }

  /* Whether a fact meets what it was held against; as the build decides it. */
  function holds(relation, fact, published, tolerance) {
    switch (relation) {
      case "within": return Math.abs(published === 0 ? fact : fact / published - 1) <= tolerance * (1 + 1e-12);
      case "exactly": return fact === published;
      case "at-least": return fact >= published;
      default: return fact <= published;
    }
  }
  function expectations(tsv, recorded) {
    var facts = {}, rows = [];
    tsv.split("\n").forEach(function (line) {
      var f = line.split("\t");
      if (f[0] === "fact") { facts[f[1]] = { value: parseFloat(f[2]), unit: f[3] || "" }; }
      if (f[0] === "expect") { rows.push(f); }
    });
    if (!rows.length) { return null; }
    var body = el("tbody");
    rows.forEach(function (f) {
      var fact = facts[f[1]];
      var met = fact && holds(f[2], fact.value, parseFloat(f[3]), parseFloat(f[4]));
      var only = !met && !recorded;
      var verdict = met ? "✓ met" : only ? "for the recorded arguments only" : "✗ unmet";
      body.append(el("tr", only ? { "class": "knob-only" } : {}, [
        el("td", {}, [words(f[1])]),
        el("td", { "class": "num" }, [fact ? String(+fact.value.toPrecision(4)) + (fact.unit ? " " + fact.unit : "") : ""]),
        el("td", { "class": "num" }, [({ "at-least": "≥ ", "at-most": "≤ " }[f[2]] || "") + +parseFloat(f[3]).toPrecision(6)]),
        el("td", {}, [verdict])
      ]));
    });
    var head = el("tr", {}, ["Quantity", "Here", "Published", "Verdict"].map(function (title) { return el("th", { scope: "col" }, [title]); }));
    var table = el("table", {}, [el("thead", {}, [head]), body]);
    var title = "Held against " + rows.length + " published " + (rows.length === 1 ? "number" : "numbers");
    return el("details", { "class": "knob-held" }, [el("summary", {}, [title]), el("div", { "class": "knob-scroll", tabindex: 0, role: "group", "aria-label": title }, [table])]);
  }

  function panel(line) {
    var data = JSON.parse(line.dataset.inpage);
    var cell = line.closest(".listingblock[id]");
    if (!cell) { return; }
    var id = cell.id, works = null, clock = null, current = null;
    var controls = data.knobs.map(function (knob) { return control(id, knob, changed); });
    var start = el("button", { type: "button", "class": "knob-run" }, ["Run"]);
    var halt = el("button", { type: "button", "class": "knob-stop", disabled: "" }, ["Stop"]);
    var reset = el("button", { type: "button", "class": "knob-reset" }, ["Reset"]);
    var pause = el("button", { type: "button", "class": "knob-pause", disabled: "" }, ["Pause"]);
    var watch = el("input", { type: "checkbox", id: id + "-watch" });
    watch.checked = !still.matches;
    var command = el("code", { "class": "command" });
    var status = el("span", { "class": "knob-status", role: "status" });
    var seconds = el("span", { "class": "knob-status", "aria-hidden": "true" });
    var bar = el("progress", { "class": "knob-progress", "aria-label": "Running", hidden: "" });
    var text = el("pre", { role: "log", tabindex: 0, "aria-label": "What the example printed here" });
    var figures = el("div", { "class": "knob-figures" });
    var held = el("div");
    var live = el("div", { "class": "knob-live", hidden: "" }, [el("p", { "class": "knob-title" }, ["Run in this page, not the recorded run"])].concat(data.live ? [figures, text] : [text, figures], [held]));
    var box = el("div", { "class": "knobs", role: "group", "aria-label": "Run this example in the page" }, [
      el("div", { "class": "knob-rows" }, controls.map(function (c) { return c.row; })),
      el("div", { "class": "knob-bar" }, (data.live ? [start, pause, halt, reset, el("label", { "class": "knob-watch", "for": watch.id }, [watch, "show it on its way"])] : [start, halt, reset]).concat([bar, status, seconds])),
      el("p", { "class": "knob-command" }, [command]),
      live
    ]);
    function values() { return controls.map(function (c) { return c.get(); }); }
    /* A knob that keeps its value is said only where the recorded run says it. */
    function said(now) {
      var args = data.fixed.slice();
      data.knobs.forEach(function (knob, i) {
        if (now[i] !== knob.start || knob.said) { args = args.concat(argumentsOf(knob, now[i])); }
      });
      return args;
    }
    function isRecorded(now) { return now.every(function (v, i) { return v === data.knobs[i].start; }); }
    function changed() {
      var now = values(), args = said(now);
      command.textContent = [data.jbang].concat(args.map(function (a) { return /^[\w.,:=\/+-]+$/.test(a) ? a : "'" + a.replace(/'/g, "'\\''") + "'"; })).join(" ");
      reset.disabled = !works && live.hidden && isRecorded(now);
    }
    function state(now) {
      var hash = "#" + id + "!" + data.knobs.map(function (knob, i) { return knob.name + "=" + encodeURIComponent(now[i]); }).join("&");
      try { history.replaceState(history.state, "", hash); } catch (refused) { /* a page that may not: nothing to share */ }
    }
    function ended(words_) {
      clearTimeout(clock);
      works = null;
      start.disabled = false;
      halt.disabled = pause.disabled = true;
      pause.textContent = "Pause";
      seconds.textContent = "";
      bar.hidden = true;
      status.textContent = words_;
      text.removeAttribute("aria-busy");
      changed();
    }
    /* Puts a picture where the one of the same name is; nothing of a run that is no longer the current one. */
    function show(mine, name, spec) {
      return draw(spec).then(function (svg) {
        if (mine !== current) { return; }
        var place = Array.prototype.find.call(figures.children, function (at) { return at.dataset.name === name; });
        if (!place) { place = figures.appendChild(el("div", { "data-name": name })); }
        place.innerHTML = svg;
      });
    }
    function each(mine, names, specs) {
      return names.reduce(function (before, name) {
        return before.then(function () { return mine === current ? show(mine, name, specs[name]) : null; });
      }, Promise.resolve()).catch(function (error) {
        if (mine === current) { figures.append(el("p", {}, ["A figure could not be drawn: " + error.message])); }
      });
    }
    function go() {
      if (works) { works.stop(); }
      var now = values(), began = performance.now(), first = true, shown = 0, specs = {}, changes = [], record = "";
      var args = said(now), mine = current = {};
      state(now);
      ["first", "code", "drawn", "frames", "held"].forEach(function (name) { delete box.dataset[name]; });
      live.hidden = false;
      text.hidden = false;
      text.textContent = "";
      text.setAttribute("aria-busy", "true");
      figures.textContent = "";
      held.textContent = "";
      start.disabled = true;
      halt.disabled = false;
      pause.disabled = !data.live;
      pause.textContent = "Pause";
      status.textContent = "running";
      seconds.textContent = "";
      clearTimeout(clock);
      clock = setTimeout(function tick() {
        bar.hidden = !!data.live;
        if (!mine.paused) { seconds.textContent = Math.round((performance.now() - began) / 1000) + " s"; }
        clock = setTimeout(tick, 1000);
      }, SLOW);
      /* The program rests: its pictures are drawn, and it goes on a tenth of a second after it went on before. */
      function rested(least) {
        var at = performance.now(), due = watch.checked ? changes.splice(0) : [];
        each(mine, due, specs).then(function () {
          if (due.length) { box.dataset.frames = 1 + (+box.dataset.frames || 0); }
          setTimeout(function () {
            if (mine !== current) { return; }
            if (mine.paused) { mine.waits = true; box.dataset.held = ""; } else { works.go(); }
          }, watch.checked ? Math.max(0, least - (performance.now() - at)) : 0);
        });
      }
      function take(message) {
        if (mine !== current) { return; }
        if (message.here) { status.textContent = data.live ? "running" : "running; this page stands still until the example ends, as no worker may start here"; }
        if (first && (message.text || message.file || message.end)) {
          box.dataset.first = Math.round(performance.now() - began);
          first = false;
        }
        if (message.text && shown < MOST_TEXT) {
          text.append(message.text.slice(0, MOST_TEXT - shown));
          shown += message.text.length;
          if (shown >= MOST_TEXT) { text.append("\n… the rest is not shown"); }
        }
        if (message.file === "facts.tsv") { record = message.content; }
        else if (message.file && /^fig-.*\.json$/.test(message.file)) {
          if (changes.indexOf(message.file) < 0) { changes.push(message.file); }
          specs[message.file] = message.content;
        }
        if (message.rest !== undefined) { rested(message.rest); }
        if (message.end) {
          if (message.error) { text.append((shown ? "\n" : "") + "The example ended with: " + message.error); }
          text.hidden = !text.textContent;
          var took = performance.now() - began;
          var table = expectations(record, isRecorded(now));
          if (table) { held.append(table); }
          box.dataset.code = message.code;
          ended(mine.paused !== undefined ? "done" : "done in " + (took < 1000 ? Math.round(took) + " ms" : (took / 1000).toFixed(1) + " s"));
          each(mine, changes, specs).then(function () {
            if (mine === current) { box.dataset.drawn = figures.querySelectorAll("svg.figure").length; }
          });
        }
      }
      works = run(data.module, args, data.live ? String(FRAME) : "", take);
    }
    start.addEventListener("click", go);
    pause.addEventListener("click", function () {
      current.paused = !current.paused;
      pause.textContent = current.paused ? "Go on" : "Pause";
      status.textContent = current.paused ? "paused" : "running";
      if (current.waits && !current.paused) { current.waits = false; delete box.dataset.held; works.go(); }
    });
    halt.addEventListener("click", function () {
      if (works) { works.stop(); current = null; ended("stopped"); start.focus(); }
    });
    reset.addEventListener("click", function () {
      if (works) { works.stop(); }
      current = null;
      controls.forEach(function (c, i) { c.set(data.knobs[i].start); });
      live.hidden = true;
      ended("");
      if (location.hash.indexOf("#" + id + "!") === 0) {
        try { history.replaceState(history.state, "", "#" + id); } catch (refused) { /* as above */ }
      }
      start.focus();
    });
    controls.forEach(function (c, i) { c.set(data.knobs[i].start); });
    changed();
    var after = cell, own = ".of-" + id;
    for (var next = cell.nextElementSibling; next && (next.matches(".colist, .run-status, " + own) || next.querySelector(own)); next = next.nextElementSibling) { after = next; }
    after.after(box);
    function restore() {
      if (location.hash.indexOf("#" + id + "!") !== 0) { return; }
      location.hash.slice(id.length + 2).split("&").forEach(function (part) {
        var at = data.knobs.findIndex(function (knob) { return part.indexOf(knob.name + "=") === 0; });
        if (at >= 0) { controls[at].set(decodeURIComponent(part.slice(data.knobs[at].name.length + 1))); }
      });
      changed();
      box.scrollIntoView({ block: "center" });
      go();
    }
    addEventListener("hashchange", restore);
    restore();
  }

  document.querySelectorAll(".run-line[data-inpage]").forEach(panel);
})();
