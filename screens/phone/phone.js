// Makes the pages nicer; every page works without it. Says nothing of its own: sentences are in the body's data.
"use strict";
(() => {
  const KEPT = "panel-unsent";
  const body = document.body;
  const news = () => document.getElementById("news");
  const main = () => document.querySelector("main");
  const LISTENS = ["wait", "received", "result", "break", "ended", "practice"]; // pages on which nothing is being done
  let touched = false; // something was picked or typed since the page came
  let busy = false;
  let source = null;
  let pause = 1000;
  let timer = 0;
  let resend = 0;

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

  // Put a page that came from the laptop in place of this one.
  function show(text, address, announce) {
    const next = new DOMParser().parseFromString(text, "text/html");
    const fresh = next.querySelector("main");
    if (!fresh) return;
    for (const part of ["header", "main"]) document.querySelector(part).replaceWith(next.querySelector(part));
    const code = document.getElementById("own-code");
    const newCode = next.getElementById("own-code");
    if (code && !newCode) code.remove();
    if (newCode && !code) main().before(newCode);
    news().replaceChildren(...next.getElementById("news").childNodes);
    document.title = next.title;
    document.documentElement.className = next.documentElement.className;
    body.dataset.seat = next.body.dataset.seat;
    if (address) history.replaceState(null, "", address);
    touched = false;
    const heading = main().querySelector("h1");
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
      if (announce && !news().textContent.trim()) tell(body.dataset.changed.replace("%", heading.textContent.trim()));
    }
    scrollTo(0, 0);
  }

  // See whether the room has moved on. What a person is doing is never taken away.
  async function look() {
    if (busy || document.hidden) return;
    let text;
    try {
      const reply = await fetch("/", { headers: { Accept: "text/html" } });
      text = await reply.text();
    } catch {
      return;
    }
    if (busy) return;
    const fresh = new DOMParser().parseFromString(text, "text/html").querySelector("main");
    const here = main();
    if (!fresh || !here) return;
    const moved = fresh.dataset.position !== here.dataset.position;
    const listening = LISTENS.includes(here.dataset.page);
    if (!moved && (!listening || fresh.innerHTML === here.innerHTML)) return;
    if (here.dataset.page === "seat" || here.dataset.page === "join") {
      if (fresh.dataset.page === here.dataset.page) return;
    }
    if (touched && here.querySelector("form[method=post]")) tell(body.dataset.moved, body.dataset.movedLink);
    else show(text, "/", true);
  }

  async function post(action, fields) {
    const reply = await fetch(action, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded;charset=UTF-8" },
      body: fields,
    });
    if (reply.status >= 500) throw new Error("not saved");
    return { text: await reply.text(), address: reply.redirected ? reply.url : "" };
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
    if (answer.seat !== body.dataset.seat) return keep(null);
    busy = true;
    try {
      const reply = await post(answer.action, answer.fields);
      keep(null);
      busy = false;
      show(reply.text, reply.address, true);
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
    if (event.submitter && event.submitter.name) fields.set(event.submitter.name, event.submitter.value);
    const action = form.getAttribute("action");
    if ("keep" in form.dataset) {
      keep({ seat: body.dataset.seat, action, fields: fields.toString() });
      return sendKept();
    }
    busy = true;
    try {
      const reply = await post(action, fields.toString());
      if ("look" in form.dataset) {
        const next = new DOMParser().parseFromString(reply.text, "text/html");
        document.documentElement.className = next.documentElement.className;
        document.querySelector("header").replaceWith(next.querySelector("header"));
      } else show(reply.text, reply.address);
    } catch {
      tell(body.dataset.awayOther);
    }
    busy = false;
    if (!source) listen();
  });

  addEventListener("input", (event) => { if (event.target.closest("main")) touched = true; });

  // The event stream only says "look again". Phones drop it when they sleep: coming back is the normal path.
  function listen() {
    clearTimeout(timer);
    if (source) source.close();
    source = null;
    if (!body.dataset.seat) return;
    source = new EventSource("/live");
    source.onopen = () => { pause = 1000; sendKept(); };
    source.onmessage = () => setTimeout(look, Math.random() * 400);
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
  addEventListener("pageshow", (event) => { if (event.persisted) back(); });
  document.addEventListener("visibilitychange", () => { if (!document.hidden) back(); });
  addEventListener("online", back);
  addEventListener("pagehide", () => { if (source) source.close(); source = null; });

  listen();
  sendKept();
})();
