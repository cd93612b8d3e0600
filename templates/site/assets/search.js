// The search page: reads pieces of the index as scripts, so that it works from a folder too. Words are set as text only.
(function () {
  "use strict";
  var form = document.getElementById("ctip-search");
  if (!form) return;
  var store = window.ctipSearch = window.ctipSearch || {};
  var waiting = {};
  var SHOW = 10;
  var shown = SHOW;
  var turn = 0;
  var said = window.ctipWords || {};

  function told(key, values) {
    return (said[key] || key).replace(/\{(\w+)\}/g, function (all, name) { return name in values ? values[name] : all; });
  }

  function load(name) {
    if (store[name] !== undefined) return Promise.resolve(store[name]);
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done) {
        var script = document.createElement("script");
        script.src = form.dataset.root + "search/" + name + ".js";
        script.onload = script.onerror = function () { done(store[name] === undefined ? null : store[name]); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  }

  function plain(text) { return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss"); }
  function words(text) { return plain(text).match(/[\p{L}\p{N}]+/gu) || []; }
  function piece(word) {
    var start = word.slice(0, 2);
    return (/^[a-z0-9]{1,2}$/.test(start) ? start.padEnd(2, "_") : "u" + word.codePointAt(0).toString(16));
  }
  function steps(list, each) { var now = 0; list.forEach(function (step) { now += step; each(now); }); }

  // The sections that have a word or a longer form of it: {section: points}; null where the word is everywhere.
  function holding(word, held) {
    var made = new Map();
    if (held && held[word] && !held[word].length) return null;
    Object.keys(held || {}).forEach(function (other) {
      if (!other.startsWith(word) || !held[other].length) return;
      var points = other === word ? 2 : 1;
      steps(held[other][0], function (n) { made.set(n, Math.max(points, made.get(n) || 0)); });
      steps(held[other][1], function (n) { made.set(n, points + 3); });
    });
    return made;
  }

  function lawOf(facets, section) {
    var found = -1;
    facets.laws.forEach(function (law, n) { if (law[4] >= 0 && law[4] <= section) found = n; });
    return found;
  }

  function chosen(facets, now, duty) {
    var only = null;
    if (now.d) { only = new Set(); steps(duty, function (n) { only.add(n); }); }
    return function (section) {
      if (only && !only.has(section)) return false;
      if (!now.c && !now.l && !now.s) return true;
      var law = lawOf(facets, section);
      return (!now.l || String(law) === now.l) && (!now.c || facets.laws[law][0] === now.c) &&
        (!now.s || facets.laws[law][3] === now.s);
    };
  }

  function values() {
    var made = {};
    Array.from(form.elements).forEach(function (field) { if (field.name) made[field.name] = field.value.trim(); });
    return made;
  }

  // A passage around the first word found, the words found marked.
  function passage(text, asked) {
    var box = document.createElement("p");
    var at = -1;
    var parts = text.split(/([\p{L}\p{N}\p{M}]+)/u);
    var hit = parts.map(function (part, n) {
      var word = n % 2 ? plain(part) : "";
      var is = Boolean(word) && asked.some(function (one) { return word.startsWith(one); });
      if (is && at < 0) at = n;
      return is;
    });
    var start = Math.max(0, at - 30), end = Math.min(parts.length, start + 110);
    if (start > 0) box.append("… ");
    for (var n = start; n < end; n += 1) {
      if (hit[n]) { var mark = document.createElement("mark"); mark.textContent = parts[n]; box.append(mark); }
      else box.append(parts[n]);
    }
    if (end < parts.length) box.append(" …");
    return box;
  }

  function row(facets, section, block, asked) {
    var law = facets.laws[lawOf(facets, section)], one = block[section % facets.block];
    var item = document.createElement("li"), link = document.createElement("a"), from = document.createElement("span");
    link.href = form.dataset.root + law[2] + "/index.html#" + one[0];
    link.textContent = one[1] + (one[2] ? ", " + one[2] : "");
    var name = form.elements.c.querySelector('option[value="' + law[0] + '"]');
    from.textContent = (name ? name.textContent + ": " : "") + law[1] + (law.length > 5 && !law[1].endsWith("(" + law[5] + ")") ? " (" + law.slice(5).map(function (mark) { return said["mark." + mark] || mark; }).join(", ") + ")" : "");
    from.className = "from";
    var words = passage(one[3], asked);
    words.lang = law[3];
    words.dir = "auto";
    link.lang = law[3];
    item.append(link, from, words);
    return item;
  }

  function run() {
    var now = values(), mine = turn += 1;
    var query = new URLSearchParams();
    Object.keys(now).forEach(function (name) { if (now[name]) query.set(name, now[name]); });
    history.replaceState(null, "", location.pathname + (query.toString() ? "?" + query : ""));
    var asked = words(now.q), list = document.getElementById("ctip-found"), count = document.getElementById("ctip-count");
    Array.from(form.elements.l.options).forEach(function (o) { o.hidden = Boolean(now.c && o.dataset.country && o.dataset.country !== now.c); });
    if (!asked.length && !now.d) { list.replaceChildren(); count.textContent = ""; return; }
    load("facets").then(function (facets) {
      return Promise.all([facets, now.d ? load("y-" + now.d) : []].concat(asked.map(function (word) {  // a piece that there is not is not asked for
        return facets && facets.pieces.includes(piece(word)) ? load("w-" + piece(word)) : {};
      })));
    }).then(function (got) {
      if (mine !== turn || !got[0]) return;
      var facets = got[0], duty = got[1] || [], fits = chosen(facets, now, duty), common = [], points = null;
      asked.forEach(function (word, n) {
        var held = holding(word, got[n + 2]);
        if (!held) { common.push(word); return; }
        var both = new Map();
        held.forEach(function (p, s) { if (!points || points.has(s)) both.set(s, p + (points ? points.get(s) : 0)); });
        points = both;
      });
      if (!points) {
        points = new Map();
        if (now.d) steps(duty, function (n) { points.set(n, 0); });
      }
      var hits = Array.from(points.keys()).filter(fits).sort(function (a, b) { return points.get(b) - points.get(a) || a - b; });
      var top = hits.slice(0, shown);
      Promise.all(top.map(function (s) { return load("d" + Math.floor(s / facets.block)); })).then(function (blocks) {
        if (mine !== turn) return;
        list.replaceChildren.apply(list, top.map(function (s, n) { return row(facets, s, blocks[n], asked); }));
        count.textContent = told(hits.length === 1 ? "sections_1" : "sections", { n: hits.length, all: facets.sections }) +
          (common.length ? told("common", { words: common.join(", ") }) : "");
        more.hidden = hits.length <= shown;
      });
    });
  }

  var more = document.createElement("button");
  more.type = "button";
  more.textContent = told("more", {});
  more.className = "ctip-more";
  more.hidden = true;
  more.addEventListener("click", function () { shown += SHOW; run(); });
  document.getElementById("ctip-found").after(more);
  var given = new URLSearchParams(location.search);
  Array.from(form.elements).forEach(function (field) { if (given.get(field.name)) field.value = given.get(field.name); });
  form.hidden = false;
  var timer = 0;
  form.addEventListener("submit", function (event) { event.preventDefault(); run(); });
  form.addEventListener("input", function () { clearTimeout(timer); shown = SHOW; timer = setTimeout(run, 150); });
  run();
})();
