/// Words of a shot that are worth a card: a short sentence, a number with its unit, a list, a chapter's heading.
package enum CardText: Hashable, Sendable {
    case quote(String)
    case number(value: String, caption: String)
    /// `heading` may be empty; two to five items.
    case list(heading: String, items: [String])
    case chapter(number: Int, title: String)

    package func subject(over family: SceneFamily) -> PaintedPicture.Subject {
        switch self {
        case .quote(let text): .quote(text: text, by: "", over: family)
        case .number(let value, let caption):
            .number(value: value, caption: caption, over: family)
        case .list(let heading, let items): .list(heading: heading, items: items, over: family)
        case .chapter(let number, let title): .chapter(number: number, title: title, over: family)
        }
    }
}
