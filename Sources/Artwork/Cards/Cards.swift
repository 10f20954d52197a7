import BatchVideo

/// Pictures that carry words. Nothing is drawn for a plain scene.
enum Cards {
    /// Draws the words of `picture` over a finished frame of its scene.
    static func draw(_ picture: PaintedPicture, on frame: Frame) {
        switch picture.subject {
        case .scene: break
        case .quote(let text, let by, _):
            QuoteCard(text: text, by: by, ink: CardInk(picture.palette)).draw(on: frame)
        case .number(let value, let caption, _):
            NumberCard(value: value, caption: caption, ink: CardInk(picture.palette))
                .draw(on: frame)
        case .list(let heading, let items, _):
            ListCard(heading: heading, items: items, ink: CardInk(picture.palette)).draw(on: frame)
        case .chapter(let number, let title, _):
            ChapterCard(number: number, title: title, ink: CardInk(picture.palette)).draw(on: frame)
        case .title(let text, _):
            TitleCard(text: text, ink: CardInk(picture.palette)).draw(on: frame)
        case .cover(let lines, _):
            ClassicCover(lines: lines).draw(on: frame)
        }
    }
}

/// The colours of letters and ornaments in one light.
struct CardInk {
    let letter: Colour
    let accent: Colour
    let accentLight: Colour
    /// What the ground is darkened towards.
    let ground: Colour

    init(_ palette: ScenePalette) {
        letter = Colour(0xFFFBF2)
        switch palette {
        case .warm:
            (accent, accentLight, ground) = (Colour(0xF0C27A), Colour(0xFFE9BE), Colour(0x38180C))
        case .clear:
            (accent, accentLight, ground) = (Colour(0xE8D28C), Colour(0xFFF6CE), Colour(0x0C2C30))
        case .deep:
            (accent, accentLight, ground) = (Colour(0xE9C98F), Colour(0xFFF0CC), Colour(0x0B1030))
        }
    }
}
