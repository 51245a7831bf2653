/** Typst: the certificate of attendance. It shrinks its upper part in steps until everything fits one page. */
export const certificateTemplate = String.raw`
#let ink = rgb("#1f2933")
#let muted = rgb("#52606d")
#let hair = rgb("#cbd2d9")
#let accent = rgb(data.accent)
#let warning = rgb("#a61b1b")
#let words = data.words

#set page(
  paper: "a4", margin: (left: 27mm, right: 24mm, top: 22mm, bottom: 17mm),
  background: place(left + top, rect(width: 9mm, height: 100%, fill: accent)),
  foreground: if data.isMarked {
    place(center + horizon, rotate(-32deg, text(92pt, weight: "bold", fill: warning.transparentize(82%), words.mark)))
  },
)
#set text(10.5pt, fill: ink)
#set par(leading: 0.58em, spacing: 0.58em)
#show heading: set text(weight: "bold")

#let label(it, size: 8.5pt) = text(size, fill: muted, it)

// Takes the first (lines, size) at which the text keeps to that number of lines; the last one if none does.
#let fitted(it, choices, scale, width, weight: "bold") = {
  let height(size, it) = measure(block(width: width, text(size * scale, weight: weight, it))).height
  let fits((lines, size)) = height(size, it) <= height(size, range(lines).map(_ => "X").join("\n")) + 0.5pt
  let choice = choices.find(fits)
  text((if choice == none { choices.last() } else { choice }).at(1) * scale, weight: weight, it)
}
#let heading-sizes = ((1, 27pt), (1, 24pt), (1, 21pt), (2, 21pt))
#let name-sizes = ((1, 30pt), (1, 27pt), (1, 24pt), (2, 26pt), (2, 23pt), (2, 20pt), (3, 18pt))
#let title-sizes = ((1, 18pt), (1, 16.5pt), (1, 15.5pt), (2, 18pt), (2, 16.5pt), (3, 16pt), (3, 14.5pt), (4, 14pt), (5, 12pt))

#let fact((name, value), scale) = {
  set par(leading: 0.5em)
  label(name, size: 8.5pt * calc.max(scale, 0.9))
  v(2mm * scale, weak: true)
  text(10.5pt * scale, weight: "semibold", value)
}

#let upper(scale, width) = {
  set text(10.5pt * scale)
  let gap(length) = v(length * scale, weak: true)
  text(11.5pt, weight: "bold", data.networkName)
  gap(16mm)
  block({
    show heading: set block(above: 0mm, below: 0mm)
    heading(level: 1, text(fill: accent, fitted(words.title, heading-sizes, scale, width)))
  })
  if data.isMarked {
    gap(6mm)
    block(width: 100%, stroke: 1pt + warning, inset: 3mm, radius: 1mm, text(fill: warning, weight: "bold", words.markNotice))
  }
  gap(13mm)
  text(11pt * scale, fill: muted, words.learnerIntro)
  gap(5.4mm)
  block(fitted(data.learnerName, name-sizes, scale, width))
  gap(8mm)
  text(11pt * scale, fill: muted, words.trainingIntro)
  gap(5mm)
  block(fitted(data.title, title-sizes, scale, width))
  gap(10mm)
  line(length: 100%, stroke: 0.6pt + hair)
  gap(6mm)
  block(grid(columns: (1fr,) * 2, column-gutter: 9mm, row-gutter: 5mm * scale, ..data.facts.map(it => fact(it, scale))))
  if data.outcomes.len() > 0 {
    gap(9mm)
    block({
      show heading: set block(above: 0mm, below: 2.6mm * scale)
      heading(level: 2, text(11pt * scale, fill: accent, words.outcomes))
      list(marker: text(fill: accent, sym.bullet), body-indent: 2.4mm, spacing: 2.7mm * scale, ..data.outcomes)
    })
  }
  if data.qualityAssurance != "" {
    gap(8mm)
    block({
      label(words.qualityAssurance)
      v(2mm * scale, weak: true)
      data.qualityAssurance
    })
  }
  if data.isReplacement {
    gap(6mm)
    label(words.replacement)
  }
}

#let lower(width) = {
  if data.signatory.len() > 0 {
    label(words.signedBy)
    v(2mm, weak: true)
    text(11pt, weight: "bold", data.signatory.first())
    if data.signatory.len() > 1 {
      linebreak()
      text(9.5pt, data.signatory.last())
    }
    v(5mm, weak: true)
  }
  line(length: 100%, stroke: 0.6pt + hair)
  v(4.5mm, weak: true)
  grid(columns: (30mm, 1fr), column-gutter: 6mm, align: horizon,
    move(dx: -2.6mm, image(bytes(data.qr), format: "svg", width: 32mm, alt: words.qrAlt)),
    {
      text(11pt, weight: "bold", words.verify)
      v(2.6mm, weak: true)
      text(9pt, fill: muted, words.verifyHint)
      v(3.4mm, weak: true)
      link(data.verifyUrl, fitted(data.verifyUrl, range(9).map(it => (1, 9pt - it * 0.5pt)), 1, width - 36mm, weight: "regular"))
      v(3.8mm, weak: true)
      label(words.verifyCode + ": ")
      text(13pt, weight: "bold", tracking: 0.6pt, data.verifyCode)
    })
  if data.logos.len() > 0 {
    v(4.5mm, weak: true)
    block({
      set par(leading: 2.5mm)
      for logo in data.logos {
        box(baseline: 50%, image(bytes(logo.svg), format: "svg", width: logo.width * 1mm, height: logo.height * 1mm, alt: logo.alt))
        h(5mm, weak: true)
      }
    })
  }
  if data.funders != "" {
    v(4.5mm, weak: true)
    text(8.5pt, fill: muted)[#words.fundedBy: #text(fill: ink, data.funders) #linebreak() #words.disclaimer]
  }
  if data.footer != "" {
    v(3.5mm, weak: true)
    label(data.footer)
  }
}

#layout(size => {
  let height(it) = measure(block(width: size.width, it)).height
  let room = size.height - height(lower(size.width)) - 7mm
  let scale = (1.06, 1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64).find(it => height(upper(it, size.width)) <= room)
  let body = upper(if scale == none { 0.64 } else { scale }, size.width)
  block(width: size.width, body)
  v(calc.max(room - height(body), 0pt) + 7mm, weak: true)
  block(width: size.width, breakable: false, lower(size.width))
})
`;
