/// A page as it stands on the screen: rows of it may be folded away.
struct FoldedPage: Equatable, Sendable {
  /// All lines, as if nothing were folded.
  private(set) var whole = TextPage(width: 1)
  /// Rows that keys act on, from top to bottom.
  private(set) var places: [Place] = []
  /// The lines on the screen.
  private(set) var page = TextPage(width: 1)
  /// For each of them its number in `whole`.
  private(set) var numbers: [Int] = []
  /// Folded places; nil as long as nobody has seen the page, so that it opens as the bank wants it.
  private var folded: Set<Int>?
  /// The place that the user went to.
  var chosen: Int?

  /// Another layout of the same text; what was folded stays so.
  mutating func show(_ whole: TextPage, _ places: [Place]) {
    self.whole = whole
    self.places = places
    let start = places.indices.filter {
      places[$0].folding == .folded || places[$0].folding == .aside
    }
    folded = folded ?? Set(start)
    if let chosen, !places.indices.contains(chosen) { self.chosen = nil }
    arrange()
  }

  func isFolded(_ place: Int) -> Bool { folded?.contains(place) ?? false }

  /// How many places are folded now that have to be read.
  var foldedCount: Int { folded?.count { places[$0].folding != .aside } ?? 0 }

  mutating func toggle(_ place: Int) {
    guard places.indices.contains(place), places[place].canFold else { return }
    folded?.formSymmetricDifference([place])
    arrange()
  }

  private mutating func arrange() {
    guard let folded, !folded.isEmpty else {
      page = whole
      numbers = Array(whole.lines.indices)
      return
    }
    page = TextPage(width: whole.width)
    numbers = []
    var closed: [Int: Place] = [:]
    for place in folded where places.indices.contains(place) {
      closed[places[place].lines.lowerBound] = places[place]
    }
    var line = 0
    while line < whole.lines.count {
      numbers.append(line)
      page.append(closed[line]?.closed ?? whole.lines[line])
      line = closed[line]?.lines.upperBound ?? line + 1
    }
  }

  /// Where a place stands on the screen's page.
  func rows(of place: Int) -> Range<Int> {
    let lines = places[place].lines
    return row(of: lines.lowerBound)..<row(of: lines.upperBound)
  }

  /// The first row of `page` that shows `line` of `whole` or a later one.
  private func row(of line: Int) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < line { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Lines that nobody has to read: the bank itself does not show them.
  var optional: [Int] {
    places.filter { $0.folding == .aside }.flatMap { Array($0.body) }
  }

  /// The place that a key acts on: the chosen one while it can be seen, else the first one on the
  /// screen, below it or, where there is none, above it.
  func place(in rows: Range<Int>, where fits: (Place) -> Bool = { _ in true }) -> Int? {
    let all = places.indices.filter { fits(places[$0]) }
    func isSeen(_ place: Int) -> Bool { self.rows(of: place).overlaps(rows) }
    if let chosen, all.contains(chosen), isSeen(chosen) { return chosen }
    return all.first { isSeen($0) || self.rows(of: $0).lowerBound >= rows.upperBound } ?? all.last
  }
}
