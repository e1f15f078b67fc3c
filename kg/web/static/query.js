// The SPARQL editor. Without this file the textarea is one.

import { edit } from "./vendor/editor.js";

const textarea = document.querySelector("#query");
const form = textarea.form;
edit(textarea, {
  terms: textarea.dataset.terms.split(" "),
  label: "SPARQL query",
  run: () => form.requestSubmit(form.querySelector("#run")),
});
document.querySelector("#saved").addEventListener("change", (event) => {
  if (event.target.value) location.assign(`/query?question=${encodeURIComponent(event.target.value)}`);
});
