import BatchVideo
import Foundation

extension KitchenScene {
    private enum Dish: CaseIterable { case noodles, dumplings, buns }

    /// The dish in the middle, vegetables and pots around it; which goes left is chance.
    static func still(
        _ scene: inout SceneBuilder, _ paint: Paint, _ plan: Plan, _ random: inout SeededRandom
    ) {
        let stage = scene.stage
        let (k, depth) = (plan.scale, stage.height - plan.counter)
        let isTurned = random.unit() < 0.5
        func x(_ share: Double) -> Double { stage.x(isTurned ? 1 - share : share) }
        let back = scene.surface()
        let ware = Kitchenware(solids: solids(back, paint))
        let row = plan.counter + depth * stage.pick(0.20, portrait: 0.115, square: 0.18)
        let out = isTurned ? -1.0 : 1.0
        if stage.shape == .landscape {
            for i in 0..<2 {
                ware.bottle(
                    at: Point(
                        x(0.885) + out * k * 0.085 * Double(i), row - k * (0.03 - 0.035 * Double(i))),
                    height: k * (0.25 - 0.04 * Double(i)),
                    ware.solids.seen(i == 0 ? 0x4A2A1C : 0x5C7038), paper: ware.solids.seen(0xF0DEB4))
            }
        }
        let vent = ware.claypot(
            at: Point(x(stage.pick(0.765, portrait: 0.82, square: 0.825)), row + k * 0.015),
            width: k * 0.235, ware.solids.seen([0x8A5234, 0x6E5A4A, 0x94604A][random.index(3)]))
        vegetables(
            ware, Point(x(stage.pick(0.205, portrait: 0.235, square: 0.20)), row + k * 0.03),
            k * stage.pick(0.36, portrait: 0.35, square: 0.34), &random)
        scene.add(back, depth: 0.5)
        steam(&scene, paint, vent, breadth: k * 0.022, rise: k * 0.26, depth: 0.5)

        let front = scene.surface()
        let near = Kitchenware(solids: solids(front, paint))
        let place = Point(
            x(stage.pick(0.505, portrait: 0.55, square: 0.515)),
            plan.counter + depth * stage.pick(0.50, portrait: 0.41, square: 0.48))
        let mouth = dish(near, place, k * stage.pick(0.40, portrait: 0.40, square: 0.37), &random)
        small(
            near, place, k, board: x(stage.pick(0.255, portrait: 0.30, square: 0.235)),
            others: x(stage.pick(0.77, portrait: 0.75, square: 0.80)), &random)
        scene.add(front, depth: 0.62)
        steam(
            &scene, paint, Point(mouth.centre.x, mouth.centre.y - mouth.ry * 0.2),
            breadth: mouth.rx * 0.52, rise: k * 0.40, depth: 0.62)
    }

    private static func steam(
        _ scene: inout SceneBuilder, _ paint: Paint, _ p: Point, breadth: Double, rise: Double,
        depth: Double
    ) {
        scene.add(
            SteamLayer(
                from: p, breadth: breadth, rise: rise, colour: paint.light.lighter(0.5),
                alpha: scene.pick(warm: 0.52, clear: 0.6, deep: 0.4), lean: 0.1, depth: depth,
                start: breadth))
    }

    /// A mat with the dish on it; returns where it steams.
    private static func dish(
        _ ware: Kitchenware, _ p: Point, _ w: Double, _ random: inout SeededRandom
    ) -> Kitchenware.Mouth {
        let solids = ware.solids
        let s = solids.surface
        let straw = solids.seen(0xCDA468)
        for (share, tint) in [(1.0, 0.5), (0.985, 0.0), (0.9, 0.14), (0.8, 0.02), (0.7, 0.12)] {
            s.ellipse(p.x, p.y - w * 0.02, w * 0.66 * share, w * 0.20 * share)
            s.fill(straw.mixed(solids.shade, tint))
        }
        for i in 0..<72 {
            let a = Double(i) / 72 * 2 * .pi
            s.move(p.x + cos(a) * w * 0.46, p.y - w * 0.02 + sin(a) * w * 0.14)
            s.line(p.x + cos(a) * w * 0.65, p.y - w * 0.02 + sin(a) * w * 0.198)
        }
        s.stroke(straw.mixed(solids.shade, 0.5), 0.3, width: max(w * 0.004, 0.7))
        let dishes = Dishes(ware: ware)
        let glaze = solids.seen([0xF2F4F0, 0xE3EAE2, 0xF4ECDC][random.index(3)])
        let band = solids.seen([0x2F5C9E, 0xA8402E, 0x3E7A62][random.index(3)])
        switch Dish.allCases[random.index(3)] {
        case .noodles:
            let mouth = ware.bowl(at: p, width: w, glaze, band: band)
            dishes.noodles(in: mouth, &random)
            return mouth
        case .dumplings:
            let mouth = ware.bowl(at: p, width: w, glaze, band: band)
            dishes.dumplings(in: mouth, &random)
            return mouth
        case .buns:
            _ = dishes.buns(at: p, width: w)
            return dishes.buns(at: Point(p.x, p.y - w * 0.235), width: w)
        }
    }

