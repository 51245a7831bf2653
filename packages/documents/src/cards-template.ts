/** Typst: what the three papers of communication cards have in common. Needs `data.host`, `data.other` and `data.words`. */
const shared = String.raw`
#let ink = rgb("#111111")
#let muted = rgb("#4a4a4a")
#let hair = rgb("#b5b5b5")
#let red = rgb("#a61b1b")
#let words = data.words

#set text(fill: ink)
#set par(leading: 0.5em, spacing: 0.5em)

// Figures keep their order in every script, a telephone number above all.
#let said(it, of) = {
  set text(
    lang: of.language, dir: if of.isRtl { rtl } else { ltr },
    font: if of.isRtl { ("Noto Sans Arabic", "Noto Sans") } else { ("Noto Sans", "Noto Sans Arabic") },
    top-edge: if of.isRtl { 0.92em } else { 0.78em }, bottom-edge: if of.isRtl { -0.34em } else { -0.22em },
  )
  set par(leading: 0.14em)
  show regex("[+]?[0-9][0-9 \u{a0}/()\-]*[0-9]"): it => box(text(dir: ltr, bottom-edge: "baseline", it))
  it
}
#let host(it) = said(it, data.host)
#let other(it) = said(it, data.other)

// The first of the sizes at which the text is no higher than the room; the last one if none is.
#let fitted(it, sizes, width, height, weight: "regular", way: start) = {
  let at(size) = block(width: width, {
    set text(size, weight: weight)
    set align(way)
    it
  })
  let size = sizes.find(size => measure(at(size)).height <= height)
  at(if size == none { sizes.last() } else { size })
}

#let pictogram(card, width) = image(bytes(data.pictograms.at(card.pictogram).svg), format: "svg", width: width, height: width, fit: "contain", alt: data.pictograms.at(card.pictogram).alt)
#let qr(width) = image(bytes(data.qr), format: "svg", width: width, alt: words.qrAlt)
#let numbers(size) = data.numbers.map(each => box({
  text(size, weight: "bold", fill: red, dir: ltr, each.number)
  if each.label != "" { h(0.5em, weak: true); text(size * 0.5, each.label) }
})).join(h(1.2em))

#let sign(points) = bytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path d='" + points + "' fill='none' stroke='#111' stroke-width='3.4' stroke-linecap='round' stroke-linejoin='round'/></svg>")
#let signs = (yes: "M4 13l5.5 6L20 5", no: "M5 5l14 14M19 5L5 19", dontKnow: "M7.5 8.5a4.5 4.5 0 1 1 6.5 4c-1.4.8-2 1.5-2 3M12 20v.1")
#let answers(width, height, size) = grid(
  columns: (1fr,) * data.answers.len(), column-gutter: 2mm,
  ..data.answers.map(answer => block(width: 100%, height: height, stroke: 0.8pt + ink, radius: 1.5mm, inset: 1mm, align(center + horizon, {
    image(sign(signs.at(answer.kind)), format: "svg", height: height * 0.34, alt: answer.host)
    v(0.8mm, weak: true)
    block(spacing: 0.8mm, text(size * 1.15, weight: "bold", other(answer.text)))
    block(spacing: 0.8mm, text(size * 0.85, host(answer.host)))
  }))))

#let choices(card, count, side, size) = grid(
  columns: (1fr,) * count, gutter: 1mm, align: top,
  ..card.choices.map(choice => block(width: 100%, inset: 0.6mm, align(center, {
    pictogram(choice, side)
    block(spacing: 0.7mm, width: 100%, text(size * 1.1, weight: "bold", other(align(center, choice.text))))
    block(spacing: 0.7mm, width: 100%, text(size * 0.9, host(align(center, choice.host))))
  }))))
`;

