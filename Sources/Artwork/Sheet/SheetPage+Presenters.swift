import BatchVideo
import Foundation

extension SheetPage {
    /// Every figure in every palette, before a studio of its own.
    static func figures(quick: Bool, seed: UInt64) -> SheetPage {
        let drawn = PresenterFigure.allCases.flatMap { figure in
            FigurePalette.allCases.map { DrawnFigure(figure, $0) }
        }
        return SheetPage(
            name: "presenters", columns: FigurePalette.allCases.count,
            size: quick ? PixelSize(width: 160, height: 160) : PixelSize(width: 300, height: 300),
            cells: drawn.map { figure in
                SheetCell("\(figure.figure.rawValue) \(figure.palette.rawValue)") { frame in
                    speak(figure, .closed, FacePose(smile: 0.4), on: frame, seed)
                }
            })
    }

    /// Every shape of the mouth of every figure.
    static func visemes(quick: Bool, seed: UInt64) -> SheetPage {
        let cells = PresenterFigure.allCases.flatMap { figure in
            Viseme.allCases.map { viseme in
                SheetCell("\(figure.rawValue) \(viseme.rawValue)") { frame in
                    speak(DrawnFigure(figure, .classic), viseme.shape, .still, on: frame, seed)
                }
            }
        }
        return SheetPage(
            name: "visemes", columns: Viseme.allCases.count,
            size: quick ? PixelSize(width: 100, height: 100) : PixelSize(width: 180, height: 180), cells: cells)
    }

    /// Both insertion modes, and the shapes of a corner, over a scene.
    static func insertions(_ shape: SheetShape, quick: Bool, seed: UInt64) -> SheetPage {
        let places: [(String, PresenterPlan.Place)] = [
            ("fullscreen", .fullscreen), ("corner circle", .corner(.bottomRight, .circle)),
            ("corner rounded", .corner(.topLeft, .rounded)),
            ("corner keyed", .corner(.bottomRight, .keyed(colour: "00FF00"))),
        ]
        let figures = PresenterFigure.allCases
        let cells = places.enumerated().map { number, place in
            let figure = DrawnFigure(figures[number % figures.count], .classic)
            return SheetCell(place.0) { frame in insert(figure, at: place.1, on: frame, seed) }
        }
        let size = shape.size(quick: quick)
        return SheetPage(
            name: "presenter-\(shape)", columns: places.count,
            size: PixelSize(width: size.width * 3 / 2 / 2 * 2, height: size.height * 3 / 2 / 2 * 2), cells: cells)
    }

    private static func speak(
        _ figure: DrawnFigure, _ mouth: MouthShape, _ pose: FacePose, on frame: Frame, _ seed: UInt64
    ) {
        let presenter = DrawnPresenter(.figure(figure), size: frame.stage.size, seed: seed)
        // Only a photo or a colour can be wrong.
        guard let puppet = try? Puppet(presenter) else { return }
        puppet.draw(on: frame, mouth: mouth, pose: pose)
    }

    private static func insert(
        _ figure: DrawnFigure, at place: PresenterPlan.Place, on frame: Frame, _ seed: UInt64
    ) {
        let scene = SceneCatalogue.scene(
            PaintedPicture(subject: .scene(.springLake), palette: .clear, size: frame.stage.size, seed: seed))
        scene.draw(on: frame, phase: scene.stillPhase)
        let (area, shape) = PresenterPlan.layout(place, on: frame.stage.size)
        var (ground, rim) = (DrawnPresenter.Ground.studio, DrawnPresenter.Rim.none)
        switch shape {
        case .circle: rim = .circle
        case .rounded: rim = .rounded
        case .keyed(let colour): ground = .colour(colour)
        case .rectangle: break
        }
        let size = PixelSize(width: area.width / 2 * 2, height: area.height / 2 * 2)
        let presenter = DrawnPresenter(.figure(figure), on: ground, rim: rim, size: size, seed: seed)
        guard let puppet = try? Puppet(presenter) else { return }
        let pixels = SheetPage.pixels(size) { puppet.draw(on: $0, mouth: Viseme.a.shape, pose: .still) }
        for y in 0..<size.height {
            for x in 0..<size.width where isShown(x, y, of: size, in: shape, pixels[y * size.width + x]) {
                frame.pixels[(area.y + y) * frame.columns + area.x + x] = pixels[y * size.width + x]
            }
        }
    }

    /// As the compositor cuts it, without its soft edge.
    private static func isShown(
        _ x: Int, _ y: Int, of size: PixelSize, in shape: PresenterTrack.Shape, _ pixel: UInt32
    ) -> Bool {
        switch shape {
        case .rectangle: return true
        case .circle:
            let (dx, dy) = (Double(x) + 0.5 - Double(size.width) / 2, Double(y) + 0.5 - Double(size.height) / 2)
            let radius = Double(size.shorter) / 2
            return dx * dx + dy * dy <= radius * radius
        case .rounded:
            let radius = Double(size.shorter) / 10
            let dx = max(radius - Double(x) - 0.5, Double(x) + 0.5 - (Double(size.width) - radius), 0)
            let dy = max(radius - Double(y) - 0.5, Double(y) + 0.5 - (Double(size.height) - radius), 0)
            return dx * dx + dy * dy <= radius * radius
        case .keyed: return pixel & 0x00FF_FFFF != 0x0000_FF00
        }
    }
}
