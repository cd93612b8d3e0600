// The search page: reads pieces of the index as scripts, so that it works from a folder too. Words are set as text only.
(function () {
  "use strict";
  var form = document.getElementById("ctip-search");
  if (!form) return;
  var store = window.ctipSearch = window.ctipSearch || {};
  var waiting = {};
  var SHOW = 10;
  var PIECES = 5;  // so many pieces with longer forms of a word are read
  var LISTED = 200;  // so many laws are listed where no country is chosen
  var shown = SHOW;
  var turn = 0;
  var said = window.ctipWords || {};

  function told(key, values) {
    return (said[key] || key).replace(/\{(\w+)\}/g, function (all, name) { return name in values ? values[name] : all; });
  }

  // The words for a number: some numbers have words of their own.
  function numbered(key, n, values) { return told(key + "_" + n in said ? key + "_" + n : key, values); }

  function load(name) {
    if (store[name] !== undefined) return Promise.resolve(store[name]);
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done, fail) {
        var script = document.createElement("script");
        script.src = form.dataset.root + "search/" + name + ".js";
        script.onload = script.onerror = function () { if (store[name] === undefined) fail(new Error(name)); else done(store[name]); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  }

  function plain(text) { return text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/ß/g, "ss"); }
  function words(text) { return plain(text).match(/[\p{L}\p{N}]+/gu) || []; }
  function named(start) {
    return Array.from(start, function (sign) { return /[a-z0-9]/.test(sign) ? sign : "-" + sign.codePointAt(0).toString(16) + "-"; }).join("");
  }

  // Each of some numbers: the first and the steps between them, or a bit for each section.
  function each(numbers, tell) {
    if (typeof numbers !== "string") { var now = 0; numbers.forEach(function (step) { now += step; tell(now); }); return; }
    var bits = atob(numbers);
    for (var n = 0; n < bits.length; n += 1) {
      for (var byte = bits.charCodeAt(n), bit = 0; byte; byte >>= 1, bit += 1) if (byte & 1) tell(n * 8 + bit);
    }
  }

  // The pieces that hold a word and its longer forms; `whole` is false where these stand in too many pieces to be read.
  function wanted(facets, word) {
    var own = "", longer = [];
    facets.pieces.forEach(function (start) {
      if (word.startsWith(start)) own = start.length > own.length ? start : own;
      else if (start.startsWith(word)) longer.push(start);
    });
    var whole = longer.length <= PIECES;
    return { names: (own ? [own] : []).concat(whole ? longer : []), whole: whole };
  }

  function loadWord(facets, word) {
    var from = wanted(facets, word);
    return Promise.all(from.names.map(function (start) { return load("w-" + named(start)); })).then(function (pieces) {
      return { held: Object.assign.apply(null, [{}].concat(pieces)), whole: from.whole };
    });
  }

  // The sections that have a word or a longer form of it: {section: points}; null where the word is everywhere.
  function holding(word, held) {
    var made = new Map();
    if (held[word] && !held[word].length) return null;
    Object.keys(held).forEach(function (other) {
      if (!other.startsWith(word) || !held[other].length) return;
      var points = other === word ? 2 : 1;
      each(held[other][0], function (n) { made.set(n, Math.max(points, made.get(n) || 0)); });
      each(held[other][1], function (n) { made.set(n, points + 3); });
    });
    return made;
  }

  // What each section and each law are of, from the facets: [law of each section], [country of each law], [language ...]
  function spread(runs) {
    var made = [];
    runs.forEach(function (run) { for (var n = 0; n < run[1]; n += 1) made.push(run[0]); });
    return made;
  }
  var placed = null;
  function places(facets) {
    placed = placed || {
      law: spread(facets.of.map(function (n, law) { return [law, n]; })),
      country: spread(facets.countries),
      language: spread(facets.languages)
    };
    return placed;
  }

  function chosen(facets, now, duty) {
    var only = null, of = places(facets);
    if (now.d) { only = new Set(); each(duty, function (n) { only.add(n); }); }
    return function (section) {
      var law = of.law[section];
      return (!only || only.has(section)) && (!now.l || String(law) === now.l) &&
        (!now.c || of.country[law] === now.c) && (!now.s || of.language[law] === now.s);
    };
  }

  function loadLaw(facets, law) {
    return load("l" + Math.floor(law / facets.per)).then(function (laws) { return laws[law % facets.per]; });
  }
  function titled(row) {
    var marks = row.slice(2).map(function (mark) { return said["mark." + mark] || mark; });
    return row[0] + (marks.length && !row[0].endsWith("(" + row[2] + ")") ? " (" + marks.join(", ") + ")" : "");
  }

  // The laws to choose from: those of the country chosen, or all where they are not too many to be read.
  var listed = null;
  function list(facets, country, law) {
    if (listed === country) return Promise.resolve();
    listed = country;
    var of = places(facets), own = [];
    of.country.forEach(function (code, n) { if (!country || code === country) own.push(n); });
    if (!country && own.length > LISTED) own = law ? [Number(law)] : [];
    return Promise.all(own.map(function (n) { return loadLaw(facets, n); })).then(function (rows) {
      if (listed !== country) return;
      var select = form.elements.l;
      select.replaceChildren.apply(select, [select.options[0]].concat(rows.map(function (row, n) {
        var option = new Option((country ? "" : countryName(of.country[own[n]]) + ": ") + titled(row), own[n]);
        option.selected = String(own[n]) === law;
        return option;
      })));
    });
  }
  function countryName(code) {
    var option = form.elements.c.querySelector('option[value="' + code + '"]');
    return option ? option.textContent : code;
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

  function row(facets, section, block, law, asked) {
    var of = places(facets), one = block[section % facets.block], language = of.language[of.law[section]];
    var item = document.createElement("li"), link = document.createElement("a"), from = document.createElement("span");
    link.href = form.dataset.root + law[1] + "/index.html#" + one[0];
    link.textContent = one[1] + (one[2] ? ", " + one[2] : "");
    from.textContent = countryName(of.country[of.law[section]]) + ": " + titled(law);
    from.className = "from";
    var words = passage(one[3], asked);
    words.lang = language;
    words.dir = "auto";
    link.lang = language;
    item.append(link, from, words);
    return item;
  }

  // The sections that have every word, the best first, and what is to be said of the words.
  function ranked(facets, asked, found, now, duty) {
    var points = null, common = [], short = [];
    asked.forEach(function (word, n) {
      var held = holding(word, found[n].held);
      if (!held) { common.push(word); return; }
      if (!found[n].whole) short.push(word);
      var both = new Map();
      held.forEach(function (p, s) { if (!points || points.has(s)) both.set(s, p + (points ? points.get(s) : 0)); });
      points = both;
    });
    if (!points) {
      points = new Map();
      if (now.d) each(duty, function (n) { points.set(n, 0); });
    }
    var hits = Array.from(points.keys()).filter(chosen(facets, now, duty));
    hits.sort(function (a, b) { return points.get(b) - points.get(a) || a - b; });
    return { hits: hits, also: (common.length ? told("common", { words: common.join(", ") }) : "") +
      (short.length ? told("short", { words: short.join(", ") }) : "") };
  }

  function run() {
    var now = values(), mine = turn += 1;
    var query = new URLSearchParams();
    Object.keys(now).forEach(function (name) { if (now[name]) query.set(name, now[name]); });
    history.replaceState(null, "", location.pathname + (query.toString() ? "?" + query : ""));
    var asked = words(now.q), list = document.getElementById("ctip-found"), count = document.getElementById("ctip-count");
    if (!asked.length && !now.d) { list.replaceChildren(); count.textContent = ""; more.hidden = true; return; }
    facets.then(function (facets) {
      return Promise.all([now.d ? load("y-" + now.d) : []].concat(asked.map(function (word) { return loadWord(facets, word); })))
        .then(function (got) {
          var best = ranked(facets, asked, got.slice(1), now, got[0]), top = best.hits.slice(0, shown), of = places(facets);
          return Promise.all(top.map(function (s) {
            return Promise.all([load("d" + Math.floor(s / facets.block)), loadLaw(facets, of.law[s])]);
          })).then(function (held) {
            if (mine !== turn) return;
            list.replaceChildren.apply(list, top.map(function (s, n) { return row(facets, s, held[n][0], held[n][1], asked); }));
            count.textContent = numbered("sections", best.hits.length, { n: best.hits.length, all: facets.sections }) + best.also;
            more.hidden = best.hits.length <= shown;
          });
        });
    }).catch(function () { if (mine === turn) count.textContent = told("no_index", {}); });
  }

  var more = document.createElement("button");
  more.type = "button";
  more.textContent = told("more", {});
  more.className = "ctip-more";
  more.hidden = true;
  more.addEventListener("click", function () { shown += SHOW; run(); });
  document.getElementById("ctip-found").after(more);
  var given = new URLSearchParams(location.search);
  ["q", "c", "d", "s"].forEach(function (name) { if (given.get(name)) form.elements[name].value = given.get(name); });
  form.hidden = false;
  var facets = load("facets"), timer = 0;
  function narrowed(law) { return facets.then(function (facets) { return list(facets, form.elements.c.value, law); }); }
  form.addEventListener("submit", function (event) { event.preventDefault(); run(); });
  form.addEventListener("input", function () {
    clearTimeout(timer);
    shown = SHOW;
    timer = setTimeout(function () { narrowed(form.elements.l.value).then(run, run); }, 150);
  });
  narrowed(given.get("l") || "").then(run, run);
})();
