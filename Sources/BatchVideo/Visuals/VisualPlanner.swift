/// Decides what every shot of a film shows. Pure: the same film and seed give the same plan.
package struct VisualPlanner: Sendable {
    package var storyboard: Storyboard
    package var title: String
    package var canvas: Canvas
    package var seed: UInt64
    /// How many pictures the user brought; they replace painted stills.
    package var imageCount: Int
    /// What moving shots show, by their index; those that are not in it show a painted scene.
    package var moving: [Int: MovingPlan]
    /// Vendors make the stills that nobody brought anything for...
    package var generatesStills: Bool
    /// ...of shots that end before; nil: of all.
    package var paidUntil: MediaTime?
    /// Headings of the text; where they are said, cards may show them.
    package var chapters: [Chapter]

    package init(
        storyboard: Storyboard, title: String, canvas: Canvas, seed: UInt64, imageCount: Int = 0,
        moving: [Int: MovingPlan] = [:], generatesStills: Bool = false, paidUntil: MediaTime? = nil,
        chapters: [Chapter] = []
    ) {
        self.storyboard = storyboard
        self.title = title
        self.canvas = canvas
        self.seed = seed
        self.imageCount = imageCount
        self.moving = moving
        self.generatesStills = generatesStills
        self.paidUntil = paidUntil
        self.chapters = chapters
    }

    /// The same film painted, where vendors cannot make it.
    package var withoutVendors: VisualPlanner {
        var planner = self
        planner.generatesStills = false
        planner.moving = [:]
        return planner
    }

    /// One plan per shot, in order.
    package func plan() -> [VisualPlan] {
        let evidence = FilmEvidence(storyboard: storyboard, title: title)
        let palettes = PaletteArc(evidence: evidence, seed: seed).palettes()
        let cards = CardCasting(seed: seed).cards(
            for: storyboard.shots, openings: ChapterOpenings(chapters, of: title, in: storyboard.shots),
            atMost: generatesStills ? 0 : max(0, stillCount - imageCount))
        var families = FamilyCasting(evidence: evidence, seed: seed)
        var calendar = SceneCalendar(evidence: evidence)
        var imagesShown = 0
        var isMirrored = SeededRandom(seed: seed, "mirror").startsMirrored

        return storyboard.shots.indices.map { index in
            let shot = storyboard.shots[index]
            if shot.isMoving, let found = found(for: shot, at: index) { return found }
            if !shot.isMoving, imageCount > 0, cards[index] == nil {
                defer { imagesShown += 1 }
                return .image(imagesShown % imageCount)
            }
            if !shot.isMoving, generatesStills, paidUntil.map({ shot.span.end <= $0 }) ?? true {
                return .generated(
                    GeneratedPicture(
                        prompt: shot.prompt, seed: pictureSeed(of: shot, at: index), isMoving: false,
                        actor: actor(in: shot)))
            }
            let family = families.next(for: index, in: palettes[index])
            let moment = calendar.next(for: index, in: palettes[index])
            isMirrored.toggle()
            let picture = PaintedPicture(
                subject: cards[index]?.subject(over: family) ?? .scene(family),
                palette: palettes[index], size: size(moving: shot.isMoving),
                seed: pictureSeed(of: shot, at: index), mirrored: isMirrored,
                dayTime: moment.dayTime, season: moment.season)
            return shot.isMoving ? .loop(picture) : .still(picture)
        }
    }

    /// The picture that stands for the film in lists: its title over the scene that fits it best.
    ///
    /// - Parameter text: what it says, when that is not the title.
    package func cover(_ style: CoverStyle = .elegant, saying text: String? = nil) -> PaintedPicture {
        let evidence = FilmEvidence(storyboard: storyboard, title: title)
        let families = FamilyCasting(evidence: evidence, seed: seed)
        let palette = PaletteArc(evidence: evidence, seed: seed).leading
        let moment = SceneCalendar(evidence: evidence).ofTitle(in: palette)
        let family = families.familyOfTitle(in: palette)
        let words = text ?? title
        let subject: PaintedPicture.Subject =
            switch style {
            case .elegant: .title(text: words, over: family)
            case .classic: .cover(lines: CoverLines(canvas.size, title: words).lines, over: family)
            }
        return PaintedPicture(
            subject: subject, palette: palette, size: canvas.size, seed: coverSeed,
            dayTime: moment.dayTime, season: moment.season)
    }

    /// What a vendor is asked for, for the cover: the film's main person is seen, where there is one.
    package func coverPicture(_ prompt: String) -> GeneratedPicture {
        let person = storyboard.actor.map { ". The person: \($0)" } ?? ""
        return GeneratedPicture(
            prompt: prompt + person, seed: coverSeed, isMoving: false, actor: storyboard.actor)
    }

    private var coverSeed: UInt64 { SeededRandom.value(seed: seed, "cover", 0, title) }

    /// What a moving shot shows that is not painted.
    private func found(for shot: Shot, at index: Int) -> VisualPlan? {
        switch moving[index] {
        case .own(let number, let inPoint): .footage(number, inPoint: inPoint)
        case .library(let item, let inPoint): .library(item, inPoint: inPoint)
        case .animated, .generated:
            .generated(
                GeneratedPicture(
                    prompt: shot.prompt, seed: pictureSeed(of: shot, at: index), isMoving: true,
                    isOfWords: moving[index] == .generated ? true : nil, actor: actor(in: shot)))
        case .loop, nil: nil
        }
    }

    private func actor(in shot: Shot) -> String? {
        shot.showsActor == true ? storyboard.actor : nil
    }

    private var stillCount: Int { storyboard.shots.count { !$0.isMoving } }

    private func pictureSeed(of shot: Shot, at index: Int) -> UInt64 {
        SeededRandom.value(seed: seed, "picture", index, shot.text)
    }

    /// Stills have room for a camera move without a pixel being enlarged; loops are drawn as shown.
    private func size(moving: Bool) -> PixelSize {
        if moving { return canvas.size }
        let room = 1 + MotionRoom.zoom
        return PixelSize(
            width: even(Double(canvas.width) * room), height: even(Double(canvas.height) * room))
    }

    private func even(_ value: Double) -> Int { Int((value / 2).rounded(.up)) * 2 }
}

/// How far a camera moves into a still.
package enum MotionRoom {
    /// Largest zoom beyond 1: stills are made this much larger than the canvas.
    package static let zoom = 0.14
}

extension SeededRandom {
    /// One number for (seed, purpose, index, text).
    static func value(seed: UInt64, _ purpose: String, _ index: Int, _ text: String) -> UInt64 {
        var hash = StableHash()
        hash.add(seed)
        hash.add(purpose)
        hash.add(UInt64(bitPattern: Int64(index)))
        hash.add(text)
        return hash.value
    }

    fileprivate var startsMirrored: Bool {
        var copy = self
        return copy.next() & 1 == 1
    }
}
