/* Before the first paint: what the reader chose last time, so that nothing flashes or jumps. */
(function () {
  "use strict";
  var root = document.documentElement;
  root.classList.add("js");
  ["theme", "size", "width", "annotations"].forEach(function (name) {
    var value = null;
    try { value = localStorage.getItem("lectern-" + name); } catch (refused) { /* private window */ }
    if (value) { root.setAttribute("data-" + name, value); }
  });
})();
