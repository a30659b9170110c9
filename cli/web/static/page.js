// Search as you type, and "/" to reach the search box. Without this file every form and link does the same.
"use strict";

const PAUSE_MS = 180;
const box = document.querySelector("form[data-live] input[type=search]");
const results = () => document.getElementById("results");

function parts(page) {
  return ["results", "facets"].map((id) => [document.getElementById(id), page.getElementById(id)]);
}

let latest = 0;

async function find(form) {
  const turn = ++latest;
  const words = new URLSearchParams(new FormData(form));
  const address = form.action + "?" + words;
  let answer;
  try {
    answer = await fetch(address + "&typing=1", { headers: { Accept: "text/html" } });
  } catch {
    return;
  }
  // What is typed in between, and what cannot be asked yet ("since:20"), changes nothing that is shown.
  if (turn !== latest || !answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  if (turn !== latest) return;
  for (const [old, fresh] of parts(page)) if (old && fresh) old.replaceWith(document.adoptNode(fresh));
  history.replaceState(null, "", address);
}

if (box) {
  let waiting;
  box.addEventListener("input", () => {
    if (!results() || new URL(box.form.action).pathname !== location.pathname) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => find(box.form), PAUSE_MS);
  });
  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, [contenteditable]");
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}