/** Typst: all cards of a language on a board of A4 sheets, by situation. */
export const boardTemplate = `${shared}
#set page(
  paper: "a4", margin: (x: 11mm, top: 11mm, bottom: 15mm),
  footer: context {
    set text(7.5pt, fill: muted)
    grid(columns: (1fr, auto), words.edition, counter(page).display("1 / 1", both: true))
  },
)
#show heading.where(level: 1): set block(spacing: 0mm)
#show heading.where(level: 2): it => block(width: 100%, fill: ink, inset: (x: 2.4mm, y: 1.5mm), below: 0mm, above: 3.4mm, sticky: true, text(11pt, fill: white, weight: "bold", it.body))

#let plain(card) = grid(columns: (19mm, 1fr), column-gutter: 2.2mm, pictogram(card, 19mm), {
  block(width: 100%, spacing: 1.6mm, text(12.5pt, weight: "bold", other(align(start, card.text))))
  block(width: 100%, spacing: 1.6mm, text(9pt, host(card.host)))
})
// A card at which one points has the whole width; its words stand beneath it.
#let cell(card) = if card.choices.len() == 0 { plain(card) } else {
  grid.cell(colspan: 3, { plain(card); v(2mm, weak: true); choices(card, 7, 12mm, 8pt) })
}

#grid(columns: (1fr, auto), column-gutter: 6mm, {
  text(9pt, weight: "bold", fill: muted, data.networkName)
  v(2.6mm, weak: true)
  heading(level: 1, text(21pt, words.title))
  v(3mm, weak: true)
  text(9.5pt, words.boardHint)
  v(4mm, weak: true)
  numbers(20pt)
}, align(center, { qr(27mm); v(0.6mm, weak: true); block(width: 30mm, text(6.5pt, fill: muted, words.qrHint)) }))

#v(3mm, weak: true)
#if data.answers.len() > 0 { block(answers(100%, 17mm, 9.5pt)) }

#for group in data.groups {
  let wide = group.cards.filter(card => card.choices.len() > 0)
  let narrow = group.cards.filter(card => card.choices.len() == 0)
  block(breakable: false, {
    heading(level: 2, group.title)
    grid(columns: (1fr,) * 3, stroke: 0.6pt + hair, inset: 2mm, align: top, ..narrow.map(cell), ..([],) * calc.rem(3 - calc.rem(narrow.len(), 3), 3), ..wide.map(cell))
  })
}
`;

/** Typst: one card each A6, four to an A4 sheet; the back of a sheet lies behind its front when turned on the long edge. */
export const sheetsTemplate = `${shared}
#let mark = line(stroke: 0.4pt + ink, length: 6mm)
#let upright = line(stroke: 0.4pt + ink, length: 6mm, angle: 90deg)
#set page(paper: "a4", margin: 0mm, background: {
  place(left + horizon, mark)
  place(right + horizon, mark)
  place(center + top, upright)
  place(center + bottom, upright)
  place(center + horizon, mark)
  place(center + horizon, upright)
})
#let wide = 89mm
#let clock = bytes(data.clock)

#let asked(card) = {
  if card.answer == "yes_no" and data.answers.len() > 0 { answers(100%, 22mm, 10pt) }
  else if card.answer == "number" { grid(columns: (1fr,) * 6, gutter: 1.4mm, ..range(0, 11).map(n => block(width: 100%, stroke: 0.8pt + ink, radius: 1mm, inset: (y: 1.9mm), align(center, text(14pt, weight: "bold", str(n)))))) }
  else if card.answer == "time" { align(center, image(clock, format: "svg", height: 27mm, alt: words.clock)) }
  else if card.choices.len() > 0 { choices(card, if card.choices.len() > 8 { 5 } else { 4 }, if card.choices.len() > 8 { 10mm } else { 14mm }, 7.5pt) }
  else if card.answer == "point_body" { align(center, image(bytes(data.body), format: "svg", height: 44mm, alt: words.body)) }
}

#let front(card) = {
  block(height: 6mm, text(8pt, weight: "bold", fill: muted, card.situation))
  let tool = asked(card)
  align(center, pictogram(card, if tool == none { 58mm } else if card.choices.len() > 0 { 22mm } else if card.answer == "point_body" { 32mm } else { 46mm }))
  v(3mm, weak: true)
  fitted(other(card.text), (30pt, 27pt, 24pt, 21pt, 19pt, 17pt, 15pt), wide, if card.choices.len() > 0 { 18mm } else { 35mm }, weight: "bold", way: center)
  v(4.5mm, weak: true)
  block(width: 100%, align(center, text(9.5pt, fill: muted, host(card.host))))
  place(bottom, block(width: 100%, tool))
}
#let back(card) = {
  block(height: 6mm, text(8pt, weight: "bold", fill: muted, card.situation))
  fitted(host(card.host), (22pt, 20pt, 18pt, 16pt, 14pt), wide, 34mm, weight: "bold")
  v(5mm, weak: true)
  line(length: 100%, stroke: 0.6pt + hair)
  v(4mm, weak: true)
  fitted(other(card.text), (16pt, 15pt, 14pt, 13pt), wide, 24mm)
  if card.transliteration != "" { v(3mm, weak: true); text(10pt, fill: muted, card.transliteration) }
  if card.instruction != "" {
    v(5mm, weak: true)
    block(width: 100%, stroke: (left: 1.6pt + ink), inset: (left: 3mm, y: 1mm), { text(8pt, weight: "bold", words.instruction); linebreak(); text(10pt, card.instruction) })
  }
  place(bottom, grid(columns: (1fr, auto), column-gutter: 3mm, align: bottom, { numbers(13pt); v(2mm, weak: true); text(6.5pt, fill: muted, words.edition) }, qr(21mm)))
}
#let place-for(column, row) = (dx: column * 105mm, dy: row * 148.5mm)
#let sheet(four, side, isBack) = {
  for (index, card) in four.enumerate() {
    let column = calc.rem(index, 2)
    let at = place-for(if isBack { 1 - column } else { column }, calc.quo(index, 2))
    place(top + left, ..at, block(width: 105mm, height: 148.5mm, inset: 8mm, side(card)))
  }
}
#context for (index, four) in data.cards.chunks(4).enumerate() {
  if index > 0 { pagebreak() }
  sheet(four, front, false)
  pagebreak()
  sheet(four, back, true)
}
`;

