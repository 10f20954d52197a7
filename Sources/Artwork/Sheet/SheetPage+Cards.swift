import BatchVideo

extension SheetPage {
    /// Every kind of card in every script; a language in a row.
    static func cards(_ shape: SheetShape, quick: Bool, seed: UInt64) -> SheetPage {
        let cells = SheetTexts.languages.enumerated().flatMap { row, texts in
            subjects(texts, on: shape).enumerated().map { column, subject in
                SheetCell(
                    "\(texts.name) \(subject.kind)",
                    picture(subject, palette: (row + column) % 3, seed: seed))
            }
        }
        return SheetPage(
            name: "cards-\(shape)", columns: 6, size: shape.size(quick: quick), cells: cells)
    }

    /// Short, long and awkward titles in both styles.
    static func covers(_ shape: SheetShape, quick: Bool, seed: UInt64) -> SheetPage {
        let families: [SceneFamily] = [.sea, .autumnHills, .springLake, .city, .lotus, .sunrisePeak]
        let cells = SheetTexts.titles.enumerated().flatMap { number, title in
            let family = families[number % families.count]
            let lines = CoverLines(shape.size(quick: false), title: title).lines
            return [
                PaintedPicture.Subject.title(text: title, over: family), .cover(lines: lines, over: family),
            ].map { subject in
                SheetCell("\(subject.kind) \(number + 1)", picture(subject, palette: number % 3, seed: seed))
            }
        }
        return SheetPage(
            name: "covers-\(shape)", columns: shape == .landscape ? 6 : 8, size: shape.size(quick: quick), cells: cells)
    }

    private static func subjects(
        _ texts: SheetTexts, on shape: SheetShape
    ) -> [PaintedPicture.Subject] {
        let lines = CoverLines(shape.size(quick: false), title: texts.title).lines
        return [
            .quote(text: texts.saying, by: "—— BatchVideo", over: .sea),
            .number(value: texts.value, caption: texts.caption, over: .city),
            .list(heading: texts.heading, items: texts.items, over: .springLake),
            .chapter(number: 3, title: texts.heading, over: .sunrisePeak),
            .title(text: texts.title, over: .autumnHills), .cover(lines: lines, over: .lotus),
        ]
    }

    private static func picture(
        _ subject: PaintedPicture.Subject, palette: Int, seed: UInt64
    ) -> PaintedPicture {
        PaintedPicture(
            subject: subject, palette: ScenePalette.allCases[palette], size: PixelSize(width: 16, height: 16),
            seed: seed)
    }
}

extension PaintedPicture.Subject {
    /// As sheets name it.
    fileprivate var kind: String {
        switch self {
        case .scene: "scene"
        case .quote: "quote"
        case .number: "number"
        case .list: "list"
        case .chapter: "chapter"
        case .title: "elegant"
        case .cover: "classic"
        }
    }
}
