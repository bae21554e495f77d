// Makes the pages nicer; every page works without it. Says nothing of its own: sentences are in the body's data.
"use strict";
(() => {
  const KEPT = "panel-unsent";
  const body = document.body;
  const news = () => document.getElementById("news");
  const main = () => document.querySelector("main");
  const LISTENS = ["wait", "received", "result", "break", "ended", "practice"]; // pages on which nothing is being done
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
  let mark = ""; // the laptop's mark for the page that is shown; while it stays the same, nothing need be sent
  let shown = words(main()); // as the laptop sent it, before anybody folded anything open

  function words(part) {
    const copy = part.cloneNode(true);
    for (const spare of copy.querySelectorAll("noscript")) spare.remove();
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
      if (reply.status >= 500 || !text.includes("data-page=")) throw new Error("not ours");
      const place = reply.headers.get("Content-Location");
      return { text, mark: reply.headers.get("ETag"), address: place ? new URL(place, location).href : reply.url };
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
    news().replaceChildren(line);
  }

  // Put a page that came from the laptop, or the part of it that changes, in place of this one.
  function show(reply, address, announce) {
    const { text } = reply;
    const next = new DOMParser().parseFromString(text, "text/html");
    const fresh = next.querySelector("main");
    if (!fresh) return;
    shown = words(fresh);
    for (const gap of fresh.querySelectorAll("[data-kept]")) {
      const kept = main().querySelector(gap.id ? "#" + gap.id : "." + gap.className);
      if (!kept) return location.reload();
      kept.open = false;
      gap.replaceWith(kept);
    }
    main().replaceWith(fresh);
    const header = next.querySelector("header");
    if (header) {
      document.querySelector("header").replaceWith(header);
      document.documentElement.className = next.documentElement.className;
      const before = body.dataset.seat;
      body.dataset.seat = next.body.dataset.seat;
      if ("passed" in next.body.dataset) body.dataset.passed = "";
      if (before !== body.dataset.seat) listen();
    }
    mark = reply.mark;
    const code = document.getElementById("own-code");
    const newCode = next.getElementById("own-code");
    if (code && !newCode) code.remove();
    if (newCode && !code) main().before(newCode);
    news().replaceChildren(...next.getElementById("news").childNodes);
    document.title = next.title;
    if (address && new URL(address, location).pathname !== location.pathname) history.pushState(null, "", address);
    touched = false;
    const heading = main().querySelector("h1");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      if (announce && !news().textContent.trim()) tell(body.dataset.changed.replace("%", heading.textContent.trim()));
    }
    scrollTo(0, 0);
  }

  // What the facilitator was told changes its own part alone; nothing else on the page is touched.
  function heard(reply, kind) {
    const next = new DOMParser().parseFromString(reply.text, "text/html");
    const fresh = next.getElementById("signals");
    const here = document.getElementById("signals");
    if (!fresh || !here || next.querySelector("main").dataset.position !== main().dataset.position) return show(reply, "/", true);
    shown = words(next.querySelector("main"));
    mark = reply.mark;
    fresh.open = true;
    here.replaceWith(fresh);
    const form = fresh.querySelector(`[data-signal^="${kind}"]`);
    const told = form.querySelector("p");
    if (told) tell(told.lastChild.textContent);
    else news().replaceChildren();
    form.querySelector("button").focus();
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
      const word = next.getElementById("news").textContent.trim();
      if (word && word !== news().textContent.trim()) tell(word);
      return;
    }
    const locked = fresh.dataset.page === "hand-round";
    if (touched && !locked && here.querySelector("form[method=post]")) tell(body.dataset.moved, body.dataset.movedLink);
    else show(reply, "/", true);
  }

  // The seat this page shows, where the laptop need not send the frame again, and what this phone keeps of the page.
  function part() {
    const signals = document.getElementById("signals");
    const about = main().querySelector(".about") && main().dataset.application;
    const quiet = signals && !signals.querySelector(".said") ? " s" : "";
    return { "X-Part": body.dataset.seat + quiet + (about ? " a-" + encodeURIComponent(about) : "") };
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
      const reply = await post(answer.action, answer.fields, 10);
      keep(null);
      show(reply, place(answer.action, reply.address), true);
    } catch {
      tell(body.dataset.away);
      resend = setTimeout(sendKept, 2000 + Math.random() * 2000);
    }
    busy = false;
  }

  addEventListener("submit", async (event) => {
    const form = event.target;
    if (form.method !== "post" || busy) { if (busy) event.preventDefault(); return; }
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form));
    const button = event.submitter || pressed; // older phones do not say which button it was
    if (button && button.name && form.contains(button)) fields.set(button.name, button.value);
    const action = form.getAttribute("action");
    if ("keep" in form.dataset) {
      // Each sending has a higher number than the one before, also from one page: a request that was held up never wins.
      fields.set("revision", Math.max(Number(fields.get("revision")), Date.now()));
      keep({ seat: body.dataset.seat, at: Date.now(), action, fields: fields.toString() });
      return sendKept();
    }
    busy = true;
    try {
      const reply = await post(action, fields.toString(), 70, "look" in form.dataset);
      if ("look" in form.dataset) {
        const next = new DOMParser().parseFromString(reply.text, "text/html");
        document.documentElement.className = next.documentElement.className;
        document.querySelector("header").replaceWith(next.querySelector("header"));
        // an answer that was picked is never taken away: short words then begin on the next page
        if (!touched) {
          main().replaceWith(next.querySelector("main"));
          shown = words(main());
        }
      } else if (form.closest("#signals")) heard(reply, fields.get("signal"));
      else show(reply, place(action, reply.address));
    } catch {
      tell(body.dataset.awayOther);
    }
    busy = false;
    if (!source) listen();
  });

  // A page shown in answer to a refused post stays under the address it was sent from.
  function place(action, address) {
    return new URL(address).pathname === new URL(action, location).pathname ? "" : address;
  }

  addEventListener("popstate", async () => {
    try {
      show(await ask(location.pathname, {}, 10), "", false);
    } catch {
      tell(body.dataset.awayOther);
    }
  });

  addEventListener("click", (event) => { pressed = event.target.closest("button"); });
  addEventListener("input", (event) => { if (event.target.closest("main")) touched = true; });

  // The event stream only says "look again". Phones drop it when they sleep: coming back is the normal path.
  function listen() {
    clearTimeout(timer);
    if (source) source.close();
    source = null;
    if (!body.dataset.seat) return;
    source = new EventSource("/live");
    source.onopen = () => { pause = 1000; sendKept(); };
    source.onmessage = () => { clearTimeout(looking); looking = setTimeout(look, Math.random() * 400); };
    source.onerror = () => {
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
    if (passed()) body.replaceChildren();
  });

  listen();
  sendKept();
})();
