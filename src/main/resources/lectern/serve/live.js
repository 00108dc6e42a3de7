/* Keeps a served page up to date: fetches it when it changed and replaces only the blocks that did. */
(function () {
  "use strict";
  var REGIONS = ["main.main", "nav.map", "nav.sections", ".bar-title"];
  var SAID = {
    stale: "The output below is of an earlier version; this example waits to run.",
    running: "Running … the output below is of an earlier version.",
    failed: "This example failed; the output below is of an earlier version."
  };
  var known = Number(meta("version"));
  var page = decodeURIComponent(location.pathname).slice(1);
  if (page === "" || page.slice(-1) === "/") { page += "index.html"; }
  var shownOf = new WeakMap(); // an element as it was served -> the same as it is shown
  var placeOf = new WeakMap(); // an element as it is shown -> file and line that it is made of
  var handlers = {};
  var events = null;
  var served = {};
  var cells = {};
  // what is served before there is a page has nothing of the theme
  var gone = document.querySelector(".lectern-waiting") !== null;
  var asking = false;
  var again = false;

  function meta(name) {
    return document.querySelector('meta[name="lectern-' + name + '"]').content;
  }

  function pair(old, shown) {
    shownOf.set(old, shown);
    for (var i = 0; i < old.children.length; i++) { pair(old.children[i], shown.children[i]); }
  }

  /* A line that comes in moves all below it: places are no reason to replace a block. */
  function takePlaces(region, places) {
    region.querySelectorAll("[data-at]").forEach(function (element) {
      places.set(element, element.dataset.at);
      element.removeAttribute("data-at");
    });
  }

  function givePlaces(old, fresh, places) {
    if (places.has(fresh)) { placeOf.set(shownOf.get(old), places.get(fresh)); }
    for (var i = 0; i < old.children.length; i++) {
      givePlaces(old.children[i], fresh.children[i], places);
    }
  }

  /* The nearest element around one whose place is known, with the place. */
  function sourceOf(element) {
    for (; element; element = element.parentElement) {
      if (placeOf.has(element)) { return { element: element, place: placeOf.get(element) }; }
    }
    return null;
  }

  /* Other scripts add buttons and marks to the page, so what was served is kept beside it. */
  REGIONS.forEach(function (selector) {
    var shown = document.querySelector(selector);
    if (shown) {
      takePlaces(shown, placeOf);
      served[selector] = shown.cloneNode(true);
      pair(served[selector], shown);
    }
  });
  // what the page itself adds is not served
  var rootClass = document.documentElement.className.replace(/ ?\bjs\b/, "");

  function holdsBlocksOnly(element) {
    if (!element.children.length || element.closest("svg, pre")) { return false; }
    return Array.prototype.every.call(element.childNodes, function (node) {
      return node.nodeType === Node.ELEMENT_NODE || !node.textContent.trim();
    });
  }

  function announce(shown) {
    shown.dispatchEvent(new CustomEvent("lectern:changed", { bubbles: true }));
  }

  function copies(fresh) {
    var old = document.importNode(fresh, true);
    var shown = document.importNode(fresh, true);
    pair(old, shown);
    return { old: old, shown: shown };
  }

  function keepFolds(before, after) {
    var folds = before.matches("details") ? [before] : before.querySelectorAll("details");
    var fresh = after.matches("details") ? [after] : after.querySelectorAll("details");
    for (var i = 0; i < folds.length && i < fresh.length; i++) { fresh[i].open = folds[i].open; }
  }

  function replace(old, fresh) {
    var shown = shownOf.get(old);
    var copy = copies(fresh);
    keepFolds(shown, copy.shown);
    shown.replaceWith(copy.shown);
    if (old.parentNode) { old.replaceWith(copy.old); }
    announce(copy.shown);
    return copy.old;
  }

  function insert(parent, fresh, before) {
    var copy = copies(fresh);
    var place = before ? shownOf.get(before) : null;
    var into = shownOf.get(parent);
    parent.insertBefore(copy.old, before);
    into.insertBefore(copy.shown, place && place.parentNode === into ? place : null);
    announce(copy.shown);
  }

  function attributes(old, fresh) {
    var shown = shownOf.get(old);
    Array.from(old.attributes).forEach(function (attribute) {
      if (!fresh.hasAttribute(attribute.name)) {
        shown.removeAttribute(attribute.name);
        old.removeAttribute(attribute.name);
      }
    });
    Array.from(fresh.attributes).forEach(function (attribute) {
      if (old.getAttribute(attribute.name) !== attribute.value) {
        shown.setAttribute(attribute.name, attribute.value);
        old.setAttribute(attribute.name, attribute.value);
      }
    });
  }

  function patch(old, fresh) {
    if (old.isEqualNode(fresh)) { return old; }
    if (old.nodeName !== fresh.nodeName || !holdsBlocksOnly(old) || !holdsBlocksOnly(fresh)) {
      return replace(old, fresh);
    }
    attributes(old, fresh);
    var a = Array.from(old.children);
    var b = Array.from(fresh.children);
    var start = 0;
    while (start < a.length && start < b.length && a[start].isEqualNode(b[start])) { start++; }
    var endA = a.length;
    var endB = b.length;
    while (endA > start && endB > start && a[endA - 1].isEqualNode(b[endB - 1])) { endA--; endB--; }
    var rest = a.slice(start, endA);
    b.slice(start, endB).forEach(function (node, i) {
      if (i < rest.length) { patch(rest[i], node); } else { insert(old, node, a[endA] || null); }
    });
    rest.slice(endB - start).forEach(function (node) {
      shownOf.get(node).remove();
      node.remove();
    });
    return old;
  }

  /* What one reads stays where it is, whatever changes above it. */
  function inPlace(action) {
    var at = document.elementFromPoint(innerWidth / 2, Math.min(120, innerHeight / 3));
    var held = [];
    for (; at && at !== document.documentElement; at = at.parentElement) {
      held.push([at, at.getBoundingClientRect().top]);
    }
    action();
    for (var i = 0; i < held.length; i++) {
      if (held[i][0].isConnected) {
        var by = held[i][0].getBoundingClientRect().top - held[i][1];
        if (by) { scrollBy({ top: by, behavior: "instant" }); }
        return;
      }
    }
  }

  function show(text) {
    var fresh = new DOMParser().parseFromString(text, "text/html");
    if (gone) { location.reload(); return; }
    inPlace(function () {
      REGIONS.forEach(function (selector) {
        var now = fresh.querySelector(selector);
        if (served[selector] && now) {
          var places = new WeakMap();
          takePlaces(now, places);
          served[selector] = patch(served[selector], now);
          givePlaces(served[selector], now, places);
        }
      });
    });
    if (fresh.documentElement.className !== rootClass) {
      rootClass = fresh.documentElement.className;
      document.documentElement.className = rootClass + " js";
    }
    document.title = fresh.title;
    markCells();
    document.dispatchEvent(new CustomEvent("lectern:shown"));
  }

  function ask() {
    if (asking) { again = true; return; }
    asking = true;
    fetch(location.pathname, { cache: "no-store" }).then(function (answer) {
      if (answer.status === 404) { miss(); return; }
      if (answer.ok) { return answer.text().then(show); }
    }).catch(function () { /* the server is away: the next event asks again */ }).then(function () {
      asking = false;
      if (again) { again = false; ask(); }
    });
  }

  function miss() {
    gone = true;
    var main = document.querySelector("main");
    main.textContent = "";
    element("p", "", "This page is not in the book any more. ", main);
    element("a", "", "To the contents", main).href = "/";
  }

  /* Fetch again what the page shows of other files. */
  function renew(changed) {
    document.querySelectorAll('link[rel="stylesheet"], img').forEach(function (node) {
      var attribute = node.matches("img") ? "src" : "href";
      var address = new URL(node[attribute], location.href);
      if (address.origin === location.origin && changed(decodeURIComponent(address.pathname).slice(1))) {
        node[attribute] = address.pathname + "?v=" + known;
      }
    });
  }

  function changed(told) {
    var files = new Set(told.files);
    known = told.version;
    self.lecternLive.last = told;
    document.dispatchEvent(new CustomEvent("lectern:files", { detail: files }));
    // the words to search change with every edit; they are read when one searches
    if (told.files.some(function (file) { return /^assets\/(?!search-data\.)[^/]*\.js$/.test(file); }) && !told.all) {
      location.reload();
      return;
    }
    renew(function (path) { return files.has(path); });
    if (told.all || files.has(page)) { ask(); }
  }

  function element(name, kind, text, parent) {
    var made = document.createElement(name);
    if (kind) { made.className = kind; }
    made.textContent = text;
    parent.appendChild(made);
    return made;
  }

  function markCells() {
    document.querySelectorAll(".lectern-cell").forEach(function (mark) {
      if (!cells[mark.dataset.cell]) { mark.remove(); }
    });
    Object.keys(cells).forEach(function (id) {
      var cell = document.getElementById(id);
      if (!cell) { return; }
      var mark = cell.querySelector(":scope > .lectern-cell") || element("p", "lectern-cell", "", cell);
      mark.dataset.cell = id;
      mark.dataset.state = cells[id];
      mark.textContent = SAID[cells[id]];
    });
  }

  function mistakes(list) {
    var old = document.querySelector(".lectern-mistakes");
    var open = !old || old.open;
    if (old) { old.remove(); }
    if (!list.length) { return; }
    var box = element("details", "lectern-mistakes", "", document.body);
    box.open = open;
    element("summary", "", list.length === 1 ? "1 mistake" : list.length + " mistakes", box);
    var items = element("ol", "", "", box);
    list.forEach(function (mistake) {
      var item = element("li", mistake.severity, "", items);
      element("a", "place", mistake.place, item).href = mistake.link;
      element("p", "", mistake.severity + ": " + mistake.message + " [" + mistake.rule + "]", item);
      if (mistake.quote.trim()) { element("pre", "", mistake.quote, item); }
      if (mistake.hint) { element("p", "hint", mistake.hint, item); }
    });
  }

  function state(text) {
    var mark = document.querySelector(".lectern-state")
      || element("p", "lectern-state", "", document.body);
    mark.setAttribute("role", "status");
    mark.textContent = text;
    mark.hidden = !text;
  }

  /* For the other scripts of served pages. */
  self.lecternLive = { meta: meta, element: element, on: on, place: sourceOf };

  if (location.search) { history.replaceState(null, "", location.pathname + location.hash); }
  /* A page that is not seen needs no connection, of which a browser has few; it catches up later. */
  function connect() {
    if (document.hidden) {
      if (events) { events.close(); }
      events = null;
    } else if (!events) {
      events = new EventSource("/_lectern/events");
      Object.keys(handlers).forEach(function (name) {
        events.addEventListener(name, function (event) { handlers[name](JSON.parse(event.data)); });
      });
      events.addEventListener("error", function () { state("The server is away."); });
    }
  }
  function on(name, action) { handlers[name] = action; }
  on("pages", changed);
  on("version", function (told) {
    if (told.version !== known) {
      known = told.version;
      renew(function () { return true; });
      ask();
    }
  });
  on("mistakes", mistakes);
  on("cells", function (now) { cells = now; markCells(); });
  on("state", function (now) { state(now === "current" ? "" : "Building …"); });
  document.addEventListener("visibilitychange", connect);
  // when the other scripts have said what they listen to
  document.addEventListener("DOMContentLoaded", connect);
})();
