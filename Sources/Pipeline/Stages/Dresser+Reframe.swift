import BatchVideo

extension Dresser {
    /// The film in a portrait canvas (requirements O5).
    func reframe(_ choice: ReframeChoice) async throws -> Reframe {
        let plan = ReframeLayout(choice.geometry, film: canvas.size)
        var texts: [PictureOverlay] = []
        for (text, style, slot) in [
            (choice.index, TextLabel.Style.number, plan.index),
            (choice.title, .title, plan.title),
            (choice.description, .text, plan.description),
        ] where text.contains(where: { !$0.isWhitespace }) {
            let (path, size) = try await label(
                TextLabel(
                    text, style, width: plan.textWidth, height: slot.height, em: slot.em,
                    lines: slot.lines))
            texts.append(
                PictureOverlay(
                    file: path, sha256: try digest(path), x: (plan.canvas.width - size.width) / 2,
                    y: slot.y(of: size.height)))
        }
        return Reframe(
            canvas: plan.canvas, film: plan.film, ground: choice.ground, texts: texts)
    }
}

/// Where things lie in a reframed film. Words shrink and wrap into their slots.
private struct ReframeLayout {
    /// Room for a text: it hangs from `top`, or stands on `top + height`.
    struct Slot {
        var top: Int
        var height: Int
        var em: Int
        var lines: Int
        var stands = false

        func y(of textHeight: Int) -> Int { stands ? top + height - textHeight : top }
    }

    var canvas: PixelSize
    var film: PixelArea
    var textWidth: Int
    var index: Slot
    var title: Slot
    var description: Slot

    init(_ geometry: ReframeChoice.Geometry, film size: PixelSize) {
        switch geometry {
        case .classic:
            canvas = PixelSize(width: 1360, height: 2418)
            index = Slot(top: 400, height: 160, em: 120, lines: 1)
            title = Slot(top: 600, height: 210, em: 120, lines: 2)
            description = Slot(top: 1800, height: 300, em: 120, lines: 3)
        case .phone:
            canvas = PixelSize(width: 1080, height: 1920)
            index = Slot(top: 200, height: 110, em: 84, lines: 1)
            title = Slot(top: 320, height: 290, em: 92, lines: 3, stands: true)
            description = Slot(top: 1300, height: 260, em: 54, lines: 4)
        }
        textWidth = canvas.width * 9 / 10
        let height = min(canvas.height, size.height * canvas.width / size.width)
        let width = size.width * height / size.height
        film = PixelArea(
            x: (canvas.width - width) / 2, y: (canvas.height - height) / 2, width: width,
            height: height)
    }
}
