/* Display settings, copy buttons, menu, notes, and where the reader is. Pages are complete without it. */
(function () {
  "use strict";
  var root = document.documentElement;
  var tools = document.querySelector(".bar-tools");
  var beside = matchMedia("(min-width: 74rem)");

  function el(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }
  function all(selector, within) { return Array.from((within || document).querySelectorAll(selector)); }

  /* A setting is an attribute of the page and remembered; an empty value is the default. */
  function set(name, value) {
    if (value) { root.setAttribute("data-" + name, value); } else { root.removeAttribute("data-" + name); }
    try {
      if (value) { localStorage.setItem("lectern-" + name, value); } else { localStorage.removeItem("lectern-" + name); }
    } catch (refused) { /* private window: not remembered */ }
  }

  function themeSwitch() {
    var button = el("button", { type: "button", "class": "theme" });
    var dark = matchMedia("(prefers-color-scheme: dark)");
    function system() { return dark.matches ? "dark" : "light"; }
    function current() { return root.getAttribute("data-theme") || system(); }
    function name() {
      button.setAttribute("aria-label", current() === "dark" ? "Use the light theme" : "Use the dark theme");
      button.setAttribute("title", button.getAttribute("aria-label"));
    }
    button.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M10 2.5a7.5 7.5 0 0 1 0 15z" fill="currentColor"/></svg>';
    button.addEventListener("click", function () {
      var next = current() === "dark" ? "light" : "dark";
      set("theme", next === system() ? "" : next);
      name();
    });
    dark.addEventListener("change", name);
    name();
    tools.append(button);
  }

  var CHOICES = [
    ["annotations", "Annotations", [["", "Both"], ["original", "Original"], ["english", "English"]]],
    ["size", "Text size", [["small", "Small"], ["", "Normal"], ["large", "Large"], ["larger", "Larger"]]],
    ["width", "Line width", [["narrow", "Narrow"], ["", "Normal"], ["wide", "Wide"]]]
  ];
  function displayPanel() {
    var button = el("button", { type: "button", "class": "display-open", "aria-expanded": "false", "aria-controls": "display", "aria-label": "Display settings" }, ["Aa"]);
    var panel = el("div", { "class": "display-panel", id: "display", role: "group", "aria-label": "Display settings", hidden: "" });
    CHOICES.forEach(function (choice) {
      if (choice[0] === "annotations" && !document.querySelector(".annotation.rendering")) { return; }
      var set_ = el("fieldset", {}, [el("legend", {}, [choice[1]])]);
      choice[2].forEach(function (option) {
        var radio = el("input", { type: "radio", name: choice[0], value: option[0] });
        radio.checked = (root.getAttribute("data-" + choice[0]) || "") === option[0];
        radio.addEventListener("change", function () { set(choice[0], option[0]); foldNotes(); });
        set_.append(el("label", {}, [radio, el("span", {}, [option[1]])]));
      });
      panel.append(set_);
    });
    function show(open) {
      panel.hidden = !open;
      button.setAttribute("aria-expanded", String(open));
    }
    button.addEventListener("click", function () { show(panel.hidden); });
    document.addEventListener("click", function (event) {
      if (!panel.hidden && !event.target.closest(".display-panel, .display-open")) { show(false); }
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && !panel.hidden) { show(false); button.focus(); }
    });
    tools.append(button, panel);
  }

  function codeOf(element) {
    var copy = element.cloneNode(true);
    all(".conum", copy).forEach(function (mark) { mark.remove(); });
    return copy.textContent.replace(/[ \t]+$/gm, "");
  }
  function copyText(text) {
    if (navigator.clipboard && window.isSecureContext) { return navigator.clipboard.writeText(text); }
    var area = el("textarea", { readonly: "", "class": "skip", "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }
  /* The source is looked for when it is copied: a page that is edited replaces it. */
  function copyButton(place, source, what) {
    var button = el("button", { type: "button", "class": "copy", "aria-label": "Copy " + what }, ["Copy"]);
    function say(text) {
      button.textContent = text;
      setTimeout(function () { button.textContent = "Copy"; }, 1500);
    }
    button.addEventListener("click", function () {
      copyText(codeOf(source())).then(function () { say("Copied"); }, function () { say("Press Ctrl-C"); });
    });
    place.append(button);
  }
  function copyButtons() {
    all(".listingblock > .content, .listingblock > details > .content").forEach(function (block) {
      if (block.querySelector(":scope > .copy")) { return; }
      copyButton(block, function () { return block.querySelector("code") || block.querySelector("pre"); }, "the code");
    });
    all(".run-line").forEach(function (line) {
      if (line.querySelector(".copy-place")) { return; }
      var place = el("span", { "class": "copy-place" });
      line.querySelector(".command").after(place);
      copyButton(place, function () { return line.querySelector(".command"); }, "the command");
    });
  }

  function menu() {
    var map = document.getElementById("map");
    var opener = document.querySelector(".menu-open");
    function show(open) {
      map.classList.toggle("open", open);
      opener.setAttribute("aria-expanded", String(open));
      (open ? map.querySelector(".menu-close") : opener).focus();
    }
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", function (event) { event.preventDefault(); show(true); });
    map.addEventListener("click", function (event) {
      if (event.target.closest(".menu-close")) { event.preventDefault(); show(false); }
      if (map.classList.contains("open") && event.target.closest("li a")) { map.classList.remove("open"); }
    });
    document.addEventListener("keydown", function (event) {
      if (event.key === "Escape" && map.classList.contains("open")) { show(false); }
    });
    var here = map.querySelector("[aria-current]");
    if (here && getComputedStyle(map).position === "sticky") {
      map.scrollTop = Math.max(0, here.offsetTop - map.clientHeight / 3);
    }
  }

  /* Notes fold to their first line where there is no margin; one that fits in a line needs no fold. */
  function foldNotes() {
    all(".note").forEach(function (note) {
      var button = note.querySelector(":scope > .note-open");
      var cut = !beside.matches && (note.matches("figure") && note.querySelector("figcaption") || note.scrollHeight > note.clientHeight + 2 || note.classList.contains("open"));
      if (!cut) {
        if (button) { button.remove(); }
        note.classList.remove("open");
      } else if (!button) {
        button = el("button", { type: "button", "class": "note-open", "aria-expanded": "false", "aria-label": "Open this note" });
        button.addEventListener("click", function () {
          var open = note.classList.toggle("open");
          this.setAttribute("aria-expanded", String(open));
          this.setAttribute("aria-label", open ? "Fold this note" : "Open this note");
        });
        note.append(button);
      }
    });
  }
  /* A footnote opens under its line where there is no margin; beside the text it lights up. */
  function footnotes() {
    document.addEventListener("click", function (event) {
      var call = event.target.closest("a[role=doc-noteref]");
      var note = call && document.getElementById("side_" + call.hash.slice("#_footnotedef_".length));
      if (!note) { return; }
      if (beside.matches) {
        if (note.offsetParent === null) { return; }
        all(".sidenote.lit").forEach(function (other) { other.classList.remove("lit"); });
        note.classList.add("lit");
        note.scrollIntoView({ block: "nearest" });
      } else if (call.parentElement.nextElementSibling === note) {
        call.setAttribute("aria-expanded", String(note.classList.toggle("open")));
      } else {
        return;
      }
      event.preventDefault();
    });
  }

  function followScroll() {
    var links = {};
    var headings = [];
    var marked = null;
    function collect() {
      links = {};
      marked = null;
      all(".sections a, .nav-sections a").forEach(function (link) {
        var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
        if (link.getAttribute("aria-current") === "true") { link.removeAttribute("aria-current"); }
        if (target) { (links[target.id] = links[target.id] || []).push(link); }
      });
      headings = Object.keys(links).map(function (id) { return document.getElementById(id); });
      headings.sort(function (a, b) { return a.compareDocumentPosition(b) & 4 ? -1 : 1; });
    }
    function mark() {
      var at = null;
      headings.forEach(function (heading) {
        if (heading.getBoundingClientRect().top < 140) { at = heading; }
      });
      if (at === marked) { return; }
      if (marked) { links[marked.id].forEach(function (link) { link.removeAttribute("aria-current"); }); }
      if (at) {
        links[at.id].forEach(function (link) {
          link.setAttribute("aria-current", "true");
          var column = link.closest(".sections");
          if (column && column.scrollHeight > column.clientHeight) {
            column.scrollTop = link.offsetTop - column.clientHeight / 2;
          }
        });
      }
      marked = at;
    }
    var waiting = false;
    addEventListener("scroll", function () {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(function () { waiting = false; mark(); });
      }
    }, { passive: true });
    document.addEventListener("lectern:shown", function () { collect(); mark(); });
    collect();
    mark();
  }

  function ages() {
    all("time[datetime]:not([title])").forEach(function (time) {
      var days = Math.floor((Date.now() - Date.parse(time.dateTime)) / 86400000);
      if (days >= 0) {
        time.title = time.dateTime;
        time.append(days === 0 ? ", today" : days === 1 ? ", yesterday" : ", " + days + " days ago");
      }
    });
  }

  /* Who copies a passage gets its formulas as LaTeX: browsers would set every letter on its own line. */
  document.addEventListener("copy", function (event) {
    var selection = getSelection();
    if (!selection || !selection.rangeCount || selection.isCollapsed) { return; }
    var holder = document.createElement("div");
    holder.appendChild(selection.getRangeAt(0).cloneContents());
    var formulas = holder.querySelectorAll(".formula[data-latex]");
    if (!formulas.length) { return; }
    formulas.forEach(function (formula) {
      formula.textContent = "$" + formula.getAttribute("data-latex") + "$";
    });
    event.clipboardData.setData("text/html", holder.innerHTML);
    holder.className = "copied";
    document.body.appendChild(holder);
    event.clipboardData.setData("text/plain", holder.innerText);
    holder.remove();
    event.preventDefault();
  });

  themeSwitch();
  displayPanel();
  copyButtons();
  menu();
  foldNotes();
  beside.addEventListener("change", foldNotes);
  if (document.fonts) { document.fonts.ready.then(foldNotes); }
  footnotes();
  followScroll();
  ages();
  /* A page that is served while its book is edited has new blocks in place of old ones. */
  document.addEventListener("lectern:shown", function () {
    copyButtons();
    foldNotes();
    ages();
  });
})();
