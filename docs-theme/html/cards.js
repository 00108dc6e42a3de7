/* Preview cards: what a reference leads to, shown on hover and focus, from a script in the site's own folder. */
(function () {
  "use strict";
  var base = document.currentScript.src.replace(/[^/]*$/, "");
  var cards = {};
  var loading = {};
  var card, shown, timer;
  self.lecternCards = function (page, targets) { cards[page] = targets; };

  function place(link) {
    var page = decodeURIComponent(link.pathname.replace(/^.*\//, "")) || "index.html";
    return { page: page, id: decodeURIComponent(link.hash.slice(1)) };
  }
  function load(page) {
    loading[page] = loading[page] || new Promise(function (resolve) {
      var script = document.createElement("script");
      script.src = base + "cards/" + page.replace(/\.html$/, ".js");
      script.onload = script.onerror = resolve;
      document.head.appendChild(script);
    });
    return loading[page];
  }

  function hide() {
    clearTimeout(timer);
    if (shown) {
      shown.removeAttribute("aria-describedby");
      card.hidden = true;
      shown = null;
    }
  }
  function show(link, html) {
    hide();
    if (!card) {
      card = document.createElement("div");
      card.className = "card";
      card.id = "card";
      card.setAttribute("role", "tooltip");
      card.addEventListener("mouseenter", function () { clearTimeout(timer); });
      card.addEventListener("mouseleave", leave);
      document.body.appendChild(card);
    }
    card.innerHTML = html;
    card.hidden = false;
    if (link.title) { link.dataset.title = link.title; link.removeAttribute("title"); }
    link.setAttribute("aria-describedby", "card");
    shown = link;
    var spot = link.getClientRects()[0] || link.getBoundingClientRect();
    var wide = card.offsetWidth, high = card.offsetHeight;
    var above = spot.bottom + high + 12 > innerHeight && spot.top > high + 12;
    card.style.left = Math.max(8, Math.min(spot.left + scrollX, scrollX + document.documentElement.clientWidth - wide - 8)) + "px";
    card.style.top = scrollY + (above ? spot.top - high - 8 : spot.bottom + 8) + "px";
  }
  function enter(link, wait) {
    clearTimeout(timer);
    if (link === shown) { return; }
    timer = setTimeout(function () {
      var to = place(link);
      load(to.page).then(function () {
        var html = cards[to.page] && cards[to.page][to.id];
        if (html && (link.matches(":hover") || document.activeElement === link)) { show(link, html); }
      });
    }, wait);
  }
  function leave() {
    clearTimeout(timer);
    timer = setTimeout(hide, 250);
  }
  function reference(target) {
    var link = target.closest && target.closest(".text a[href], .sidenote a[href]");
    var inside = link && link.host === location.host && link.protocol === location.protocol;
    return inside && !link.matches(".permalink, .footnote, .footnote-back, .index-see, [role=doc-noteref]") ? link : null;
  }

  if (document.documentElement.classList.contains("page-book")) { return; }
  document.addEventListener("mouseover", function (event) {
    var link = reference(event.target);
    if (link) { enter(link, 220); } else if (shown && !event.target.closest(".card")) { leave(); } else if (!shown) { clearTimeout(timer); }
  });
  document.addEventListener("focusin", function (event) {
    var link = reference(event.target);
    if (link && link.matches(":focus-visible")) { enter(link, 120); } else { hide(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") { hide(); }
  });
  addEventListener("pagehide", hide);
  /* While the book is edited, cards are fetched anew where they changed, and what one points at may be gone. */
  document.addEventListener("lectern:files", function (event) {
    Object.keys(loading).forEach(function (page) {
      if (event.detail.has("assets/cards/" + page.replace(/\.html$/, ".js"))) {
        delete loading[page];
        delete cards[page];
      }
    });
  });
  document.addEventListener("lectern:shown", function () {
    if (shown && !shown.isConnected) { hide(); }
  });
})();
