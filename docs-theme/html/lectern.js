/* Theme switch, copy buttons, menu, and where the reader is. Pages are complete without it. */
(function () {
  "use strict";
  var root = document.documentElement;
  var key = "lectern-theme";

  function stored() {
    try { return localStorage.getItem(key); } catch (refused) { return null; }
  }
  function store(theme) {
    try { localStorage.setItem(key, theme); } catch (refused) { /* private window: not remembered */ }
  }
  var chosen = stored();
  if (chosen === "dark" || chosen === "light") {
    root.setAttribute("data-theme", chosen);
  }

  function themeSwitch() {
    var button = document.createElement("button");
    var dark = matchMedia("(prefers-color-scheme: dark)");
    function current() {
      return root.getAttribute("data-theme") || (dark.matches ? "dark" : "light");
    }
    function name() {
      button.setAttribute("aria-label", current() === "dark" ? "Use the light theme" : "Use the dark theme");
      button.setAttribute("title", button.getAttribute("aria-label"));
    }
    button.type = "button";
    button.className = "theme";
    button.innerHTML = '<svg viewBox="0 0 20 20" aria-hidden="true"><circle cx="10" cy="10" r="7.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M10 2.5a7.5 7.5 0 0 1 0 15z" fill="currentColor"/></svg>';
    button.addEventListener("click", function () {
      var next = current() === "dark" ? "light" : "dark";
      root.setAttribute("data-theme", next);
      store(next);
      name();
    });
    dark.addEventListener("change", name);
    name();
    document.querySelector(".bar-tools").appendChild(button);
  }

  function codeOf(element) {
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".conum").forEach(function (mark) { mark.remove(); });
    return copy.textContent.replace(/[ \t]+$/gm, "");
  }
  function copyText(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    var area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "skip";
    document.body.appendChild(area);
    area.select();
    var done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy refused"));
  }
  function copyButton(place, source, what) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-label", "Copy " + what);
    button.addEventListener("click", function () {
      copyText(codeOf(source)).then(
        function () { say("Copied"); }, function () { say("Press Ctrl-C"); });
    });
    function say(text) {
      button.textContent = text;
      setTimeout(function () { button.textContent = "Copy"; }, 1500);
    }
    place.appendChild(button);
  }
  function copyButtons() {
    document.querySelectorAll(".listingblock > .content").forEach(function (block) {
      copyButton(block, block.querySelector("code") || block.querySelector("pre"), "the code");
    });
    document.querySelectorAll(".run-line").forEach(function (line) {
      copyButton(line, line.querySelector(".command"), "the command");
    });
  }

  function menu() {
    var map = document.getElementById("map");
    var opener = document.querySelector(".menu-open");
    var closer = document.querySelector(".menu-close");
    function show(open) {
      map.classList.toggle("open", open);
      opener.setAttribute("aria-expanded", String(open));
      (open ? closer : opener).focus();
    }
    opener.setAttribute("role", "button");
    opener.setAttribute("aria-expanded", "false");
    opener.addEventListener("click", function (event) { event.preventDefault(); show(true); });
    closer.addEventListener("click", function (event) { event.preventDefault(); show(false); });
    map.addEventListener("click", function (event) {
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

  function followScroll() {
    var links = {};
    document.querySelectorAll(".sections a").forEach(function (link) {
      var target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (target) { links[target.id] = link; }
    });
    var headings = Object.keys(links).map(function (id) { return document.getElementById(id); });
    if (!headings.length || !("IntersectionObserver" in window)) { return; }
    var marked = null;
    function mark() {
      var at = null;
      headings.forEach(function (heading) {
        if (heading.getBoundingClientRect().top < 140) { at = heading; }
      });
      if (at === marked) { return; }
      if (marked) { links[marked.id].removeAttribute("aria-current"); }
      if (at) { links[at.id].setAttribute("aria-current", "true"); }
      marked = at;
    }
    var waiting = false;
    addEventListener("scroll", function () {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(function () { waiting = false; mark(); });
      }
    }, { passive: true });
    mark();
  }

  document.addEventListener("DOMContentLoaded", function () {
    themeSwitch();
    copyButtons();
    menu();
    followScroll();
  });
})();
