// Makes the pages nicer; every page works without it. Says nothing of its own: sentences are in the body's data.
"use strict";
(() => {
  const KEPT = "panel-unsent";
  const body = document.body;
  const news = () => document.getElementById("news");
  const main = () => document.querySelector("main");
  const all = (part) => [...part.childNodes];
  // Older phones know neither how to take what may not be there, nor how to put many things in place of others.
  const drop = (thing) => { if (thing) thing.remove(); };
  const fill = (place, parts) => {
    place.textContent = "";
    place.append(...parts);
  };
  const LISTENS = ["wait", "received", "result", "break", "ended", "list"]; // pages on which nothing is being done
  const OUT = ["join", "stepping-out", "hand-round"]; // pages that end what is being done, wherever the room stands
  const HALF_A_DAY = 43200000;
  let touched = false; // something was picked or typed since the page came
  let busy = false;
  let source = null;
  let pause = 1000;
  let timer = 0;
  let resend = 0;
  let looking = 0;
  let pressed = null;
  let picked = ""; // the words of the answer that is being sent
  let tapped = { at: -9999, x: 0, y: 0 };
  let again = false; // the finger came down twice on one spot
  let ready = 0;
  let lost = 0;
  let mark = ""; // the laptop's mark for the page that is shown; while it stays the same, nothing need be sent
  let shown = words(main()); // as the laptop sent it, before anybody folded anything open

  function words(part) {
    const copy = part.cloneNode(true);
    for (const spare of copy.querySelectorAll("noscript, [data-quiet]")) spare.remove();
    for (const kept of copy.querySelectorAll(".about, .signals")) {
      if (!kept.querySelector(".said")) kept.replaceWith(document.createElement("i"));
    }
    return copy.innerHTML.replace(/\s+/g, ""); // what is kept leaves other gaps than what is sent
  }

  // Ask the laptop; one that does not answer is not waited for all day.
  async function ask(address, options, seconds) {
    const end = new AbortController();
    const clock = setTimeout(() => end.abort(), seconds * 1000);
    try {
      const reply = await fetch(address, { ...options, signal: end.signal });
      if (reply.status === 304) return null;
      const text = await reply.text();
      if (reply.status === 503) throw new Error("unkept");
      if (reply.status >= 500 || !text.includes("data-page=")) throw new Error("not ours");
      const place = reply.headers.get("Content-Location");
      return { text, ok: reply.ok, mark: reply.headers.get("ETag"), address: place ? new URL(place, location).href : reply.url };
    } finally {
      clearTimeout(clock);
    }
  }

  function tell(sentence, link) {
    const line = document.createElement("p");
    line.textContent = sentence;
    if (link) {
      const way = document.createElement("a");
      way.href = "/";
      way.textContent = link;
      line.append(" ", way);
    }
    fill(news(), [line]);
  }

  // What is heard and not seen: said once, and again only when it has changed.
  function hear(sentence) {
    const place = document.getElementById("heard");
    if (place && place.textContent !== sentence) place.textContent = sentence;
  }

  // A sentence beside what was pressed, for as long as the laptop is away.
  function beside(thing, sentence) {
    const here = thing && thing.isConnected ? thing : main().querySelector("form[data-main] button") || main().lastElementChild;
    let line = document.getElementById("away");
    if (!line) {
      line = document.createElement("p");
      line.id = "away";
    }
    if (line.textContent !== sentence) line.textContent = sentence;
    const place = here.closest("p, nav, dd") || here;
    if (line.nextElementSibling !== place) place.before(line);
    line.scrollIntoView({ block: "nearest" });
    hear(sentence);
  }

  function found() {
    clearTimeout(lost);
    lost = 0;
    for (const id of ["away", "strip"]) drop(document.getElementById(id));
  }

  // On a phone that lies idle, a thin strip says that the laptop is being looked for.
  function missing() {
    if (lost) return;
    lost = setTimeout(() => {
      const strip = document.createElement("p");
      strip.id = "strip";
      strip.textContent = body.dataset.looking;
      if (!document.getElementById("strip") && !document.hidden) body.prepend(strip);
    }, 10000);
  }

  // A tap counts once the page has stood still under the finger.
  function settle() {
    clearTimeout(ready);
    share();
    ready = setTimeout(() => { main().dataset.ready = ""; }, Math.max(0, 700 - (performance.now() - tapped.at)));
  }

  // Put a page that came from the laptop, or the part of it that changes, in place of this one.
  function show(reply, address, announce, sent) {
    const wrote = sent && pressed && pressed.form && pressed.form.querySelector("[data-write]");
    const { text } = reply;
    const next = new DOMParser().parseFromString(text, "text/html");
    const fresh = next.querySelector("main");
    if (!fresh) return;
    shown = words(fresh);
    for (const gap of fresh.querySelectorAll("[data-kept]")) {
      const kept = main().querySelector(gap.id ? "#" + gap.id : "." + gap.className);
      if (!kept) return location.reload();
      if (kept.matches("details")) kept.open = false;
      gap.replaceWith(kept);
    }
    main().replaceWith(fresh);
    const header = next.querySelector("header");
    if (header) {
      document.querySelector("header").replaceWith(header);
      const { className, lang, dir } = next.documentElement;
      Object.assign(document.documentElement, { className, lang, dir });
      body.dataset.frame = "";
      const before = body.dataset.seat;
      Object.assign(body.dataset, next.body.dataset);
      if (before !== body.dataset.seat) listen();
    }
    const panel = sent && document.querySelector(".look[open]");
    if (panel) panel.open = false; // whoever goes on is done with it
    mark = reply.mark;
    const code = document.getElementById("own-code");
    const newCode = next.getElementById("own-code");
    if (code && !newCode) code.remove();
    if (newCode && !code) main().before(newCode);
    fill(news(), all(next.getElementById("news")));
    document.title = next.title;
    if (address && new URL(address, location).pathname !== location.pathname) history.pushState(null, "", address);
    touched = false;
    found();
    if (sent && reply.ok && !main().querySelector(".fault")) written.text = wrote ? "" : written.text;
    restore();
    scrollTo(0, 0);
    const field = main().querySelector("[autofocus]") || (sent && main().querySelector("[data-write]"));
    const heading = main().querySelector("h1");
    const unread = newCode && !code ? newCode : document.activeElement.closest("#own-code");
    const done = sent === "posted" && reply.ok && main().querySelector("[data-done]");
    if (unread || field) (unread || field).focus();
    else if (done || heading) {
      (done || heading).tabIndex = -1;
      (done || heading).focus({ preventScroll: !done });
    }
    hear(announce ? body.dataset.changed : "");
    settle();
    read();
  }

  // Say quietly, beside the button, what was saved.
  function saved(words, number) {
    const bar = main().querySelector(".bar");
    const said = body.dataset.saved.replace("%", words);
    hear(said);
    const page = main().dataset.page;
    if (!bar || !["score", "practice"].includes(page)) return;
    const line = document.createElement("p");
    line.className = "saved";
    line.textContent = "✓ " + said;
    if (number && document.documentElement.classList.contains("taps-one")) {
      const way = document.createElement("a");
      way.href = (page === "score" ? "/question/" : "/practice/") + number;
      way.textContent = body.dataset.undo;
      line.append(" ", way);
    }
    bar.prepend(line);
  }

  // What the facilitator was told changes its own part alone; nothing else on the page is touched.
  function heard(reply, kind) {
    const next = new DOMParser().parseFromString(reply.text, "text/html");
    const fresh = next.getElementById("signals");
    const here = document.getElementById("signals");
    const moved = ["page", "position"].some((mark) => next.querySelector("main").dataset[mark] !== main().dataset[mark]);
    if (!fresh || !here || moved) return show(reply, "/", true);
    shown = words(next.querySelector("main"));
    mark = reply.mark;
    here.replaceWith(fresh);
    fill(news(), all(next.getElementById("news")));
    // it is read where it stands, since focus goes there: said anywhere else, too, it would be heard twice
    const form = fresh.querySelector(`[data-signal^="${kind}"]`);
    (form.querySelector("p") || form.querySelector("button")).focus();
  }

  // See whether the room has moved on. What a person is doing is never taken away.
  async function look() {
    if (busy || document.hidden) return;
    let reply;
    try {
      reply = await ask("/", { headers: { ...part(), "If-None-Match": mark } }, 10);
    } catch {
      return;
    }
    if (busy || !reply) return;
    const next = new DOMParser().parseFromString(reply.text, "text/html");
    const fresh = next.querySelector("main");
    const here = main();
    if (!fresh || !here) return;
    const page = here.dataset.page;
    if (page === "seat" || (page === "join" && fresh.dataset.page === page)) return;
    const out = OUT.includes(fresh.dataset.page) && fresh.dataset.page !== page;
    const moved = out || fresh.dataset.position !== here.dataset.position;
    const listening = LISTENS.includes(page) || here.dataset.out === "yes";
    if (!moved && (!listening || words(fresh) === shown)) {
      const told = next.getElementById("news");
      const word = told.textContent.trim();
      const over = news().querySelector("[data-standing]") && !told.querySelector("[data-standing]");
      if (over || (word && word !== news().textContent.trim())) {
        fill(news(), all(told));
        mark = ""; // the page with these words is not the one that is shown
      }
      return;
    }
    const reads = ["mine", "applications"].includes(page) || here.querySelector("[data-stays]");
    const locked = fresh.dataset.page === "hand-round";
    if (!locked && !out && (reads || (touched && here.querySelector("form[method=post]")))) tell(body.dataset.moved, body.dataset.movedLink);
    else show(reply, "/", true);
  }

  // The seat this page shows, where the laptop need not send the frame again, and what this phone keeps of the page.
  function part() {
    const signals = document.getElementById("signals");
    const about = main().querySelector(".about") && main().dataset.application;
    const quiet = signals && !signals.querySelector(".said") ? " s" : "";
    const frame = body.dataset.frame ? " f-" + body.dataset.frame : "";
    return { "X-Part": body.dataset.seat + frame + quiet + (about ? " a-" + encodeURIComponent(about) : "") };
  }

  function post(action, fields, seconds, whole) {
    const headers = { "Content-Type": "application/x-www-form-urlencoded" };
    return ask(action, { method: "POST", headers: whole ? headers : { ...headers, ...part() }, body: fields }, seconds);
  }

  const kept = () => {
    try { return JSON.parse(localStorage.getItem(KEPT) || "null"); } catch { return null; }
  };
  const keep = (answer) => {
    try {
      if (answer) localStorage.setItem(KEPT, JSON.stringify(answer));
      else localStorage.removeItem(KEPT);
    } catch { /* a phone that keeps nothing still has the page */ }
  };

  // Send an answer that is waiting on this phone; the same id goes out again, so it can never count twice.
  async function sendKept() {
    clearTimeout(resend);
    const answer = kept();
    if (!answer || busy) return;
    if (answer.seat !== body.dataset.seat || Date.now() - answer.at > HALF_A_DAY) return keep(null);
    busy = true;
    try {
      const before = main().querySelector("a[rel=prev]");
      const number = before ? Number(before.getAttribute("href").split("/")[2]) + 1 : 1;
      const reply = await post(answer.action, answer.fields, 10);
      keep(null);
      show(reply, place(answer.action, reply.address), true, true);
      if (reply.ok && answer.words) saved(answer.words, number);
    } catch (why) {
      beside(pressed, why.message === "unkept" ? body.dataset.unkept : body.dataset.away);
      resend = setTimeout(sendKept, 2000 + Math.random() * 2000);
    }
    busy = false;
  }

  addEventListener("submit", async (event) => {
    const form = event.target;
    event.preventDefault();
    if (form.target) return leave(location.href, event.submitter || pressed, () => form.submit());
    if (busy) return;
    const fields = new URLSearchParams(new FormData(form));
    if (form.method !== "post") return go(form.getAttribute("action") + ("" + fields && "?" + fields), pressed);
    const button = event.submitter || pressed; // older phones do not say which button it was
    if (button && button.name && form.contains(button)) fields.set(button.name, button.value);
    const action = form.getAttribute("action");
    if ("keep" in form.dataset) {
      // Each sending has a higher number than the one before, also from one page: a request that was held up never wins.
      fields.set("revision", Math.max(Number(fields.get("revision")), Date.now()));
      keep({ seat: body.dataset.seat, at: Date.now(), action, fields: fields.toString(), words: wordsOf(form, button) });
      return sendKept();
    }
    busy = true;
    try {
      const reply = await post(action, fields.toString(), 70, "look" in form.dataset);
      if ("look" in form.dataset) {
        const next = new DOMParser().parseFromString(reply.text, "text/html");
        document.documentElement.className = next.documentElement.className;
        const look = next.querySelector(".look");
        look.open = true;
        document.querySelector("header").replaceWith(next.querySelector("header"));
        read();
        look.querySelector(`[name=${button.name}][value=${button.value}]`).focus();
        // an answer that was picked is never taken away: short words then begin on the next page
        if (!touched) {
          main().replaceWith(next.querySelector("main"));
          shown = words(main());
          settle();
        }
      } else if (form.closest("#signals")) heard(reply, fields.get("signal"));
      else show(reply, place(action, reply.address), false, "posted");
      found();
    } catch {
      beside(button, body.dataset.awayOther);
    }
    busy = false;
    if (!source) listen();
  });

  // What was picked or written, in its own words.
  function wordsOf(form, button) {
    const one = form.querySelector("input:checked + span") || (button && button.querySelector("span"));
    const box = form.querySelector("input[type=text]");
    return one ? one.firstChild.textContent.trim() : box ? box.value.trim() : "";
  }

  // Follow a link, or a form that only looks, without ever leaving the page for the browser's own.
  async function go(address, thing) {
    if (busy) return;
    busy = true;
    try {
      show(await ask(address, { headers: part() }, 10), address, false, true);
    } catch {
      beside(thing, body.dataset.awayOther);
    }
    busy = false;
    if (!source) listen();
  }

  // The wall is a page of its own: it is gone to once the laptop answers.
  async function leave(address, thing, go) {
    try {
      await ask(address, {}, 10);
      go();
    } catch {
      beside(thing, body.dataset.awayOther);
    }
  }

  // A page shown in answer to a refused post stays under the address it was sent from.
  function place(action, address) {
    return new URL(address).pathname === new URL(action, location).pathname ? "" : address;
  }

  addEventListener("popstate", async () => {
    try {
      show(await ask(location.pathname, {}, 10), "", false);
    } catch {
      beside(null, body.dataset.awayOther);
    }
  });

  // A second tap of a trembling finger is not meant for the page that has come in between. Keyboards and
  // screen readers press without a finger, and are never doubted.
  addEventListener("pointerdown", (event) => {
    const now = performance.now();
    const near = now - tapped.at < 700 && Math.hypot(event.clientX - tapped.x, event.clientY - tapped.y) < 30;
    again = near && (tapped.main !== main() || tapped.thing === event.target);
    if (!again) tapped = { at: now, x: event.clientX, y: event.clientY, main: main(), thing: event.target };
  }, true);
  addEventListener("click", (event) => {
    if (again && event.detail > 0 && !("ready" in main().dataset)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const link = event.target.closest("a[href^='/']");
    pressed = link || event.target.closest("button");
    if (pressed && "step" in pressed.dataset) share(pressed);
    if (pressed && "read" in pressed.dataset) {
      reads = !reads;
      read();
    }
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const away = "wall" in link.dataset;
    if (link.target && !away) return;
    event.preventDefault();
    if (away) leave(link.href, link, () => { location.href = link.href; });
    else go(link.getAttribute("href"), link);
  }, true);
  // The phone's own voice reads a page, once its member wished that. Voices that send words elsewhere are not used.
  const speech = window.speechSynthesis;
  let reads = false;
  function read() {
    if (!speech) return;
    const language = document.documentElement.lang.slice(0, 2);
    const voice = speech.getVoices().find((one) => one.localService && one.lang.slice(0, 2) === language);
    document.querySelector("[data-voice]").hidden = !voice;
    document.querySelector("[data-read]").setAttribute("aria-pressed", reads);
    speech.cancel();
    if (!reads || !voice) return;
    const words = new SpeechSynthesisUtterance(main().innerText);
    words.voice = voice;
    words.lang = voice.lang;
    speech.speak(words);
  }
  if (speech) speech.onvoiceschanged = read;

  // Points are shared out by + and −, never more than there are; a phone without scripts has boxes to type in.
  function share(step) {
    const left = main().querySelector("[data-points]");
    if (!left) return;
    const boxes = [...main().querySelectorAll(".share input")];
    const spare = left.dataset.points - boxes.reduce((sum, box) => sum + (Number(box.value) || 0), 0);
    const by = step ? Number(step.dataset.step) : 0;
    if (by > spare) return;
    if (by) {
      const box = step.parentElement.querySelector("input");
      if (!Number(box.value) && by < 0) return;
      box.value = Number(box.value) + by;
      touched = true;
    }
    left.textContent = left.dataset.left.replace("%", spare - by);
  }

  // Half-written words stay on this phone, in memory alone, and come back in the next place they can go.
  const written = { at: "", text: "" };
  const here = () => body.dataset.seat + " " + main().dataset.application;
  function restore() {
    if (!written.text || written.at !== here()) return;
    const box = main().querySelector("[data-write]");
    if (box && !box.value) box.value = written.text;
    const said = main().querySelector("[data-wrote]");
    if (said) said.hidden = false;
  }

  addEventListener("input", (event) => {
    if (!event.target.closest("main")) return;
    touched = true;
    share();
    if ("write" in event.target.dataset) Object.assign(written, { at: here(), text: event.target.value });
    const form = event.target.form;
    if (!form || !("keep" in form.dataset) || event.target.name === "helped") return;
    const words = wordsOf(form);
    const button = form.querySelector(".bar button");
    if (words && button) button.textContent = body.dataset.save.replace("%", words);
    drop(form.querySelector(".saved"));
  });

  // The event stream only says "look again". Phones drop it when they sleep: coming back is the normal path.
  function listen() {
    clearTimeout(timer);
    if (source) source.close();
    source = null;
    if (!body.dataset.seat) return;
    source = new EventSource("/live");
    source.onopen = () => {
      pause = 1000;
      if (kept()) sendKept();
      else found();
    };
    source.onmessage = () => { clearTimeout(looking); looking = setTimeout(look, Math.random() * 400); };
    source.onerror = () => {
      missing();
      source.close();
      source = null;
      timer = setTimeout(listen, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, 30000);
    };
  }

  function back() {
    pause = 1000;
    listen();
    look();
    sendKept();
  }
  // A device that goes round leaves nothing for the one who presses Back.
  const passed = () => "passed" in body.dataset;
  addEventListener("pageshow", (event) => {
    if (event.persisted && passed()) location.replace("/");
    else if (event.persisted) back();
  });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) back(); });
  addEventListener("online", back);
  addEventListener("pagehide", () => {
    if (source) source.close();
    source = null;
    if (passed()) body.textContent = "";
  });

  listen();
  sendKept();
  settle();
  read();
  const first = main().querySelector("[autofocus]");
  if (first) first.focus();
})();