/** Typst: one A4 sheet that folds to eight pages of A7, after one cut in its middle. */
export const foldTemplate = `${shared}
#let (wide, high) = (74.25mm, 105mm)
#let fold = (paint: hair, thickness: 0.4pt, dash: "dashed")
#set page(paper: "a4", flipped: true, margin: 0mm, background: {
  for column in (1, 2, 3) { place(top + left, dx: column * wide, line(angle: 90deg, length: 2 * high, stroke: fold)) }
  place(top + left, dy: high, line(length: 4 * wide, stroke: fold))
  place(top + left, dx: wide, dy: high, line(length: 2 * wide, stroke: 0.9pt + ink))
})
#let (inner, room) = (wide - 12mm, high - 12mm)

#let entry(card, count) = {
  let height = (room - (count - 1) * 2.4mm) / count
  let side = calc.min(height - 5mm, if count == 1 { 40mm } else if count == 2 { 24mm } else { 17mm })
  let sizes = (15pt, 13.5pt, 12pt, 10.5pt, 9.5pt, 8.5pt, 7.5pt)
  block(width: 100%, height: height, spacing: 2.4mm, stroke: 0.6pt + hair, radius: 1mm, inset: 1.6mm, align(horizon,
    if count < 3 {
      let text-height = (height - side - 6mm) / 2
      align(center, pictogram(card, side))
      v(1.4mm, weak: true)
      fitted(other(card.text), sizes, inner - 3.2mm, text-height, weight: "bold", way: center)
      v(1.2mm, weak: true)
      fitted(host(card.host), sizes.slice(2), inner - 3.2mm, text-height, way: center)
    } else {
      grid(columns: (side, 1fr), column-gutter: 1.8mm, align: horizon, pictogram(card, side), {
        let (width, room) = (inner - 5mm - side, height - 4.6mm)
        fitted(other(card.text), sizes, width, room * 0.6, weight: "bold")
        v(1.1mm, weak: true)
        fitted(host(card.host), sizes.slice(4), width, room * 0.4)
      })
    }))
}
#let cover = {
  set block(spacing: 3mm)
  text(8pt, weight: "bold", fill: muted, data.networkName)
  v(4mm)
  show heading: set block(spacing: 3mm)
  heading(level: 1, text(17pt, words.cover))
  block(text(12pt, weight: "bold", data.host.name))
  block(width: 100%, text(14pt, weight: "bold", other(data.other.name)))
  if data.about != "" { block(text(10pt, data.about)) }
  place(bottom, block(width: inner, { for each in data.numbers { block(spacing: 2mm, { text(19pt, weight: "bold", fill: red, each.number); h(2mm); text(8.5pt, each.label) }) } }))
}
#let last = {
  if data.answers.len() > 0 { answers(100%, 24mm, 8pt) }
  v(4mm, weak: true)
  align(center, qr(30mm))
  v(1.5mm, weak: true)
  block(text(7pt, words.qrHint))
  place(bottom, block(width: inner, { block(spacing: 2mm, text(6.5pt, words.foldHint)); block(spacing: 2mm, text(6.5pt, fill: muted, words.edition)) }))
}
// Where each page lies on the sheet: column, row, whether it stands on its head.
#let places = ((1, 1, false), (2, 1, false), (3, 1, false), (3, 0, true), (2, 0, true), (1, 0, true), (0, 0, true), (0, 1, false))
#let pages() = (cover, ..data.pages.map(cards => cards.map(card => entry(card, data.perPage)).join()), last)
#context for (index, it) in pages().enumerate() {
  let (column, row, isTurned) = places.at(index)
  let panel = block(width: wide, height: high, inset: 6mm, it)
  place(top + left, dx: column * wide, dy: row * high, if isTurned { rotate(180deg, panel) } else { panel })
}
`;
