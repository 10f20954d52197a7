/// Hair, in the parts that move differently.
protocol Hairdo: Sendable {
    /// Behind neck and shoulders.
    func paintBack(on cel: Cel)
    /// What the hair shades; painted within the face.
    func shade(_ cel: Cel, skin: SkinTone)
    /// Over the face.
    func paintFront(on cel: Cel)
}

extension Hairdo {
    func paintBack(on cel: Cel) {}
}

/// A mass of hair and how it is combed: strands flow between neighbouring guiding lines.
struct Lock {
    var outline: Contour
    /// Each from the hairs' roots to their ends; two or more.
    var guides: [[(Double, Double)]]
    /// Parts of the hairs' length where light lies on them, and how strongly.
    var sheen: [(ClosedRange<Double>, Double)] = []
    /// In all.
    var strands = 60
    /// Mean width of a strand.
    var grain = 2.4

    func paint(on cel: Cel, _ hair: HairTone, seed: UInt64) {
        cel.fill(outline, hair.base)
        cel.within(outline) {
            for (i, (from, to)) in zip(guides, guides.dropFirst()).enumerated() {
                comb(cel, Strands(from, to, max(6, strands / (guides.count - 1))), hair, seed: seed &+ UInt64(i) &* 100)
            }
        }
    }

    private func comb(_ cel: Cel, _ all: Strands, _ hair: HairTone, seed: UInt64) {
        let strands = all.with(width: grain * 0.6...grain * 1.8, stray: grain * 1.6)
        cel.draw(
            strands.with(width: grain...grain * 3.6, alpha: 0.12...0.4, count: all.count / 2), [hair.dark], seed: seed)
        for (i, sheen) in sheen.enumerated() {
            cel.draw(
                strands.with(
                    width: grain...grain * 3.4, alpha: 0.06 * sheen.1...0.3 * sheen.1, part: sheen.0, scatter: 0.1),
                [hair.light, hair.sheen], seed: seed &+ 10 &+ UInt64(i))
        }
        cel.draw(
            strands.with(alpha: 0.1...0.34), [hair.dark, hair.light, hair.base.lighter(0.08)], seed: seed &+ 1)
        for (i, sheen) in sheen.enumerated() {
            cel.draw(
                strands.with(
                    width: grain * 0.4...grain * 1.1, alpha: 0.2 * sheen.1...0.7 * sheen.1, part: sheen.0,
                    scatter: 0.12, count: all.count * 2 / 3),
                [hair.sheen, hair.light], seed: seed &+ 20 &+ UInt64(i))
        }
    }

    /// Rounds the mass: darker along its first and its last guide.
    func round(_ cel: Cel, _ hair: HairTone, first: Double, last: Double, width: Double = 30) {
        guard let inner = guides.first, let outer = guides.last else { return }
        cel.within(outline) {
            cel.airbrush(.ribbon(outer, [width * 0.6, width]), hair.dark, last, softness: width * 0.85)
            cel.airbrush(.ribbon(inner, [width * 0.3, width * 0.75]), hair.dark, first, softness: width * 0.6)
        }
    }

    /// Waves across the flow: a trough and a crest at each of `places` along the hairs.
    func wave(_ cel: Cel, _ hair: HairTone, at places: [Double], strength: Double, width: Double = 22) {
        cel.within(outline) {
            for place in places {
                let trough = guides.map { Strands.point($0.map { Point($0.0, $0.1) }, place) }
                let crest = guides.map { Strands.point($0.map { Point($0.0, $0.1) }, min(1, place + 0.11)) }
                cel.airbrush(.ribbon(trough, [width]), hair.dark, strength, softness: width)
                cel.airbrush(.ribbon(crest, [width * 0.8]), hair.sheen, strength * 0.8, softness: width * 0.9)
            }
        }
    }
}
