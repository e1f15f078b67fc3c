// The SPARQL editor: CodeMirror 6 in a shadow root, where its styles need no exception in the content security policy.

import { autocompletion } from "@codemirror/autocomplete";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { Prec } from "@codemirror/state";
import { EditorView, keymap } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { basicSetup } from "codemirror";
import { sparql } from "codemirror-lang-sparql";

const face = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--raised)", border: "1px solid light-dark(#8b8f92, #697177)", borderRadius: ".5rem", fontSize: ".95rem" },
  "&.cm-focused": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-content": { fontFamily: "ui-monospace, 'Source Code Pro', 'Noto Sans Mono', monospace", caretColor: "var(--ink)", minHeight: "14rem" },
  ".cm-scroller": { lineHeight: "1.55", maxHeight: "60vh" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--soft)", border: "0" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "light-dark(#f6f3ec, #20262a)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--glow) !important" },
  ".cm-tooltip": { backgroundColor: "var(--raised)", color: "var(--ink)", border: "1px solid var(--rule)", borderRadius: ".4rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
});

const ink = HighlightStyle.define([
  { tag: [tags.keyword, tags.operatorKeyword, tags.definitionKeyword, tags.controlKeyword], color: "var(--meeting)", fontWeight: "600" },
  { tag: [tags.variableName, tags.special(tags.variableName)], color: "var(--participation)" },
  { tag: [tags.string, tags.literal, tags.number, tags.bool], color: "var(--post)" },
  { tag: [tags.url, tags.link, tags.namespace, tags.typeName, tags.propertyName], color: "var(--accent)" },
  { tag: [tags.comment, tags.lineComment], color: "var(--soft)", fontStyle: "italic" },
]);

// Puts an editor in front of a textarea; `terms` complete prefixed names, `run` is what Ctrl-Enter does.
export function edit(textarea, { terms, label, run }) {
  const host = document.createElement("div");
  textarea.before(host);
  const shadow = host.attachShadow({ mode: "open" });
  const variables = () => [...new Set(textarea.value.match(/[?$]\w+/g) || [])];
  function complete(context) {
    const word = context.matchBefore(/[?$]?[\w-]*:?[\w-]*/);
    if (!word || (word.from === word.to && !context.explicit)) return null;
    const options = [
      ...terms.map((term) => ({ label: term, type: "class" })),
      ...variables().map((name) => ({ label: name, type: "variable" })),
      ..."SELECT DISTINCT WHERE OPTIONAL FILTER UNION GRAPH BIND VALUES ORDER BY GROUP BY LIMIT CONSTRUCT DESCRIBE ASK COUNT".split(" ").map((label) => ({ label, type: "keyword" })),
    ];
    return { from: word.from, options, validFor: /^[?$]?[\w-]*:?[\w-]*$/ };
  }
  const view = new EditorView({
    doc: textarea.value,
    root: shadow,
    parent: shadow,
    extensions: [
      Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => { run(); return true; } }])),
      basicSetup,
      sparql(),
      syntaxHighlighting(ink),
      autocompletion({ override: [complete] }),
      face,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": label }),
      EditorView.updateListener.of((update) => { if (update.docChanged) textarea.value = update.state.doc.toString(); }),
    ],
  });
  textarea.hidden = true;
  return view;
}
