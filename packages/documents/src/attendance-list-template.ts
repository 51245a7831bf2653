/** Typst: the printed attendance list. Each `pairs` is a list of `{ language, text }`, one per language of the list. */
export const attendanceListTemplate = `
#let ink = rgb("#1f2933")
#let muted = rgb("#52606d")
#let line-grey = rgb("#9aa5b1")
#let both(pairs) = pairs.map(pair => if "language" in pair { text(lang: pair.language, pair.text) } else { pair.text }).join(" / ")

#set page(
  paper: "a4", flipped: true, margin: (x: 14mm, top: 19mm, bottom: 18mm),
  header: context {
    set text(8.5pt, fill: muted)
    block(width: 100%, stroke: (bottom: 0.5pt + line-grey), inset: (bottom: 1.8mm), grid(columns: (1fr, auto), column-gutter: 8mm,
      if counter(page).get().first() > 1 { data.running } else { text(weight: "bold", data.networkName) },
      data.code))
  },
  footer: context {
    set text(8pt, fill: muted)
    let figures(it) = it.replace("{page}", str(counter(page).get().first())).replace("{pages}", str(counter(page).final().first()))
    grid(columns: (1fr, auto), column-gutter: 8mm,
      if data.disclaimer != none { both(data.disclaimer) },
      both(data.page.map(pair => (language: pair.language, text: figures(pair.text)))))
  },
)
#set text(9.5pt, fill: ink)
#set par(leading: 0.5em, spacing: 0.7em)
#show heading: set block(above: 0mm, below: 4mm)

#block(text(9pt, weight: "bold", fill: muted, both(data.heading)), below: 2.8mm)
#heading(level: 1, for (index, pair) in data.titles.enumerate() {
  if index > 0 { linebreak() }
  text(if index == 0 { 16pt } else { 12.5pt }, weight: if index == 0 { "bold" } else { "semibold" }, lang: pair.language, pair.text)
})
#block(below: 3mm, grid(columns: (1.4fr, 1fr, 1.3fr), column-gutter: 7mm, row-gutter: 3mm,
  ..data.facts.map(fact => {
    text(8pt, fill: muted, both(fact.label))
    v(1.4mm, weak: true)
    text(weight: "semibold", both(fact.value))
  })))
#if data.funders != "" {
  block(below: 2.4mm)[#text(fill: muted)[#both(data.fundedBy):] #data.funders]
}
#block(below: 3mm, text(8.5pt, fill: muted, both(data.purpose)))

#table(
  columns: (17mm, 1.15fr, 1.3fr, 0.9fr, 66mm),
  rows: (auto,) + (10.5mm,) * data.rows.len(),
  align: (column, row) => if row == 0 { bottom + left } else { horizon + left },
  stroke: (column, row) => (
    top: if row == 0 { none } else { 0.5pt + line-grey },
    bottom: if row == 0 { 1pt + ink } else { 0.5pt + line-grey },
    left: if column == 4 and row > 0 { 0.5pt + line-grey },
    right: if column == 4 and row > 0 { 0.5pt + line-grey },
  ),
  inset: (x: 1.8mm, y: 1.4mm),
  table.header(..data.columns.map(label => text(8.5pt, weight: "bold", both(label)))),
  ..data.rows.flatten().map(cell => layout(size => {
    let fitting = (9.5pt, 8.5pt, 7.5pt, 6.5pt, 5.5pt).find(it => measure(block(width: size.width, text(it, cell))).height <= size.height)
    text(if fitting == none { 5.5pt } else { fitting }, cell)
  })),
)

#if data.lists.len() > 0 {
  block(above: 5mm, text(8pt, fill: muted, {
    both(data.kept)
    for hash in data.lists { linebreak(); hash }
  }))
}

#block(breakable: false, above: 8mm, width: 100%, {
  text(8.5pt, weight: "bold", both(data.trainerSignature))
  v(9mm)
  grid(columns: (1fr,) * 3, column-gutter: 10mm, row-gutter: 11mm,
    ..data.trainers.map(name => {
      line(length: 100%, stroke: 0.6pt + ink)
      v(1.6mm, weak: true)
      text(9pt, name)
    }))
})
`;