    /// A basket full, or a heap on the counter.
    private static func vegetables(
        _ ware: Kitchenware, _ p: Point, _ w: Double, _ random: inout SeededRandom
    ) {
        let produce = Produce(solids: ware.solids)
        guard random.unit() < 0.7 else {
            produce.cabbage(at: Point(p.x - w * 0.17, p.y - w * 0.05), height: w * 0.74, &random)
            produce.pumpkin(at: Point(p.x + w * 0.24, p.y - w * 0.06), radius: w * 0.25)
            produce.tomato(at: Point(p.x - w * 0.36, p.y + w * 0.03), radius: w * 0.11)
            produce.tomato(at: Point(p.x + w * 0.0, p.y + w * 0.05), radius: w * 0.12, 0xE0502E)
            produce.eggplant(at: Point(p.x + w * 0.16, p.y - w * 0.02), length: w * 0.4, angle: 0.3)
            return
        }
        let straw = ware.solids.seen(0xBE9054)
        ware.basketBack(at: p, width: w, straw)
        let rim = p.y - w * 0.24
        produce.cabbage(at: Point(p.x - w * 0.2, rim + w * 0.08), height: w * 0.62, &random)
        if random.unit() < 0.5 {
            produce.pumpkin(at: Point(p.x + w * 0.2, rim + w * 0.06), radius: w * 0.2)
        } else {
            produce.eggplant(at: Point(p.x + w * 0.04, rim - w * 0.26), length: w * 0.44, angle: 0.9)
            produce.eggplant(at: Point(p.x + w * 0.2, rim - w * 0.24), length: w * 0.4, angle: 0.75)
        }
        produce.tomato(at: Point(p.x + w * 0.02, rim + w * 0.14), radius: w * 0.12)
        produce.tomato(at: Point(p.x + w * 0.27, rim + w * 0.13), radius: w * 0.125, 0xE0502E)
        ware.basketFront(at: p, width: w, straw)
    }

    /// What lies about in front: a board with a knife, and things for the next dish.
    private static func small(
        _ ware: Kitchenware, _ place: Point, _ k: Double, board x: Double, others: Double,
        _ random: inout SeededRandom
    ) {
        let stage = ware.solids.surface.stage
        let produce = Produce(solids: ware.solids)
        let board = Point(x, place.y + k * stage.pick(0.075, portrait: 0.145, square: 0.085))
        ware.board(at: board, width: k * 0.41, depth: k * 0.15, ware.solids.seen(0xC99A60))
        ware.cleaver(at: Point(board.x + k * 0.05, board.y - k * 0.03), length: k * 0.26)
        ware.slices(
            at: Point(board.x - k * 0.13, board.y + k * 0.04), radius: k * 0.03, count: 7,
            ware.solids.seen(0xEE8A34), ware.solids.seen(0xF8B868))
        produce.carrot(
            at: Point(board.x - k * 0.13, board.y - k * 0.025), length: k * 0.13, angle: 2.7,
            &random)
        let low = place.y + k * stage.pick(0.0, portrait: 0.115, square: 0.02)
        if random.unit() < 0.6 {
            produce.scallions(
                at: Point(others - k * 0.12, low + k * 0.085), length: k * 0.29, angle: -0.24,
                &random)
        } else {
            produce.tomato(at: Point(others - k * 0.10, low + k * 0.085), radius: k * 0.04)
            produce.tomato(at: Point(others - k * 0.02, low + k * 0.10), radius: k * 0.037, 0xE0502E)
            produce.garlic(at: Point(others + k * 0.07, low + k * 0.085), radius: k * 0.028)
        }
        produce.garlic(at: Point(others + k * 0.085, low - k * 0.012), radius: k * 0.034)
        produce.garlic(at: Point(others + k * 0.15, low + k * 0.014), radius: k * 0.03)
        produce.mushroom(at: Point(others - k * 0.02, low - k * 0.005), radius: k * 0.042)
        produce.mushroom(at: Point(others + k * 0.03, low + k * 0.03), radius: k * 0.036)
        for i in 0..<2 {
            produce.chili(
                at: Point(others + k * (0.0 + 0.03 * Double(i)), low + k * (0.115 + 0.02 * Double(i))),
                length: k * random.uniform(0.10, 0.13), angle: 2.9 - 0.25 * Double(i),
                i == 0 ? 0xD0342C : 0xC42C30)
        }
        guard stage.shape == .landscape else { return }
        ware.chopsticks(
            at: Point(place.x + k * 0.01, place.y + k * 0.115), length: k * 0.36,
            ware.solids.seen(0x8A3A2A))
    }
}
