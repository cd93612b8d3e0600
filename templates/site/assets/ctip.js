// Filters the matrix and compares two countries. Everything else on the site works without scripts.
(function () {
  "use strict";

  function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }

  function node(tag, className, text) {
    var made = document.createElement(tag);
    if (className) made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  // The fields of a form take their values from the query string and write them back there.
  function bind(form, change) {
    var fields = all("select", form);
    var asked = new URLSearchParams(location.search);
    fields.forEach(function (field) {
      var value = asked.get(field.name);
      if (value !== null && all("option", field).some(function (o) { return o.value === value; })) field.value = value;
    });
    function values() {
      var made = {};
      fields.forEach(function (field) { made[field.name] = field.value; });
      return made;
    }
    function run(write) {
      var now = values();
      if (write) {
        var query = new URLSearchParams();
        fields.forEach(function (field) { if (field.value) query.set(field.name, field.value); });
        var text = query.toString();
        history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
      }
      change(now);
    }
    form.hidden = false;
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    fields.forEach(function (field) { field.addEventListener("change", function () { run(true); }); });
    run(false);
    return run;
  }

  function matrix(table, form) {
    var heads = all("thead tr:last-child th", table).slice(1);
    var groups = all("thead tr.g th", table);
    var rows = all("tbody tr", table);
    bind(form, function (now) {
      var shown = heads.map(function (head) {
        return (!now.cluster || head.dataset.cluster === now.cluster) &&
          (!now.strength || head.dataset.strength === now.strength);
      });
      heads.forEach(function (head, n) { head.hidden = !shown[n]; });
      groups.forEach(function (group, g) {
        var width = heads.filter(function (head, n) { return shown[n] && Number(head.dataset.group) === g; }).length;
        group.hidden = !width;
        if (width) group.colSpan = width;
      });
      table.classList.toggle("picked", Boolean(now.status));
      var countries = 0, cells = 0;
      rows.forEach(function (row) {
        row.hidden = Boolean(now.group) && row.dataset.groups.split(" ").indexOf(now.group) < 0;
        if (!row.hidden) countries += 1;
        all("td", row).forEach(function (cell, n) {
          cell.hidden = !shown[n];
          var fits = !now.status || cell.dataset.status === now.status;
          cell.classList.toggle("off", !fits);
          if (!row.hidden && shown[n] && fits) cells += 1;
        });
      });
      document.getElementById("ctip-count").textContent = countries + " of " + rows.length + " countries, " +
        shown.filter(Boolean).length + " of " + heads.length + " duties" + (now.status ? ", " + cells + " cells" : "");
    });
  }

  function badge(data, name) {
    var status = data.statuses[name];
    var made = node("span", "ctip-st " + name);
    var sign = node("span", "", status.sign);
    sign.setAttribute("aria-hidden", "true");
    made.append(sign, " " + status.word);
    return made;
  }

  // The text of a clause with its marked words, built of text nodes only.
  function marked(excerpt) {
    var quote = node("blockquote");
    quote.lang = excerpt.language;
    quote.dir = "auto";
    var edges = [0, excerpt.text.length];
    // Offsets count characters, not UTF-16 units.
    var text = Array.from(excerpt.text);
    edges[1] = text.length;
    excerpt.spans.forEach(function (span) { edges.push(span.start, span.end); });
    edges = Array.from(new Set(edges)).sort(function (x, y) { return x - y; });
    if (excerpt.cut[0]) quote.append("… ");
    for (var i = 0; i + 1 < edges.length; i += 1) {
      var words = text.slice(edges[i], edges[i + 1]).join("");
      var over = excerpt.spans.filter(function (span) { return span.start <= edges[i] && edges[i + 1] <= span.end; });
      if (!over.length) { quote.append(words); continue; }
      var mark = node("mark", "g-" + over[0].group, words);
      mark.dataset.n = over.map(function (span) { return span.number; }).join(" ");
      quote.append(mark);
      over.forEach(function (span) { if (span.end === edges[i + 1]) quote.append(node("sup", "", String(span.number))); });
    }
    if (excerpt.cut[1]) quote.append(" …");
    return quote;
  }

  function card(data, root, slug, cell, provision) {
    var made = node("article", "ctip-card " + cell.status);
    var head = node("h3");
    var link = node("a", "", data.countries[slug]);
    link.href = root + "provision/" + provision + "/index.html#" + slug;
    head.append(link, " ", badge(data, cell.status));
    (data.marks[slug] || []).forEach(function (mark) { head.append(" ", node("span", "ctip-flag", mark)); });
    made.append(head);
    if (cell.status === "gap" || cell.status === "not_in_legislation") made.append(node("p", "", "No provision found in the laws read."));
    else if (cell.why) made.append(node("p", "", cell.why));
    cell.excerpts.forEach(function (excerpt) {
      var figure = node("figure", "ctip-ex");
      var caption = node("figcaption");
      var to = node("a", "", excerpt.label);
      to.href = root + excerpt.href;
      caption.append(to, (excerpt.heading ? ", " + excerpt.heading : "") + " (" + excerpt.law + ")");
      figure.append(caption, marked(excerpt));
      made.append(figure);
    });
    return made;
  }

  // One row for each element that either country was asked for.
  function elements(data, now, cells) {
    var labels = {}, states = { a: {}, b: {} };
    ["a", "b"].forEach(function (side) {
      cells[side].found.forEach(function (one) {
        labels[one.id] = one.label;
        states[side][one.id] = (one.weak ? "◐ in part" : "● found") + " (" + one.number + ")";
      });
      cells[side].missing.forEach(function (one) { labels[one.id] = one.label; states[side][one.id] = "○ not found"; });
    });
    return rowTable("Element", [data.countries[now.a], data.countries[now.b]], Object.keys(labels).map(function (id) {
      return { head: labels[id], cells: [states.a[id] || "–", states.b[id] || "–"] };
    }));
  }

  function rowTable(name, columns, rows) {
    var scroll = node("div", "ctip-scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", name);
    var table = node("table", "ctip-t");
    var head = table.createTHead().insertRow();
    [name].concat(columns).forEach(function (text) {
      var cell = node("th", "", text);
      cell.scope = "col";
      head.append(cell);
    });
    var body = table.createTBody();
    rows.forEach(function (row) {
      var line = body.insertRow();
      var first = node("th");
      first.scope = "row";
      first.append(row.head);
      line.append(first);
      row.cells.forEach(function (content) { line.insertCell().append(content); });
      if (row.differs) line.className = "differs";
    });
    scroll.append(table);
    return scroll;
  }

  function overview(data, root, now) {
    var apart = 0;
    var rows = data.provisions.map(function (one) {
      var link = node("a", "", one.article + " " + one.title);
      link.href = "?" + new URLSearchParams({ a: now.a, b: now.b, p: one.id });
      var first = data.cells[now.a][one.id], second = data.cells[now.b][one.id];
      if (first !== second) apart += 1;
      var note = first === second ? "same" : "differs";
      return { head: link, cells: [badge(data, first), badge(data, second), note], differs: first !== second };
    });
    var said = node("p", "", "The findings differ on " + apart + " of " + rows.length + " duties.");
    return [said, rowTable("Duty", [data.countries[now.a], data.countries[now.b], "Finding"], rows)];
  }

  function compare(form) {
    var root = form.dataset.root;
    var result = document.getElementById("ctip-result");
    var last = 0;
    // A folder opened without a server lets no page fetch a file: there the same data comes as a script.
    function load(name) {
      return new Promise(function (done, broken) {
        var script = node("script");
        script.src = root + "data/" + name.replace(/json$/, "js");
        script.onload = function () { done(window.ctipData[name]); };
        script.onerror = broken;
        document.head.append(script);
      });
    }
    function get(name) {
      if (location.protocol === "file:") return load(name);
      return fetch(root + "data/" + name).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.json();
      });
    }
    function show(now) {
      var turn = last += 1;
      Promise.all([get("compare.json"), now.p ? get("clauses/" + now.p + ".json") : null]).then(function (read) {
        if (turn !== last) return;
        var data = read[0], made;
        if (now.p) {
          var own = read[1].countries;
          var side = node("div", "ctip-side two");
          side.append(card(data, root, now.a, own[now.a], now.p), card(data, root, now.b, own[now.b], now.p));
          made = [side, node("h2", "", "Element by element"), elements(data, now, { a: own[now.a], b: own[now.b] })];
        } else made = overview(data, root, now);
        result.replaceChildren.apply(result, made);
        result.dataset.ready = [now.a, now.b, now.p].join(" ");
      }).catch(function () {
        if (turn !== last) return;
        result.replaceChildren(node("p", "ctip-note", "The data could not be read. The pages listed below hold the same."));
      });
    }
    var run = bind(form, show);
    document.getElementById("ctip-swap").addEventListener("click", function () {
      var first = form.elements.a.value;
      form.elements.a.value = form.elements.b.value;
      form.elements.b.value = first;
      run(true);
    });
  }

  function start() {
    var table = document.getElementById("matrix");
    var filters = document.getElementById("ctip-filters");
    if (table && filters) matrix(table, filters);
    var form = document.getElementById("ctip-compare");
    if (form) compare(form);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}());
