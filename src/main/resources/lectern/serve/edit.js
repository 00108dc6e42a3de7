/* Leads from a block of a served page to its line in the author's editor; waits until one points at a block. */
(function () {
  "use strict";
  var live = self.lecternLive;
  var control = live.element("div", "lectern-edit", "", document.body);
  var link = live.element("a", "", "Edit", control);
  var copy = live.element("button", "", "", control);
  var marked = null;
  var timer;
  control.hidden = true;
  copy.type = "button";

  function target(place) {
    var cut = place.lastIndexOf(":");
    var file = place.slice(0, cut).split("/").map(encodeURIComponent).join("/");
    return live.meta("editor")
      .replace("{file}", function () { return file; })
      .replace("{line}", place.slice(cut + 1))
      .replace("{column}", "1");
  }

  function hide() {
    clearTimeout(timer);
    control.hidden = true;
    if (marked) { marked.classList.remove("lectern-edited"); }
    marked = null;
  }

  function show(found, parent, next) {
    hide();
    marked = found.element;
    link.href = target(found.place);
    link.title = "Open " + found.place + " in your editor";
    copy.textContent = found.place;
    copy.title = "Copy this place";
    control.hidden = false;
    if (control.parentNode !== parent || control.nextSibling !== next) { parent.insertBefore(control, next); }
    var box = marked.getBoundingClientRect();
    var home = control.offsetParent === document.body || !control.offsetParent ? null : control.offsetParent.getBoundingClientRect();
    var left = box.left - link.offsetWidth - 14;
    var beside = left > 4 && !document.elementsFromPoint(left, box.top + 8).some(function (other) { return other.matches("nav, nav *"); });
    control.dataset.side = beside ? "side" : "top";
    var x = beside ? left : Math.max(4, box.right - control.offsetWidth);
    var y = beside ? box.top : box.top - control.offsetHeight;
    control.style.left = x - (home ? home.left : -scrollX) + "px";
    control.style.top = y - (home ? home.top : -scrollY) + "px";
    marked.classList.add("lectern-edited");
  }

  function of(event) {
    var text = event.target.closest && event.target.closest("main");
    return text && !event.target.closest(".lectern-run, .lectern-edit") ? live.place(event.target) : null;
  }

  document.addEventListener("mouseover", function (event) {
    if (event.target.closest(".lectern-edit")) { clearTimeout(timer); return; }
    var found = of(event);
    if (found && found.element === marked) { clearTimeout(timer); return; }
    if (control.contains(document.activeElement)) { return; }
    clearTimeout(timer);
    // the way from a block to its control leads over others
    timer = setTimeout(function () {
      if (found && found.element.isConnected) { show(found, document.body, null); } else { hide(); }
    }, marked ? 300 : 120);
  });
  document.addEventListener("focusin", function (event) {
    if (event.target.closest(".lectern-edit")) { return; }
    var found = event.target.matches(":focus-visible") ? of(event) : null;
    // right after the block, so that the next stop of the Tab key is here
    if (found) { show(found, found.element.parentNode, found.element.nextSibling); } else { hide(); }
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && marked) { hide(); }
  });
  document.addEventListener("lectern:shown", hide);
  copy.addEventListener("click", function () {
    var place = copy.textContent;
    function say(text) {
      copy.textContent = text;
      setTimeout(function () { copy.textContent = place; }, 1500);
    }
    navigator.clipboard.writeText(place).then(function () { say("Copied"); }, function () { say(place); });
  });
})();
