// Renders the pieces of a text. Everything is set as text, never as markup.
export default function ({ data, parentElement, setTriggerValue }) {
  const box = parentElement.querySelector(".text");
  const held = box.getRootNode().activeElement?.dataset.place; // the focused mark keeps the focus when the text is rendered again
  box.replaceChildren(...data.pieces.map((piece, place) => {
    if (!piece.kind) return document.createTextNode(piece.text);
    const mark = document.createElement("mark");
    mark.className = piece.kind;
    mark.textContent = piece.text;
    mark.title = piece.about;
    mark.dataset.place = place;
    if (piece.kind === "aside") {
      mark.tabIndex = 0;
      mark.setAttribute("aria-label", `${piece.text}: ${piece.about}`);
      return mark;
    }
    if (data.chosen) mark.classList.add(piece.id === data.chosen ? "chosen" : "other");
    if (data.pressable && piece.id) {
      const press = () => setTriggerValue("pressed", piece.id);
      mark.tabIndex = 0;
      mark.setAttribute("role", "button");
      mark.setAttribute("aria-pressed", String(piece.id === data.chosen));
      mark.setAttribute("aria-label", `${piece.text}: ${piece.about}`);
      mark.onclick = press;
      mark.onkeydown = (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press();
      };
    }
    return mark;
  }));
  box.style.height = data.height ? `${data.height}px` : "auto";
  if (held) box.querySelector(`[data-place="${held}"]`)?.focus({ preventScroll: true });
  const chosen = box.querySelector(".chosen");
  if (data.height) box.scrollTop = chosen ? Math.max(chosen.offsetTop - box.offsetTop - data.height / 3, 0) : 0;
}
