"use strict";
(() => {
  const items = [...document.querySelectorAll("a.sentence")];
  let current = -1;
  let shown = "";
  let typed = "";
  let forget = 0;

  document.documentElement.classList.add("has-script");

  // Bring a part of the page into view, whatever is folded around it, and hand it the keyboard.
  const show = (id) => {
    const target = document.getElementById(id);
    if (!target) return;
    shown = id;
    if (window.location.hash !== `#${id}`) window.location.hash = id; // to be shared, and for the way back
    for (let each = target; each; each = each.parentElement) if (each.tagName === "DETAILS") each.open = true;
    document.querySelectorAll(".current").forEach((each) => each.classList.remove("current"));
    target.classList.add("current");
    target.scrollIntoView({ block: target.tagName === "ARTICLE" || target.tagName === "SECTION" ? "start" : "center" });
    target.focus({ preventScroll: true });
  };

  const choose = (index) => {
    current = index;
    items.forEach((each, i) => (i === index ? each.setAttribute("aria-current", "true") : each.removeAttribute("aria-current")));
    items[index].scrollIntoView({ block: "nearest" });
    show(items[index].hash.slice(1));
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const item = link.closest("ol.items > li");
    if (item) current = items.findIndex((each) => item.contains(each));
    if (items.includes(link)) choose(current);
    else show(link.getAttribute("href").slice(1));
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (/^[0-9]$/.test(event.key)) {
      typed += event.key;
      window.clearTimeout(forget);
      forget = window.setTimeout(() => (typed = ""), 800);
      const index = items.findIndex((each) => each.dataset.number === typed);
      if (index >= 0) choose(index);
    } else if (event.key === "j" && current < items.length - 1) choose(current + 1);
    else if (event.key === "k" && current > 0) choose(current - 1);
    else if (event.key === "Escape" && current >= 0) items[current].focus();
  });

  window.addEventListener("hashchange", () => {
    const id = window.location.hash.slice(1);
    if (id !== shown) show(id); // the way back
  });
  if (window.location.hash) show(window.location.hash.slice(1));
  window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((each) => (each.open = true)));
})();
