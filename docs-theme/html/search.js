/* Search: opens with / or Ctrl-K, loads its documents on first use, works without a network. */
(function () {
  "use strict";
  var HAN = /\p{Script=Han}/u;
  var PARTS = /\p{Script=Han}+|[\p{L}\p{N}_]+(?:[-.'’:/][\p{L}\p{N}_]+)*/gu;
  var JOINTS = /[-.'’:/]/;
  var KINDS = ["chapter", "section", "source", "term"];
  var MOST = 30;
  var base = document.currentScript.src.replace(/[^/]*$/, "");
  var dialog, input, list, status, opener, index, documents, loading, timer;

  function el(name, attributes, children) {
    var made = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    (children || []).forEach(function (child) { made.append(child); });
    return made;
  }

  /* Words as they are written, without case, accents and full-width forms. */
  function folded(text) {
    return text.normalize("NFKC").toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").normalize("NFC");
  }
  function pairs(run) {
    var pieces = [];
    var signs = Array.from(run);
    for (var i = 0; i + 1 < signs.length; i++) { pieces.push(signs[i] + signs[i + 1]); }
    return pieces;
  }
  /* For the index: each Chinese character and each pair; a compound or camel-case name, and its parts. */
  function tokens(text) {
    var found = [];
    (text.normalize("NFKC").match(PARTS) || []).forEach(function (part) {
      if (HAN.test(part)) {
        found = found.concat(Array.from(part), pairs(part));
        return;
      }
      var words = part.split(JOINTS);
      found.push(folded(part));
      words.forEach(function (word) {
        if (words.length > 1) { found.push(folded(word)); }
        if (humps(word).length > 1) { found = found.concat(humps(word).map(folded)); }
      });
    });
    return found;
  }
  function humps(word) { return word.match(/\p{Lu}?[\p{Ll}]+|\p{Lu}+(?!\p{Ll})|\p{N}+/gu) || []; }
  function both(queries) { return { combineWith: "AND", queries: queries }; }
  function either(queries) { return { combineWith: "OR", queries: queries }; }
  /* For a query: a lone character as it is, a longer Chinese word by its pairs, a name whole or by its parts. */
  function asQuery(text) {
    return both((text.normalize("NFKC").match(PARTS) || []).map(function (part) {
      if (HAN.test(part)) { return both(Array.from(part).length === 1 ? [part] : pairs(part)); }
      var words = part.split(JOINTS);
      var parts = words.length > 1 ? words : humps(part);
      return parts.length > 1 ? either([folded(part), both(parts.map(folded))]) : folded(part);
    }));
  }
  /* What a reader sees marked: the parts of what was typed. */
  function words(text) {
    var found = [];
    (text.normalize("NFKC").match(PARTS) || []).forEach(function (part) {
      part.split(JOINTS).forEach(function (word) {
        found = found.concat(!HAN.test(word) && humps(word).length > 1 ? humps(word) : [word]);
      });
    });
    return found.filter(Boolean).map(folded);
  }

  function build() {
    documents = self.lecternDocuments.map(function (row, id) {
      return { id: id, kind: KINDS[row[0]], page: row[1], anchor: row[2], title: row[3], within: row[4], text: row[5], code: row[6] };
    });
    index = new self.MiniSearch({
      fields: ["title", "text", "code"],
      tokenize: tokens,
      processTerm: function (term) { return term; },
      searchOptions: {
        tokenize: function (term) { return [term]; },
        boost: { title: 8, text: 1, code: 0.6 },
        prefix: function (term) { return term.length > 1 && !HAN.test(term); },
        combineWith: "AND"
      }
    });
    index.addAll(documents);
  }
  function load(name) {
    return new Promise(function (resolve, reject) {
      var script = el("script", { src: base + name });
      script.onload = resolve;
      script.onerror = reject;
      document.head.appendChild(script);
    });
  }
  function ready() {
    loading = loading || Promise.all([load("minisearch.js"), load("search-data.js")]).then(build);
    return loading;
  }

  /* While the book is edited, the next search reads its words anew. */
  document.addEventListener("lectern:files", function (event) {
    if (event.detail.has("assets/search-data.js")) { loading = null; }
  });

  /* Titles first: the very words, then a title with all of them, then the very words in the text. */
  function rank(found, query, asked) {
    var title = folded(found.title);
    if (title.replace(/^[\d.]+ /, "") === query) { return 0; }
    if (asked.every(function (word) { return title.indexOf(word) >= 0; })) { return 1; }
    return folded(found.text).indexOf(query) >= 0 || folded(found.code).indexOf(query) >= 0 ? 2 : 3;
  }
  function find(text) {
    var query = folded(text.trim());
    var asked = words(text);
    var hits = index.search(asQuery(text));
    if (!hits.length) {
      hits = index.search(asQuery(text), { fuzzy: function (term) { return term.length > 4 && !HAN.test(term) ? 0.2 : false; } });
    }
    hits.forEach(function (hit) { hit.rank = rank(documents[hit.id], query, asked); });
    /* Of the same rank, the book's own titles stand before those of its sources. */
    function source(hit) { return hit.rank < 2 && documents[hit.id].kind === "source" ? 1 : 0; }
    return hits.sort(function (a, b) { return a.rank - b.rank || source(a) - source(b) || b.score - a.score; });
  }

  function marked(text, asked) {
    var made = document.createDocumentFragment();
    var low = folded(text);
    if (low.length !== text.length) { low = text.toLowerCase(); }
    var at = 0;
    while (at < text.length) {
      var next = -1, length = 0;
      asked.forEach(function (word) {
        var found = low.indexOf(word, at);
        if (found >= 0 && (next < 0 || found < next || found === next && word.length > length)) { next = found; length = word.length; }
      });
      if (next < 0) { break; }
      made.append(text.slice(at, next), el("mark", {}, [text.slice(next, next + length)]));
      at = next + length;
    }
    made.append(text.slice(at));
    return made;
  }
  /* The sentence with most of the words; a line of code where no sentence has one. */
  function sentence(found, asked) {
    var best = "", most = 0;
    function look(piece) {
      var low = folded(piece);
      var count = asked.filter(function (word) { return low.indexOf(word) >= 0; }).length;
      if (count > most) { most = count; best = piece; }
    }
    found.text.split(/\n|(?<=[\p{Ll}\p{N}\p{Script=Han})\]%”"][.!?]["”’)]?) (?=[\p{Lu}\p{Script=Han}"“(])|(?<=[。！？])/u).forEach(look);
    if (most < asked.length) { found.code.split("\n").forEach(look); }
    if (!best) { best = found.text.split("\n")[0] || found.code.split("\n")[0] || ""; }
    best = best.trim();
    if (best.length > 220) {
      var low = folded(best);
      var first = Math.min.apply(null, asked.map(function (word) { var at = low.indexOf(word); return at < 0 ? best.length : at; }));
      var from = Math.max(0, Math.min(first, best.length) - 80);
      from = from ? best.indexOf(" ", from) + 1 || from : 0;
      best = (from ? "… " : "") + best.slice(from, from + 200) + (from + 200 < best.length ? " …" : "");
    }
    return best;
  }

  function show(text) {
    list.textContent = "";
    list.setAttribute("data-query", text);
    if (!text.trim()) { status.textContent = "Words, names, authors, identifiers"; return; }
    var asked = words(text);
    var hits = find(text);
    if (asked.length > 1) { asked.push(folded(text.trim())); }
    hits.slice(0, MOST).forEach(function (hit) {
      var found = documents[hit.id];
      var link = el("a", { href: found.page + (found.anchor ? "#" + encodeURIComponent(found.anchor) : ""), "class": "hit " + found.kind }, [
        el("span", { "class": "hit-title" }, [marked(found.title || found.within, asked)]),
        el("span", { "class": "hit-within" }, [found.within]),
        el("span", { "class": "hit-text" }, [marked(sentence(found, asked), asked)])
      ]);
      list.append(el("li", {}, [link]));
    });
    status.textContent = hits.length === 0 ? "Nothing found" : hits.length === 1 ? "1 place" :
      hits.length + " places" + (hits.length > MOST ? ", the first " + MOST + " shown" : "");
  }
  function refresh() {
    clearTimeout(timer);
    return ready().then(function () { show(input.value); }, function () { status.textContent = "The search could not be loaded"; });
  }

  function links() { return Array.from(list.querySelectorAll("a")); }
  function step(by) {
    var all = links();
    var at = all.indexOf(document.activeElement) + by;
    if (at < 0) { input.focus(); } else if (all[at]) { all[at].focus(); all[at].scrollIntoView({ block: "nearest" }); }
  }
  function keys(event) {
    if (event.key === "Escape") {
      event.preventDefault();
      dialog.close();
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && document.activeElement === input) {
      event.preventDefault();
      refresh().then(function () { if (links().length) { links()[0].click(); } });
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && document.activeElement !== input) {
      input.focus();
    }
  }
  function make() {
    input = el("input", { type: "search", "class": "search-input", id: "search-input", "aria-label": "Search the book", placeholder: "Search the book", autocomplete: "off", autocapitalize: "off", spellcheck: "false" });
    status = el("p", { "class": "search-status", role: "status" });
    list = el("ol", { "class": "hits", "aria-label": "Places found" });
    var close = el("button", { type: "button", "class": "search-close", "aria-label": "Close the search" }, ["Esc"]);
    dialog = el("dialog", { "class": "search", "aria-label": "Search" }, [
      el("div", { "class": "search-field" }, [input, close]), status, list
    ]);
    close.addEventListener("click", function () { dialog.close(); });
    dialog.addEventListener("keydown", keys);
    dialog.addEventListener("click", function (event) {
      if (event.target === dialog || event.target.closest("a")) { dialog.close(); }
    });
    input.addEventListener("input", function () {
      clearTimeout(timer);
      timer = setTimeout(refresh, documents ? 40 : 0);
    });
    document.body.append(dialog);
  }
  function open() {
    if (!dialog) { make(); }
    if (!dialog.open) { dialog.showModal(); }
    input.select();
    input.focus();
    refresh();
  }

  opener = el("button", { type: "button", "class": "search-open", "aria-keyshortcuts": "/ Control+K" }, [
    el("span", { "class": "search-open-label" }, ["Search"]), " ", el("kbd", {}, ["/"])
  ]);
  opener.insertAdjacentHTML("afterbegin", '<svg class="search-icon" viewBox="0 0 20 20" aria-hidden="true"><circle cx="8.5" cy="8.5" r="5.5" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M12.6 12.6l5 5" stroke="currentColor" stroke-width="1.5"/></svg>');
  opener.addEventListener("click", open);
  document.querySelector(".bar-tools").prepend(opener);
  document.addEventListener("keydown", function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "radio";
    var slash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing;
    if (slash || (event.key === "k" || event.key === "K") && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      open();
    }
  });
})();
