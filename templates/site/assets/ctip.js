// Filters and orders the matrix, compares two countries. Everything else on the site works without scripts.
(function () {
  "use strict";

  function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }

  var said = window.ctipWords || {};

  // The words of a key in the language of the page, with their blanks filled.
  function told(key, values) {
    return (said[key] || key).replace(/\{(\w+)\}/g, function (all, name) {
      return values && name in values ? values[name] : all;
    });
  }

  // The model clause is English, as the restatements are that it is compared with.
  function english(made) {
    if (document.documentElement.lang !== "en") made.lang = "en";
    return made;
  }

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

  function met(row) {
    return all("td", row).filter(function (cell) {
      return !cell.hidden && ["met", "elsewhere", "divergence"].some(function (name) {
        return cell.classList.contains(name);
      });
    }).length;
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
          var fits = !now.status || cell.classList.contains(now.status);
          cell.classList.toggle("off", !fits);
          if (!row.hidden && shown[n] && fits) cells += 1;
        });
      });
      var order = rows.slice();
      if (now.sort) order.sort(function (a, b) { return met(b) - met(a); });
      order.forEach(function (row) { row.parentNode.append(row); });
      document.getElementById("ctip-count").textContent = told("shown", {
        rows: countries, all: rows.length, columns: shown.filter(Boolean).length, duties: heads.length
      }) + (now.status ? told("cells", { n: cells }) : "");
    });
  }

  function badge(data, name) {
    var status = data.statuses[name];
    var made = node("span", "ctip-st " + name);
    var sign = node("span", "", status.sign);
    sign.setAttribute("aria-hidden", "true");
    made.append(sign, " " + told("status." + name));
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
    (data.marks[slug] || []).forEach(function (mark) { head.append(" ", node("span", "ctip-flag", told("mark." + mark))); });
    made.append(head);
    if (cell.status === "gap" || cell.status === "not_in_legislation") made.append(node("p", "", told("none_found")));
    else if (cell.why) made.append(node("p", "", cell.why.charAt(0).toUpperCase() + cell.why.slice(1) + "."));
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

  function name(data, slug) { return slug === "model" ? told("model") : data.countries[slug]; }

  function modelCard(text) {
    var made = node("article", "ctip-card");
    made.append(node("h3", "", told("model")));
    if (text) made.append(english(node("p", "ctip-draft", text)), node("p", "ctip-small", told("model_help")));
    else made.append(node("p", "", told("model_none")));
    return made;
  }

  // What stands on one side: the model clause, or the words of the clauses found, the strongest first.
  function text(side, read, own) {
    if (side === "model") return read.model || "";
    return own[side].excerpts.map(function (excerpt) { return excerpt.text; }).join("\n");
  }

  // A word or three that two changes happen to have between them go with the changes, and what is taken out stands in
  // front of what is put in: nobody can read words of two sentences by turns.
  function joined(runs) {
    var made = [], out = [], come = [];
    function few(run) { return run.words.filter(function (word) { return /[\p{L}\p{N}]/u.test(word); }).length < 4; }
    function close() {
      if (out.length) made.push({ kind: "del", words: out });
      if (come.length) made.push({ kind: "ins", words: come });
      out = [];
      come = [];
    }
    runs.forEach(function (run, n) {
      var swept = !run.kind && n > 0 && n < runs.length - 1 && few(run);
      if (!run.kind && !swept) { close(); made.push(run); return; }
      if (run.kind !== "ins") out = out.concat(run.words);
      if (run.kind !== "del") come = come.concat(run.words);
    });
    close();
    return made;
  }

  // Words taken out and put in on the way from one text to another (longest common subsequence), as text nodes only.
  function redline(from, to) {
    var cut = /\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu;
    var a = from.match(cut) || [], b = to.match(cut) || [], w = b.length + 1, box = node("p", "ctip-redline");
    if (!a.length || !b.length || a.length * b.length > 4e6) return null;
    var best = new Uint16Array((a.length + 1) * w), i, j;
    for (i = a.length - 1; i >= 0; i -= 1) {
      for (j = b.length - 1; j >= 0; j -= 1) {
        best[i * w + j] = a[i] === b[j] ? best[(i + 1) * w + j + 1] + 1 : Math.max(best[(i + 1) * w + j], best[i * w + j + 1]);
      }
    }
    var runs = [];
    function put(kind, token) {
      if (runs.length && runs[runs.length - 1].kind === kind) runs[runs.length - 1].words.push(token);
      else runs.push({ kind: kind, words: [token] });
    }
    for (i = 0, j = 0; i < a.length || j < b.length;) {
      if (i < a.length && j < b.length && a[i] === b[j]) { put("", a[i]); i += 1; j += 1; }
      else if (j >= b.length || (i < a.length && best[(i + 1) * w + j] >= best[i * w + j + 1])) { put("del", a[i]); i += 1; }
      else { put("ins", b[j]); j += 1; }
    }
    joined(runs).forEach(function (one) {
      box.append(one.kind ? node(one.kind, "", one.words.join("")) : one.words.join(""));
    });
    return box;
  }

  function redlined(data, now, read) {
    var own = read.countries, made = node("details", "ctip-meta");
    var line = redline(text(now.a, read, own), text(now.b, read, own));
    if (!line || now.a === now.b) return [];
    made.open = now.a === "model" || now.b === "model";
    made.append(node("summary", "", told("redline", { a: name(data, now.a), b: name(data, now.b) })), line);
    return [made];
  }

  // One row for each element that either country was asked for.
  function elements(data, now, cells) {
    var labels = {}, states = { a: {}, b: {} };
    ["a", "b"].forEach(function (side) {
      cells[side].found.forEach(function (one) {
        labels[one.id] = one.label;
        states[side][one.id] = (one.weak ? "◐ " + told("weak") : "● " + told("found")) + " (" + one.number + ")";
      });
      cells[side].missing.forEach(function (one) { labels[one.id] = one.label; states[side][one.id] = "○ " + told("missing"); });
    });
    return rowTable(told("element"), [data.countries[now.a], data.countries[now.b]], Object.keys(labels).map(function (id) {
      return { head: node("span", "", labels[id]), cells: [states.a[id] || "–", states.b[id] || "–"] };
    }));
  }

  function rowTable(name, columns, rows) {
    var scroll = node("div", "ctip-scroll");
    scroll.tabIndex = 0;
    scroll.setAttribute("role", "region");
    scroll.setAttribute("aria-label", name);
    var table = node("table", "ctip-t ctip-cards");
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
      row.cells.forEach(function (content, n) {
        var cell = line.insertCell();
        cell.dataset.l = columns[n];
        cell.append(content);
      });
      if (row.differs) line.className = "differs";
    });
    scroll.append(table);
    return scroll;
  }

  function beside(data, now) {
    return [now.a, now.b].map(function (slug) {
      return function (id) {
        if (slug !== "model") return badge(data, data.cells[slug][id]);
        return data.models.indexOf(id) < 0 ? told("model_lacks") : told("model_has");
      };
    });
  }

  function overview(data, root, now) {
    var titles = {};
    all("#ctip-compare [name=p] option").forEach(function (one) { titles[one.value] = one.textContent; });
    if (now.a === "model" || now.b === "model") {
      var sides = beside(data, now);
      return [rowTable(told("duty"), [name(data, now.a), name(data, now.b)], data.provisions.map(function (one) {
        var to = node("a", "", titles[one.id] || one.title);
        to.href = "?" + new URLSearchParams({ a: now.a, b: now.b, p: one.id });
        return { head: to, cells: [sides[0](one.id), sides[1](one.id)] };
      }))];
    }
    var apart = 0;
    var rows = data.provisions.map(function (one) {
      var link = node("a", "", titles[one.id] || one.title);
      link.href = "?" + new URLSearchParams({ a: now.a, b: now.b, p: one.id });
      var first = data.cells[now.a][one.id], second = data.cells[now.b][one.id];
      if (first !== second) apart += 1;
      var note = told(first === second ? "same" : "differs");
      return { head: link, cells: [badge(data, first), badge(data, second), note], differs: first !== second };
    });
    var said = node("p", "", told("differ", { n: apart, all: rows.length }));
    return [said, rowTable(told("duty"), [data.countries[now.a], data.countries[now.b], told("finding")], rows)];
  }

  // Comparisons that a reader keeps, in the browser's own store and nowhere else.
  function pins(form) {
    var box = document.getElementById("ctip-pinned"), key = "ctip-pinned", kept = {};
    try { kept = JSON.parse(localStorage.getItem(key)) || {}; } catch (error) { kept = {}; }
    function write() {
      try { localStorage.setItem(key, JSON.stringify(kept)); } catch (error) { /* a browser that keeps nothing */ }
      box.hidden = !Object.keys(kept).length;
      box.querySelector("ul").replaceChildren.apply(box.querySelector("ul"), Object.keys(kept).sort().map(function (query) {
        var line = node("li"), link = node("a", "", kept[query]), off = node("button", "", "×");
        link.href = query;
        off.type = "button";
        off.setAttribute("aria-label", told("unpin", { what: kept[query] }));
        off.addEventListener("click", function () { delete kept[query]; write(); });
        line.append(link, " ", off);
        return line;
      }));
    }
    document.getElementById("ctip-pin").addEventListener("click", function () {
      var fields = all("select", form), query = new URLSearchParams();
      fields.forEach(function (field) { if (field.value) query.set(field.name, field.value); });
      kept["?" + query] = fields.map(function (field) { return field.selectedOptions[0].textContent; }).join(", ");
      write();
    });
    write();
  }

  // What is shown, as a file: each clause in a row, or each row of the table. No cell can start a formula.
  function save(result, name) {
    function cell(text) {
      var words = text.trim().replace(/\s+/g, " ");
      return '"' + (/^[=+\-@]/.test(words) ? "'" : "") + words.replace(/"/g, '""') + '"';
    }
    var rows = all("article", result).flatMap(function (card) {
      var head = card.querySelector("h3").textContent, parts = all("figure", card);
      if (!parts.length) return [[head, "", all("p", card).map(function (p) { return p.textContent; }).join(" ")]];
      return parts.map(function (one) {
        return [head, one.querySelector("figcaption").textContent, one.querySelector("blockquote").textContent];
      });
    });
    all("table tr", result).forEach(function (row) { rows.push(all("th, td", row).map(function (one) { return one.textContent; })); });
    var text = rows.map(function (row) { return row.map(cell).join(","); }).join("\n") + "\n";
    var link = node("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv" }));
    link.download = "compare-" + (name || "").trim().replace(/\s+/g, "-") + ".csv";
    link.click();
    URL.revokeObjectURL(link.href);
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
          [now.a, now.b].forEach(function (slug) {
            side.append(slug === "model" ? modelCard(read[1].model) : card(data, root, slug, own[slug], now.p));
          });
          made = [side].concat(redlined(data, now, read[1]));
          if (own[now.a] && own[now.b]) made.push(node("h2", "", told("elements")), elements(data, now, { a: own[now.a], b: own[now.b] }));
        } else made = overview(data, root, now);
        result.replaceChildren.apply(result, made);
        result.dataset.ready = [now.a, now.b, now.p].join(" ");
      }).catch(function () {
        if (turn !== last) return;
        result.replaceChildren(node("p", "ctip-note", told("broken")));
      });
    }
    var run = bind(form, show);
    pins(form);
    document.getElementById("ctip-save").addEventListener("click", function () { save(result, result.dataset.ready); });
    document.getElementById("ctip-swap").addEventListener("click", function () {
      var first = form.elements.a.value;
      form.elements.a.value = form.elements.b.value;
      form.elements.b.value = first;
      run(true);
    });
  }

  // A table that goes on to the right says so above it, and its edge fades until the last column is seen.
  function edges(box) {
    var line = node("p", "ctip-small ctip-aside", told("more_right"));
    line.hidden = true;
    box.before(line);
    function look() {
      line.hidden = box.scrollWidth <= box.clientWidth + 1;
      box.classList.toggle("cut", box.scrollLeft + box.clientWidth < box.scrollWidth - 1);
    }
    box.addEventListener("scroll", look);
    new ResizeObserver(look).observe(box);
    new ResizeObserver(look).observe(box.firstElementChild);
  }

  function start() {
    all(".ctip-scroll").forEach(edges);
    var table = document.getElementById("matrix");
    var filters = document.getElementById("ctip-filters");
    if (table && filters) matrix(table, filters);
    var form = document.getElementById("ctip-compare");
    if (form) compare(form);
  }

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
}());
