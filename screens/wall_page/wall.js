// Keeps the wall's page up to date and lets it fit the screen. The page is whole without it.
"use strict";
(() => {
  const root = document.documentElement;
  const main = () => document.querySelector("main");
  const LEAST = 0.5; // of the usual size of the words: smaller, and nobody reads them from the back
  let mark = "";
  let source = null;
  let pause = 1000;
  let timer = 0;
  let looking = 0;
  let lost = 0;

  // On a big screen nobody turns a page: a long list is written smaller until all of it is there.
  function fit() {
    root.style.fontSize = "";
    if (!matchMedia("(min-width: 900px) and (min-height: 480px)").matches) return;
    const usual = parseFloat(getComputedStyle(root).fontSize);
    const band = document.querySelector(".captions");
    const room = innerHeight - (band ? band.offsetHeight : 0) + 1;
    const fits = (size) => {
      root.style.fontSize = size + "px";
      return main().scrollHeight <= room && main().scrollWidth <= main().clientWidth;
    };
    if (fits(usual)) return;
    let low = usual * LEAST;
    let high = usual;
    for (let step = 0; step < 7; step += 1) {
      const middle = (low + high) / 2;
      if (fits(middle)) low = middle;
      else high = middle;
    }
    root.style.fontSize = low + "px";
  }

  // A member who looks at the wall is told once when their own page waits for them.
  function home(next) {
    const here = document.getElementById("home");
    const fresh = next.getElementById("home");
    if (!here || !fresh || here.className === fresh.className) return "";
    const held = here.contains(document.activeElement);
    here.replaceWith(fresh);
    if (held) fresh.querySelector("a").focus();
    const name = fresh.querySelector("b");
    return name ? name.textContent : "";
  }

  async function look() {
    if (document.hidden) return;
    let reply;
    try {
      reply = await fetch(location.href, { headers: { "If-None-Match": mark } });
      if (reply.status === 304) return;
      const next = new DOMParser().parseFromString(await reply.text(), "text/html");
      const fresh = next.querySelector("main[data-poster]");
      if (!fresh) return reply.ok ? location.reload() : undefined; // this screen shows the wall no more
      mark = reply.headers.get("ETag");
      const moved = fresh.dataset.position !== main().dataset.position || fresh.dataset.poster !== main().dataset.poster;
      main().replaceWith(fresh);
      document.title = next.title;
      const asked = home(next);
      if (moved || asked) scrollTo(0, 0);
      const news = moved ? document.body.dataset.changed + " " + fresh.querySelector("h1").textContent : "";
      if (moved || asked) document.getElementById("heard").textContent = (asked + " " + news).trim();
      fit();
    } catch { /* the stream says when the laptop is back */ }
  }

  // If the laptop does not answer for a while, that is said: what stands here may be old.
  function missing() {
    if (lost) return;
    lost = setTimeout(() => {
      const strip = document.createElement("p");
      strip.id = "strip";
      strip.textContent = document.body.dataset.looking;
      if (!document.getElementById("strip")) main().prepend(strip);
    }, 10000);
  }

  function found() {
    clearTimeout(lost);
    lost = 0;
    const strip = document.getElementById("strip");
    if (strip) strip.remove();
  }

  // Nothing here leads to the browser's own page: what is pressed is gone to once the laptop answers.
  async function leave(address, thing) {
    const line = document.getElementById("away") || document.createElement("p");
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 10000);
    try {
      const reply = await fetch(address, { signal: stop.signal });
      if (reply.status >= 500) throw new Error("not ours");
      line.remove();
      location.href = address;
    } catch {
      line.id = "away";
      line.textContent = document.body.dataset.away;
      thing.after(line);
      line.scrollIntoView({ block: "nearest" });
      document.getElementById("heard").textContent = line.textContent;
    }
  }
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='/']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    leave(link.href, link);
  });
  addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target;
    leave(form.action + "?" + new URLSearchParams(new FormData(form)), event.submitter || form);
  });

  function listen() {
    clearTimeout(timer);
    if (source) source.close();
    source = new EventSource("/live?of=wall");
    source.onopen = () => {
      pause = 1000;
      const away = document.getElementById("away");
      if (away) away.remove();
      root.dataset.live = ""; // nobody has to look again by hand
      found();
    };
    source.onmessage = () => {
      clearTimeout(looking);
      looking = setTimeout(look, Math.random() * 200);
    };
    source.onerror = () => {
      missing();
      delete root.dataset.live;
      source.close();
      source = null;
      look(); // where this screen shows the wall no more, the stream is refused and the page says why
      timer = setTimeout(listen, pause * (0.5 + Math.random()));
      pause = Math.min(pause * 2, 30000);
    };
  }

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden && !source) listen();
    if (!document.hidden) look();
  });
  addEventListener("online", listen);
  addEventListener("pageshow", (event) => { if (event.persisted) listen(); });
  addEventListener("pagehide", () => {
    if (source) source.close();
    source = null;
  });
  addEventListener("resize", fit);
  document.fonts.ready.then(fit);
  listen();
})();
